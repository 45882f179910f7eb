import { type Subject, said } from './types.ts';

/** Groups of people who meet as such. */
export const people: Subject[] = [
	{
		theme: 'women',
		family: 'welcome',
		weight: 3,
		names: ['Kvinnoföreningen {x}', 'Kvinnokretsen {v}', 'Kvinnor emellan i {p}'],
		lead: said(`
			En plats för kvinnor att ses, prata, röra på sig och lära av varandra. | A place for women to meet, talk, move and learn from each other.
			Vi är kvinnor från många länder som gör vardagen lättare för varandra. | We are women from many countries who make everyday life easier for each other.
			Föreningen startade med tre vänner och en kaffetermos. Nu är vi åttio. | It began with three friends and a flask of coffee. Now we are eighty.
		`),
		more: said(`
			Vi simmar, cyklar och tar körkort tillsammans. | We learn to swim, cycle and drive together.
			Barnpassning ordnas under kurserna. | Childcare is arranged during the courses.
		`),
		activities: [
			{
				name: ['Kvinnocafé', "Women's café"],
				when: 'TU FR 10 13',
				minutes: 120,
				ages: [16, 120],
				free: 100,
				about: said(`
					Kaffe, samtal och ibland en gäst som kan lagar, hälsa eller jobb. | Coffee, talk and sometimes a guest who knows about law, health or work.
				`),
			},
			{
				name: ['Cykelskola för kvinnor', 'Cycling school for women'],
				when: 'SU SA 14',
				minutes: 120,
				ages: [16, 120],
				free: 100,
				year: 'summer',
				about: said(`
					Cyklar och hjälmar finns. Ingen annan än vi ser när du vinglar. | Bikes and helmets are here. Nobody else sees you wobble.
				`),
			},
			{
				name: ['Motion för kvinnor', 'Exercise for women'],
				when: 'SA TH 17',
				minutes: 60,
				ages: [16, 120],
				free: 60,
				about: said(`
					Stängda dörrar, kvinnlig ledare och musik du får vara med och välja. | Closed doors, a woman leads and you help to choose the music.
				`),
			},
		],
		audiences: ['women', 'newcomers'],
		languages: ['ar', 'so', 'ti', 'fa'],
	},
	{
		theme: 'men',
		family: 'social',
		weight: 1,
		names: ['Mansgruppen {x}', 'Gubbarna i boden {v}', 'Pappakretsen {x}'],
		lead: said(`
			En verkstad och ett köksbord för män som vill ha sällskap. | A workshop and a kitchen table for men who want company.
			Vi pratar om sådant män annars inte pratar om, ofta med en hammare i handen. | We talk of what men seldom talk of, often with a hammer in hand.
		`),
		activities: [
			{
				name: ['Bodkväll', 'Evening in the shed'],
				when: 'TU TH 17',
				minutes: 150,
				ages: [18, 120],
				free: 100,
				about: said(`
					Vi snickrar fågelholkar och bänkar till byn. Verktyg finns. | We make nesting boxes and benches for the village. Tools are here.
				`),
			},
			{
				name: ['Pappafika', "Fathers' coffee"],
				when: 'WE 9',
				minutes: 120,
				ages: [18, 60],
				free: 100,
				about: said(`
					För pappor med barn i vagn, bärsele eller bokstavsåldern. | For fathers with children in prams, slings or at the age of letters.
				`),
			},
		],
		audiences: ['men'],
	},
	{
		theme: 'lgbtq',
		family: 'support',
		weight: 1,
		names: ['Regnbågskretsen {v}', 'Hbtqi-gruppen {x}'],
		lead: said(`
			En trygg plats för hbtqi-personer och vänner. | A safe place for LGBTQI people and friends.
			Vi finns för dig som inte vill behöva flytta för att vara dig själv. | We are here for you who do not want to move away to be yourself.
		`),
		activities: [
			{
				name: ['Öppen träff', 'Open meeting'],
				when: 'WE 18',
				minutes: 150,
				ages: [15, 120],
				free: 100,
				about: said(`
					Någon möter dig i dörren. Du behöver inte säga vad du heter. | Someone meets you at the door. You need not say your name.
				`),
			},
		],
		audiences: ['lgbtq', 'youth'],
		languages: ['en'],
	},
	{
		theme: 'disability',
		family: 'support',
		weight: 3,
		names: ['Rörelse för alla {v}', 'Hörselkretsen {v}', 'Synkretsen {x}', 'Neurovännerna {v}'],
		lead: said(`
			Vi arbetar för att alla ska komma in, höra, se och förstå. | We work so that everyone can get in, hear, see and understand.
			Föreningen är till för dig med funktionsnedsättning och för dina närmaste. | The association is for you with a disability and for those close to you.
			Vi testar lokaler och berättar för ägaren vad som saknas. | We test premises and tell the owner what is missing.
		`),
		activities: [
			{
				name: ['Träff med teckenspråkstolk', 'Meeting with sign language interpreter'],
				when: 'TH 17',
				minutes: 120,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Samtal, fika och en gäst. Tolk och hörslinga finns varje gång. | Talk, coffee and a guest. Interpreter and hearing loop every time.
				`),
			},
			{
				name: ['Rullstolsdans', 'Wheelchair dance'],
				when: 'SA 13',
				minutes: 90,
				free: 60,
				about: said(`
					Sittande och stående dansar ihop. Assistenter är välkomna på golvet. | Seated and standing dance together. Assistants are welcome on the floor.
				`),
			},
			{
				name: ['Lugn fika', 'Quiet coffee'],
				when: 'TU 15',
				minutes: 90,
				ages: [16, 120],
				free: 100,
				about: said(`
					Låg belysning, ingen musik, få i taget. För dig som behöver mindre intryck. | Low light, no music, few at a time. For you who need fewer impressions.
				`),
			},
		],
		audiences: ['disability', 'everyone'],
		languages: ['swl'],
	},
	{
		theme: 'faith',
		family: 'support',
		weight: 3,
		names: ['Församlingen {x}', '{v} Kapellförsamling', 'Ortodoxa församlingen {x}'],
		keeps: 'faith_premises',
		at: ['faith_premises'],
		form: 'congregation',
		lead: said(`
			Gudstjänst, samtal och fika. Du är välkommen som du är. | Worship, talk and coffee. You are welcome as you are.
			En församling som öppnar sina lokaler för hela bygden. | A congregation that opens its rooms to the whole district.
			Vi ber, sjunger och delar mat. | We pray, sing and share food.
		`),
		activities: [
			{
				name: ['Öppet kaffe', 'Open coffee'],
				when: 'WE FR 10 14',
				minutes: 120,
				free: 100,
				about: said(`
					Dörren är öppen för alla, troende eller inte. | The door is open to everyone, believers or not.
				`),
			},
			{
				name: ['Musikkväll', 'Evening of music'],
				when: 'SU 18',
				minutes: 90,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Stilla musik, läsningar och ljus. | Quiet music, readings and candles.
				`),
			},
			{
				name: ['Julafton tillsammans', 'Christmas Eve together'],
				when: 'TH 12',
				minutes: 240,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
				about: said(`
					Julmat, sång och sällskap för den som annars skulle vara ensam. | Christmas food, songs and company for those who would be alone.
				`),
			},
		],
		audiences: ['everyone'],
		languages: ['en', 'ar', 'ti'],
	},
	{
		theme: 'faith',
		extra: ['cultural_community'],
		family: 'social',
		weight: 1,
		names: ['Islamiska kulturföreningen {x}', 'Buddhistiska kretsen {x}'],
		at: ['community_centre', 'residents_premises', 'other', 'folkets_hus'],
		form: 'congregation',
		lead: said(`
			Bön, studier och gemenskap för familjer på orten. | Prayer, study and company for families here.
			Vi har öppet hus för alla som är nyfikna på vår tro. | We keep open house for all who are curious about our faith.
		`),
		activities: [
			{
				name: ['Öppet hus med te', 'Open house with tea'],
				when: 'SA SU 14',
				minutes: 120,
				free: 100,
				about: said(`
					Kom och fråga, se lokalen och drick te med oss. | Come and ask, see the rooms and have tea with us.
				`),
			},
			{
				name: ['Familjekväll med mat', 'Family evening with food'],
				when: 'FR 18',
				minutes: 150,
				free: 90,
				rhythm: 'monthly',
				about: said(`
					Vi äter tillsammans runt långa bord. Grannar är välkomna. | We eat together around long tables. Neighbours are welcome.
				`),
			},
		],
		audiences: ['everyone', 'families'],
		languages: ['ar', 'so', 'th'],
	},
];
