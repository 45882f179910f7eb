import { type Subject, said } from './types.ts';

/** The village, the quarter and their houses. */
export const place: Subject[] = [
	{
		theme: 'meeting_places',
		extra: ['local_development'],
		family: 'village',
		weight: 6,
		names: ['{v} bygdegårdsförening', '{v} samlingslokal', 'Byggnadsföreningen {v}'],
		keeps: 'bygdegard',
		lead: said(`
			Vi driver bygdens samlingslokal. Den hyrs ut till möten, kurser och fester. | We run the hall of the village. It is let for meetings, courses and parties.
			Huset är byggt av bygdens folk och sköts ideellt. | The house was built by the people here and is run without profit.
			När skolan lades ner tog vi över huset. Nu är det öppet för alla. | When the school closed we took over the house. Now it is open to all.
		`),
		more: said(`
			Fler händer behövs vid städdagarna i maj och oktober. | More hands are needed on the clean-up days in May and October.
			Hyran går till ved, el och nya takpannor. | The rent pays for firewood, power and new roof tiles.
			Föreningar på orten lånar salen gratis en kväll i veckan. | Local associations use the hall free one evening a week.
		`),
		activities: [
			{
				name: ['Pubkväll', 'Pub night'],
				when: 'FR 18',
				minutes: 240,
				ages: [18, 120],
				free: 80,
				rhythm: 'monthly',
				about: said(`
					Något gott på tallriken, frågesport och samåkning hem. | Good food, a quiz and shared cars home.
				`),
			},
			{
				name: ['Loppis', 'Flea market'],
				when: 'SA 10',
				minutes: 240,
				free: 100,
				rhythm: 'once',
				about: said(`
					Bord bokas hos föreningen. Våfflor i köket. | Tables are booked with the association. Waffles in the kitchen.
				`),
			},
			{
				name: ['Soppa och samtal', 'Soup and a chat'],
				when: 'WE TH 12',
				minutes: 90,
				free: 40,
				about: said(`
					Veckans soppa med bröd bakat på morgonen. Alla åldrar vid samma bord. | Soup of the week with bread baked in the morning. All ages at one table.
					Lunch för dig som arbetar hemma, är pensionerad eller bara hungrig. | Lunch for you who work at home, are retired or simply hungry.
				`),
			},
			{
				name: ['Bingo', 'Bingo'],
				when: 'SU TU 14 18',
				minutes: 120,
				ages: [18, 120],
				free: 0,
				about: said(`
					Kaffekorgar, blommor och en hemlig högvinst. | Coffee baskets, flowers and a secret first prize.
				`),
			},
			{
				name: ['Quiz och våfflor', 'Quiz and waffles'],
				when: 'WE 18',
				minutes: 120,
				free: 50,
				about: said(`
					Lag lottas i dörren, så att grannar lär känna varandra. | Teams are drawn at the door so that neighbours get to know each other.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'local_development',
		extra: ['meeting_places'],
		family: 'village',
		weight: 5,
		names: ['{v} byalag', '{v} intresseförening', 'Framtid {v}', '{v} samhällsförening'],
		keeps: 'bystuga',
		lead: said(`
			Vi arbetar för att det ska gå bra att bo här: fiber, buss, badplats och lanthandel. | We work to make life good here: broadband, bus, beach and shop.
			Byalaget samlar alla som bor i och runt byn. | The village group gathers all who live in and around the village.
			Vi räddade affären. Nu vill vi ha fler som flyttar hit. | We saved the shop. Now we want more people to move here.
		`),
		activities: [
			{
				name: ['Bymöte', 'Village meeting'],
				when: 'MO 19',
				minutes: 120,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Aktuellt just nu: vägen, busstiderna och byggplanerna. Fika finns. | On the agenda: the road, the bus and building plans. There is coffee.
				`),
			},
			{
				name: ['Städdag i byn', 'Clean-up day'],
				when: 'SA 10',
				minutes: 180,
				free: 100,
				rhythm: 'once',
				about: said(`
					Ta med kratta. Vi grillar korv när vi är klara. | Bring a rake. We grill sausages when we are done.
				`),
			},
			{
				name: ['Fredagsfika i affären', 'Friday coffee in the shop'],
				when: 'FR 14 15',
				minutes: 90,
				free: 80,
				about: said(`
					Vi ses vid bordet bakom brödhyllan. Nyinflyttade får presentera sig, men måste inte. | We meet at the table behind the bread. Newcomers may introduce themselves, but need not.
				`),
			},
			{
				name: ['Bygdedagar', 'Village festival'],
				when: 'SA 10',
				minutes: 1860,
				free: 90,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=8;BYDAY=2SA',
				about: said(`
					Två dagar med marknad, kubbturnering, öppna gårdar och dans på lördagskvällen. | Two days of market, games, open farms and a dance on Saturday night.
				`),
			},
			{
				name: ['Valborgsbrasa', 'Walpurgis bonfire'],
				when: 'TH 20',
				minutes: 120,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30',
				about: said(`
					Körsång, korv och eld när det mörknar. | Choir, sausages and a fire at dusk.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'housing',
		family: 'village',
		weight: 2,
		names: ['Grannarna på {v}', 'Kvartersrådet {x}', '{v} boendeförening'],
		keeps: 'residents_premises',
		at: ['residents_premises', 'community_centre'],
		lead: said(`
			Vi ser till att gården, tvättstugan och gemensamhetslokalen fungerar. | We see to the yard, the laundry and the common room.
			Hyresgäster och bostadsrättare i samma kvarter, för en gemensam gård. | Tenants and owners in one quarter, for a shared yard.
		`),
		activities: [
			{
				name: ['Grannfest', "Neighbours' party"],
				when: 'SA 15',
				minutes: 180,
				free: 100,
				rhythm: 'once',
				about: said(`
					Långbord på gården. Alla tar med något. | A long table in the yard. Everyone brings something.
				`),
			},
			{
				name: ['Kvarterskaffe', 'Coffee in the quarter'],
				when: 'SU TU 15 18',
				minutes: 90,
				free: 100,
				about: said(`
					Träffa dem du annars bara hälsar på i trappan. | Meet those you otherwise only greet on the stairs.
				`),
			},
		],
		audiences: ['everyone'],
		languages: ['en', 'ar'],
	},
];
