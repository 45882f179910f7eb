import { type Subject, said } from './types.ts';

/** What people do for its own sake. */
export const hobbies: Subject[] = [
	{
		theme: 'chess',
		family: 'social',
		weight: 4,
		names: ['{v} Schackvänner', '{v} Schacksällskap', 'Schackklubben {x}', 'Springaren {v}'],
		at: ['library', 'folkets_hus', 'ordenshus', 'community_centre', 'cafe', 'bygdegard'],
		lead: said(`
			Vi spelar schack varje vecka, snabbt och långsamt. | We play chess every week, fast and slow.
			Klubben har spelare från sju till åttiosju år. | The club has players from seven to eighty-seven.
			Schack är lätt att lära och tar ett liv att bli klar med. Här är ett bra ställe att börja. | Chess is easy to learn and takes a life to finish. This is a good place to start.
		`),
		more: said(`
			Nybörjare får hjälp, bräden och klockor finns. | Beginners get help; boards and clocks are here.
			Vi har ett lag i distriktsserien och ett i kaffekön. | We have one team in the district league and one in the coffee queue.
			På lovdagar spelar vi blixt med skolungdomar. | On school holidays we play blitz with the young.
		`),
		activities: [
			{
				name: ['Schack för alla', 'Chess for everyone'],
				when: 'MO WE TH 17 18 19',
				minutes: 150,
				ages: [8, 120],
				free: 90,
				about: said(`
					Slå dig ner vid ett bräde. Du får en motståndare i din nivå. | Sit down at a board. You will get an opponent of your level.
					Fritt spel de flesta kvällar, genomgång av ett parti klockan åtta. | Free play most evenings, and one game explained at eight.
					Kom med eller utan erfarenhet. Någon visar hur springaren går. | Come with or without experience. Someone will show how the knight moves.
				`),
			},
			{
				name: ['Schackskola för barn', 'Chess school for children'],
				when: 'SA TU 10 16',
				minutes: 75,
				ages: [7, 13],
				free: 60,
				year: 'term',
				about: said(`
					Ett kort pass om ett knep, sedan spelar vi. Diplom efter tio gånger. | A short lesson on one trick, then we play. A diploma after ten times.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'games',
		family: 'social',
		weight: 3,
		names: ['{v} Spelförening', 'Brädspelarna {x}', 'Bridgesällskapet {v}'],
		at: ['library', 'youth_centre', 'cafe', 'community_centre', 'folkets_hus'],
		lead: said(`
			Hundratals brädspel, rollspel och en stor soffa. | Hundreds of board games, role-playing and a large sofa.
			Vi spelar kort, bräde och roller, och det finns alltid en plats kvar vid bordet. | We play cards, boards and roles, and there is always a seat left at the table.
		`),
		activities: [
			{
				name: ['Brädspelskväll', 'Board game night'],
				when: 'TH FR 18',
				minutes: 240,
				ages: [13, 120],
				free: 95,
				about: said(`
					Vi förklarar reglerna. Korta spel tidigt, långa spel sent. | We explain the rules. Short games early, long ones late.
				`),
			},
			{
				name: ['Bridge', 'Bridge'],
				when: 'MO 13',
				minutes: 180,
				ages: [18, 120],
				free: 60,
				about: said(`
					Vi hittar en partner åt dig. Nybörjarbord finns. | We find you a partner. There is a table for beginners.
				`),
			},
			{
				name: ['Rollspel för unga', 'Role-playing for the young'],
				when: 'SU 14',
				minutes: 210,
				ages: [12, 19],
				free: 100,
				about: said(`
					Hitta på en figur och ge dig ut på äventyr. Tärningar finns. | Make up a character and go on an adventure. Dice are here.
				`),
			},
		],
		audiences: ['youth', 'everyone'],
		languages: ['en'],
	},
	{
		theme: 'technology',
		family: 'culture',
		weight: 2,
		names: ['Verkstan {x}', 'Datorklubben {v}', 'Radioamatörerna {v}'],
		at: ['library', 'community_centre', 'school', 'youth_centre'],
		lead: said(`
			Vi bygger, programmerar och lagar. | We build, code and repair.
			3D-skrivare, lödkolvar och tålamod finns. | We have 3D printers, soldering irons and patience.
			En verkstad där man delar på verktyg och kunskap. | A workshop where tools and knowledge are shared.
		`),
		activities: [
			{
				name: ['Kodstuga', 'Coding for children'],
				when: 'SU SA 13',
				minutes: 120,
				ages: [9, 15],
				free: 100,
				year: 'term',
				about: said(`
					Gör ett eget spel. Datorer finns, och unga handledare. | Make your own game. There are computers, and young helpers.
				`),
			},
			{
				name: ['Reparationskafé', 'Repair café'],
				when: 'WE SA 12 17',
				minutes: 150,
				free: 100,
				about: said(`
					Ta med lampan, cykeln eller tröjan. Vi lagar den ihop med dig. | Bring the lamp, the bike or the jumper. We mend it with you.
				`),
			},
		],
		audiences: ['youth', 'everyone'],
		languages: ['en'],
	},
	{
		theme: 'vehicles',
		family: 'culture',
		weight: 2,
		names: ['{v} Veteranbilar', 'Mopedgänget {v}', 'Traktorvännerna {v}'],
		at: ['club_house', 'bygdegard', 'outdoor_place', 'hembygdsgard'],
		lead: said(`
			Gamla bilar, mopeder och traktorer som fortfarande går. | Old cars, mopeds and tractors that still run.
			Vi skruvar, putsar och åker långsamt. | We repair, polish and drive slowly.
		`),
		activities: [
			{
				name: ['Cruising och korv', 'Cruising and sausages'],
				when: 'WE TH 18',
				minutes: 150,
				free: 100,
				year: 'summer',
				about: said(`
					Alla fordon är välkomna, även din cykel. Korv säljs. | All vehicles are welcome, even your bike. Sausages are sold.
				`),
			},
			{
				name: ['Garagekväll', 'Garage evening'],
				when: 'TU 18',
				minutes: 150,
				free: 90,
				about: said(`
					Varmt garage, bra ljus och någon som kan förgasare. | A warm garage, good light and someone who knows carburettors.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'collecting_models',
		family: 'culture',
		weight: 1,
		names: ['{v} Modelljärnvägsklubb', 'Frimärksvännerna {v}'],
		at: ['folkets_hus', 'library', 'residents_premises'],
		lead: said(`
			Vi bygger en järnväg i skala 1:87, med stationen som den såg ut 1958. | We build a railway in scale 1:87, with the station as it was in 1958.
			Frimärken, vykort och mynt byter ägare hos oss. | Stamps, postcards and coins change hands here.
		`),
		activities: [
			{
				name: ['Byggkväll', 'Building evening'],
				when: 'TH 18',
				minutes: 150,
				ages: [10, 120],
				free: 90,
				about: said(`
					Hjälp till med landskap, elektronik eller en bro av tändstickor. | Help with the landscape, the wiring or a bridge of matches.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'gardening',
		extra: ['environment'],
		family: 'social',
		weight: 3,
		names: ['{v} odlarförening', 'Koloniföreningen {v}', 'Stadsodlarna {x}'],
		at: ['outdoor_place', 'community_centre', 'residents_premises', 'bystuga'],
		lead: said(`
			Vi odlar grönsaker på gemensam mark och delar på skörden. | We grow vegetables on common land and share the harvest.
			Koloniområdet har trettio lotter och en kö som går snabbare än du tror. | The allotments are thirty and the queue is faster than you think.
			Pallkragar mellan husen, bin på taket och kompost som doftar skog. | Raised beds between the houses, bees on the roof and compost that smells of forest.
		`),
		activities: [
			{
				name: ['Odla tillsammans', 'Gardening together'],
				when: 'SA WE 10 17',
				minutes: 150,
				free: 100,
				year: 'summer',
				about: said(`
					Vi gräver, sår och vattnar. Verktyg och handskar finns. | We dig, sow and water. Tools and gloves are here.
				`),
			},
			{
				name: ['Fröbyte', 'Seed swap'],
				when: 'SU 13',
				minutes: 120,
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Ta med frön du har för många av, gå hem med andra. | Bring seeds you have too many of, go home with others.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
