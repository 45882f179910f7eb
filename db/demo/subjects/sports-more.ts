import { type Subject, said } from './types.ts';

/** Sport that fewer do, or that is done in another way. */
export const moreSports: Subject[] = [
	{
		theme: 'parasport',
		extra: ['disability'],
		family: 'sport',
		weight: 2,
		names: ['{v} Parasport', 'Rullande laget {v}'],
		lead: said(`
			Idrott för dig med funktionsnedsättning, och för syskon och vänner. | Sport for you with a disability, and for your brothers, sisters and friends.
			Vi anpassar leken efter den som är med. | We adapt the game to those who play.
		`),
		activities: [
			{
				name: ['Rullstolsinnebandy', 'Wheelchair floorball'],
				when: 'TU SA 15 17',
				minutes: 75,
				ages: [8, 99],
				free: 60,
				about: said(`
					Sportrullstolar finns att låna. Den som går till vardags får sitta den här timmen. | Sport wheelchairs can be borrowed. Those who walk sit down for this hour.
				`),
			},
			{
				name: ['Boccia', 'Boccia'],
				when: 'MO WE 13 17',
				minutes: 90,
				free: 80,
				about: said(`
					Sittande eller stående, med ränna för den som behöver. | Sitting or standing, with a ramp for those who need it.
				`),
			},
		],
		audiences: ['disability', 'everyone'],
	},
	{
		theme: 'ice_sports',
		family: 'sport',
		weight: 2,
		names: ['{v} Ishockeyklubb', '{v} Konståkning', 'Bandyklubben {v}'],
		at: ['sports_hall', 'club_house'],
		lead: said(`
			Vi håller isen öppen från oktober till mars. | We keep the ice open from October to March.
			Skridskor i alla storlekar finns att låna i boden. | Skates of every size can be borrowed in the shed.
		`),
		activities: [
			{
				name: ['Skridskoskola', 'Skating school'],
				when: 'SA SU 9 10',
				minutes: 50,
				ages: [4, 9],
				free: 40,
				year: 'winter',
				about: said(`
					Med stol att hålla i och hjälm på huvudet. Föräldrar får gärna åka med. | With a chair to hold and a helmet on. Parents are welcome on the ice.
				`),
			},
			{
				name: ['Allmänhetens åkning', 'Public skating'],
				when: 'SU WE 13 18',
				minutes: 120,
				free: 100,
				year: 'winter',
				about: said(`
					Isen är din. Ta med eget fika och varma vantar. | The ice is yours. Bring your own coffee and warm mittens.
				`),
			},
		],
		audiences: ['children', 'families'],
	},
	{
		theme: 'shooting',
		family: 'sport',
		weight: 1,
		names: ['{v} Skytteförening', 'Bågskyttarna {v}'],
		at: ['club_house'],
		lead: said(`
			Skytte kräver lugn, och det är det vi tränar. | Shooting asks for calm, and that is what we train.
			Luftgevär och pilbåge, med vana ledare och klara regler. | Air rifle and bow, with experienced leaders and clear rules.
		`),
		activities: [
			{
				name: ['Prova på bågskytte', 'Try archery'],
				when: 'TH 18',
				minutes: 90,
				ages: [9, 99],
				free: 50,
				about: said(`
					Båge, pilar och handledning ingår. | Bow, arrows and guidance are included.
				`),
			},
		],
		audiences: ['youth', 'everyone'],
	},
	{
		theme: 'motor_sports',
		extra: ['vehicles'],
		family: 'sport',
		weight: 1,
		names: ['{v} Motorklubb', 'Crossklubben {x}'],
		at: ['club_house', 'outdoor_place'],
		lead: said(`
			Cross, karting och folkrace på egen bana i skogen. | Motocross, karting and folk race on our own track in the woods.
			Hos oss lär sig unga att skruva, köra säkert och ta ansvar. | Young people learn to repair, drive safely and take responsibility.
		`),
		activities: [
			{
				name: ['Mekarkväll', 'Workshop evening'],
				when: 'WE 18',
				minutes: 150,
				ages: [12, 25],
				free: 100,
				about: said(`
					Vi skruvar på mopeder och kartar. Verktyg och overaller finns. | We work on mopeds and karts. Tools and overalls are here.
				`),
			},
		],
		audiences: ['youth'],
	},
	{
		theme: 'golf',
		family: 'sport',
		weight: 1,
		names: ['{v} Golfsällskap'],
		at: ['club_house'],
		lead: said(`
			Nio hål mellan åkrar och hagar. Ingen klädkod. | Nine holes between fields and meadows. No dress code.
			En bana som medlemmarna klipper själva. | A course that the members mow themselves.
		`),
		activities: [
			{
				name: ['Prova på golf', 'Try golf'],
				when: 'SU 14',
				minutes: 120,
				ages: [8, 99],
				free: 60,
				year: 'summer',
				about: said(`
					Klubbor finns. Vi börjar på gräset bredvid och går tre hål tillsammans. | Clubs are here. We start on the grass and walk three holes together.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'water_sports',
		extra: ['boating'],
		family: 'sport',
		weight: 1,
		names: ['{v} Kanotsällskap', 'Roddklubben {x}', '{v} Segelsällskap'],
		at: ['club_house', 'outdoor_place'],
		lead: said(`
			Vi paddlar, ror och seglar så länge isen håller sig borta. | We paddle, row and sail as long as there is no ice.
			Båthuset är öppet för medlemmar och lånar ut kanoter till skolor. | The boathouse is open to members and lends canoes to schools.
		`),
		activities: [
			{
				name: ['Kvällspaddling', 'Evening paddle'],
				when: 'TU TH 18',
				minutes: 150,
				ages: [10, 99],
				free: 50,
				year: 'summer',
				about: said(`
					Du ska kunna simma 200 meter. Kanot och väst får du låna. | You must be able to swim 200 metres. Canoe and vest are lent.
				`),
			},
			{
				name: ['Vinterträff i båthuset', 'Winter meeting in the boathouse'],
				when: 'TH 18',
				minutes: 120,
				free: 100,
				year: 'winter',
				about: said(`
					Vi lagar båtar, knyter knopar och planerar sommaren. | We mend boats, tie knots and plan the summer.
				`),
			},
		],
		audiences: ['youth', 'everyone'],
	},
	{
		theme: 'other_sport',
		family: 'sport',
		weight: 1,
		names: ['{v} Idrottsallians', 'Dartklubben {v}', 'Parkourgruppen {x}'],
		lead: said(`
			En klubb för idrotter som inte får plats någon annanstans. | A club for sports that find no room elsewhere.
			Dart, parkour, frisbee: vi provar en ny sport varje månad. | Darts, parkour, frisbee: we try a new sport every month.
		`),
		activities: [
			{
				name: ['Månadens sport', 'Sport of the month'],
				when: 'SA SU 14',
				minutes: 120,
				ages: [8, 99],
				free: 80,
				about: said(`
					Någon som kan visar, resten provar. Inga förkunskaper. | Someone who knows shows, the rest try. No experience needed.
				`),
			},
		],
		audiences: ['youth', 'everyone'],
	},
];
