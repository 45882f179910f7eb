import { type Subject, said } from './types.ts';

/** Children, families, the young and the old. */
export const ages: Subject[] = [
	{
		theme: 'open_preschool',
		extra: ['children_family'],
		family: 'social',
		weight: 4,
		names: ['Öppna förskolan {x}', 'Småbarnsträffen {v}'],
		at: ['faith_premises', 'library', 'community_centre', 'preschool', 'bygdegard'],
		lead: said(`
			Kom med ditt barn, lek, sjung och träffa andra föräldrar. | Come with your child, play, sing and meet other parents.
			En öppen famn för dig som är hemma med små barn. | Open arms for you who are at home with small children.
			Pappor, mammor, mor- och farföräldrar: alla som har ett litet barn i handen. | Fathers, mothers, grandparents: all who hold a small child by the hand.
		`),
		activities: [
			{
				name: ['Öppen förskola', 'Open preschool'],
				when: 'MO TU WE TH 9 10',
				minutes: 150,
				ages: [0, 5],
				free: 100,
				year: 'term',
				about: said(`
					Leksaker, sångstund klockan halv elva och enkel lunch till självkostnadspris. | Toys, singing at half past ten and a simple lunch at cost price.
					Du kommer och går när du vill. Det finns mikro och skötrum. | Come and go as you like. There is a microwave and a changing room.
				`),
			},
			{
				name: ['Babysång', 'Singing with babies'],
				when: 'WE TH 10',
				minutes: 45,
				ages: [0, 1],
				free: 100,
				year: 'term',
				about: said(`
					Sånger, rim och lugna rörelser för de allra minsta. | Songs, rhymes and calm movements for the very smallest.
				`),
			},
		],
		audiences: ['families', 'children', 'newcomers'],
		languages: ['ar', 'so', 'en', 'uk'],
	},
	{
		theme: 'children_family',
		family: 'social',
		weight: 3,
		names: ['Familjekretsen {v}', 'Barnens {v}', 'Lekstugan {x}'],
		at: ['school', 'community_centre', 'bygdegard', 'library', 'residents_premises'],
		lead: said(`
			Vi ordnar saker som barn och vuxna gör tillsammans. | We arrange things that children and adults do together.
			Föräldrar som driver lekland, klädbyten och lovdagar. | Parents who run a play hall, clothes swaps and holiday days.
		`),
		activities: [
			{
				name: ['Familjekväll', 'Family evening'],
				when: 'FR 17',
				minutes: 120,
				ages: [0, 120],
				free: 70,
				about: said(`
					Vi äter soppa, leker och går hem i tid till nattning. | We eat soup, play and go home in time for bed.
				`),
			},
			{
				name: ['Lekhall', 'Play hall'],
				when: 'SU SA 10 14',
				minutes: 120,
				ages: [1, 8],
				free: 80,
				year: 'winter',
				about: said(`
					Gymnastiksalen full av mattor, bollar och trehjulingar. | The gym full of mats, balls and tricycles.
				`),
			},
			{
				name: ['Byt barnkläder', 'Swap children’s clothes'],
				when: 'SA 11',
				minutes: 150,
				free: 100,
				rhythm: 'once',
				about: said(`
					Ta med urvuxet, ta hem lagom. Skor och vinterkläder går först. | Bring what is outgrown, take what fits. Shoes and winter clothes go first.
				`),
			},
		],
		audiences: ['families', 'children'],
	},
	{
		theme: 'youth',
		extra: ['games'],
		family: 'social',
		weight: 3,
		names: ['{v} Ungdomsförening', 'Ungdomens hus {x}', 'Unga i {v}'],
		at: ['youth_centre', 'community_centre', 'folkets_hus', 'school'],
		lead: said(`
			Unga bestämmer själva vad som ska hända: musik, spel, matlagning och resor. | Young people decide what happens: music, games, cooking and trips.
			En förening där styrelsen är under tjugo år. | An association whose board is under twenty.
			Vi gör det som saknas här, och söker pengarna själva. | We do what is missing here, and apply for the money ourselves.
		`),
		activities: [
			{
				name: ['Öppet hus för unga', 'Open house for young people'],
				when: 'WE TH FR 16 17',
				minutes: 240,
				ages: [13, 19],
				free: 100,
				about: said(`
					Biljard, spel, mackor och vuxna som lyssnar. | Billiards, games, sandwiches and adults who listen.
					Häng, laga mat eller plugga. Det finns wifi och en soffa. | Hang out, cook or study. There is wifi and a sofa.
				`),
			},
			{
				name: ['Spelkväll', 'Games night'],
				when: 'FR 18',
				minutes: 240,
				ages: [13, 25],
				free: 95,
				about: said(`
					Konsoler, datorer och brädspel. Pizza till självkostnadspris. | Consoles, computers and board games. Pizza at cost price.
				`),
			},
			{
				name: ['Tjejkväll', "Girls' evening"],
				when: 'TU 17',
				minutes: 150,
				ages: [13, 18],
				free: 100,
				about: said(`
					Film, bak och samtal. Bara tjejer och icke-binära den här kvällen. | Films, baking and talk. Only girls and non-binary people this evening.
				`),
			},
		],
		audiences: ['youth'],
	},
	{
		theme: 'students',
		extra: ['youth'],
		family: 'culture',
		weight: 1,
		names: ['Studentkretsen {x}', 'Elevföreningen {x}'],
		at: ['school', 'library', 'youth_centre'],
		lead: said(`
			För dig som pluggar här eller på distans. | For you who study here or at a distance.
			Vi ordnar studieplatser, lunchföreläsningar och fester utan krav. | We arrange places to study, lunch lectures and parties without pressure.
		`),
		activities: [
			{
				name: ['Plugga tillsammans', 'Study together'],
				when: 'MO WE 17',
				minutes: 180,
				ages: [16, 40],
				free: 100,
				year: 'term',
				about: said(`
					Tyst rum, kaffe och paus samtidigt. | A quiet room, coffee and a break at the same time.
				`),
			},
		],
		audiences: ['youth'],
		languages: ['en'],
	},
	{
		theme: 'seniors',
		family: 'social',
		weight: 5,
		names: ['{v} seniorer', 'Seniorträffen {x}', 'Guldkanten {v}'],
		lead: said(`
			Vi ses, rör på oss, dricker kaffe och gör utflykter. | We meet, move, drink coffee and go on outings.
			Föredrag, bussresor och bridge. Alla över sextio är välkomna. | Talks, coach trips and bridge. Everyone over sixty is welcome.
			För dig som har tid, och vill dela den med andra. | For you who have time and want to share it.
		`),
		more: said(`
			Den som är ny får sällskap första gången. | Newcomers get company the first time.
			Vi ringer runt till dem som inte varit med på ett tag. | We phone those who have not come for a while.
			Lokalen har hörslinga och vi talar i mikrofon. | The room has a hearing loop and we use a microphone.
		`),
		activities: [
			{
				name: ['Seniorkaffe', 'Coffee for seniors'],
				when: 'TU WE 10 14',
				minutes: 120,
				ages: [60, 120],
				free: 70,
				about: said(`
					Kaffe, tidningar och musikquiz. Ensam är ett bra skäl att komma. | Coffee, newspapers and a music quiz. Being alone is a good reason to come.
					Varje gång har vi en gäst som berättar om något. | Each time we have a guest who tells us about something.
				`),
			},
			{
				name: ['Sittgympa', 'Chair exercise'],
				when: 'MO TH 10 11',
				minutes: 60,
				ages: [60, 120],
				free: 70,
				about: said(`
					Rörelser för axlar, höfter och balans, sittande på stol. | Movements for shoulders, hips and balance on a chair.
				`),
			},
			{
				name: ['Datorhjälp', 'Help with phone and computer'],
				when: 'TH 13',
				minutes: 120,
				ages: [55, 120],
				free: 100,
				about: said(`
					Ta med telefonen eller surfplattan. Ungdomar visar, i lugn takt. | Bring your phone or tablet. Young people show you, at a calm pace.
				`),
			},
			{
				name: ['Promenad med kaffe', 'Walk with coffee'],
				when: 'MO FR 10',
				minutes: 90,
				ages: [60, 120],
				free: 100,
				about: said(`
					Vi går tre kilometer på plana vägar. Det går bra med rullator. | We walk three kilometres on level paths. A walker is fine.
				`),
			},
		],
		audiences: ['seniors'],
		languages: ['fi'],
	},
];
