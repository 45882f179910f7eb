import { type Subject, said } from './types.ts';

/** Health, support and shelter. */
export const care: Subject[] = [
	{
		theme: 'social_support',
		extra: ['women'],
		family: 'support',
		weight: 1,
		names: ['Kvinnojouren {x}', 'Tjej- och kvinnojouren {x}'],
		masked: true,
		lead: said(`
			Vi stöttar kvinnor och barn som lever med våld eller hot. | We support women and children who live with violence or threats.
			Ring eller skriv till oss. Vi lyssnar, tror dig och hjälper dig vidare. | Call or write. We listen, believe you and help you on.
		`),
		more: said(`
			Vår adress är hemlig. | Our address is secret.
			Vi har skyddat boende och följer med till polis och socialtjänst. | We have sheltered housing and come along to the police and the social services.
		`),
		activities: [
			{
				name: ['Stödchatt', 'Support chat'],
				when: 'MO WE TH 19 20',
				minutes: 120,
				ages: [13, 120],
				free: 100,
				online: true,
				about: said(`
					Skriv med någon som kan. Chatten syns inte i din historik. | Chat with someone who knows. You decide what to tell.
				`),
			},
		],
		audiences: ['women'],
		languages: ['en', 'ar', 'fa', 'so'],
	},
	{
		theme: 'social_support',
		family: 'support',
		weight: 2,
		names: ['Medmänniskorna i {v}', 'Matdelarna {x}', 'Väntjänsten {v}'],
		lead: said(`
			Vi delar mat, tid och omtanke. | We share food, time and care.
			Vänner på besök, ledsagare till läkaren och en måltid i veckan. | Friends who visit, company to the doctor and one meal a week.
			Ingen i vår trakt ska behöva vara ensam eller hungrig. | Nobody here should be lonely or hungry.
		`),
		activities: [
			{
				name: ['Gemensam middag', 'Shared dinner'],
				when: 'TH SU 17',
				minutes: 120,
				free: 80,
				about: said(`
					En varm måltid vid långbord. Betala det du kan. | A warm meal at a long table. Pay what you can.
				`),
			},
			{
				name: ['Matutdelning', 'Food sharing'],
				when: 'FR TU 15',
				minutes: 90,
				free: 100,
				about: said(`
					Mat som butiker har över. Ta med kasse. Vi frågar inte varför du kommer. | Food that shops have left over. Bring a bag. We do not ask why you come.
				`),
			},
		],
		audiences: ['everyone'],
		languages: ['en', 'ar', 'uk'],
	},
	{
		theme: 'health',
		family: 'support',
		weight: 2,
		names: ['{v} Hälsokrets', 'Hjärtkretsen {v}', 'Diabetesvännerna {v}', 'Anhöriga i {v}'],
		lead: said(`
			Stöd och kunskap för dig som lever med långvarig sjukdom, och för dina närmaste. | Support and knowledge for you who live with long illness, and for those close to you.
			Vi rör på oss, lagar bra mat och pratar om det som är svårt. | We move, cook well and talk about what is hard.
			Föreningen bjuder in sjukvården, så att du får svar på dina frågor. | We invite doctors and nurses so that your questions are answered.
		`),
		activities: [
			{
				name: ['Anhörigträff', 'Meeting for relatives'],
				when: 'TU 18',
				minutes: 90,
				ages: [18, 120],
				free: 100,
				rhythm: 'monthly',
				about: said(`
					För dig som vårdar någon hemma. En stund som är din. | For you who care for someone at home. A time of your own.
				`),
			},
			{
				name: ['Hälsopromenad', 'Health walk'],
				when: 'MO WE 10 17',
				minutes: 60,
				free: 100,
				about: said(`
					Vi går i den takt som den långsammaste vill. Bänkar på vägen. | We walk at the pace of the slowest. There are benches on the way.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'recovery',
		extra: ['temperance'],
		family: 'support',
		weight: 1,
		names: ['Gruppen {x}', 'Nya kapitel i {p}'],
		lead: said(`
			Möten för dig som vill leva utan alkohol, droger eller spel. | Meetings for you who want to live without alcohol, drugs or gambling.
			Vi har varit där själva. Därför lyssnar vi. | We have been there ourselves. So we listen.
		`),
		activities: [
			{
				name: ['Självhjälpsmöte', 'Self-help meeting'],
				when: 'MO FR 19',
				minutes: 90,
				ages: [18, 120],
				free: 100,
				about: said(`
					Ingen frågar vad du heter. Första gången kan du bara sitta med. | Nobody asks your name. The first time you can just sit with us.
				`),
			},
			{
				name: ['Frukost för nyktra', 'Sober breakfast'],
				when: 'SA 9',
				minutes: 120,
				ages: [18, 120],
				free: 90,
				about: said(`
					Gröt, kaffe och en bra början på dagen. | Porridge, coffee and a good start to the day.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'temperance',
		family: 'village',
		weight: 1,
		names: ['Logen {x}', 'Nykterhetsvännerna {v}'],
		keeps: 'ordenshus',
		lead: said(`
			Vi driver ett drogfritt hus med dans, kör och barnteater. | We run a sober house with dance, choir and children's theatre.
			En gammal loge med unga medlemmar. | An old lodge with young members.
		`),
		activities: [
			{
				name: ['Drogfri dans', 'Sober dance'],
				when: 'SA 19',
				minutes: 240,
				free: 10,
				rhythm: 'monthly',
				about: said(`
					Levande orkester, alkoholfri bar och kaffe med dopp. | A live band, a bar without alcohol, and coffee with cakes.
				`),
			},
			{
				name: ['Knytkalas', 'Pot-luck supper'],
				when: 'SU 16',
				minutes: 150,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Ta med en rätt. Vi dukar och sjunger. | Bring a dish. We lay the table and sing.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
