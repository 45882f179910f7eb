import { type Subject, said } from './types.ts';

/** Outdoors, environment and animals. */
export const nature: Subject[] = [
	{
		theme: 'outdoor',
		extra: ['nature'],
		family: 'nature',
		weight: 3,
		names: ['Friluftsklubben {x}', '{v} vandrare', 'Utegänget {v}'],
		lead: said(`
			Vi går, paddlar och sover ute. | We walk, paddle and sleep outdoors.
			Friluftsliv för vanliga ben och vanliga ryggsäckar. | Outdoor life for ordinary legs and ordinary rucksacks.
			Vi röjer leder, vårdar vindskydd och visar vägen. | We clear trails, care for shelters and show the way.
		`),
		more: said(`
			Ryggsäck, stormkök och liggunderlag finns att låna. | Rucksacks, stoves and mats can be borrowed.
		`),
		activities: [
			{
				name: ['Söndagsvandring', 'Sunday walk'],
				when: 'SU 10',
				minutes: 180,
				free: 100,
				about: said(`
					Åtta till tio kilometer med lång rast vid en eld. | Eight to ten kilometres with a long break by a fire.
				`),
			},
			{
				name: ['Ut i skogen med barn', 'Into the woods with children'],
				when: 'SA 10',
				minutes: 120,
				ages: [3, 8],
				free: 90,
				about: said(`
					Vi letar spår, bygger koja och grillar pinnbröd. | We look for tracks, build a hut and bake bread on sticks.
				`),
			},
			{
				name: ['Nyårsdagspromenad', "New Year's Day walk"],
				when: 'TH 11',
				minutes: 120,
				free: 100,
				rhythm: 'yearly',
				rule: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1',
				about: said(`
					Fem kilometer och varm choklad. Året börjar ute. | Five kilometres and hot chocolate. The year begins outdoors.
				`),
			},
		],
		audiences: ['families', 'everyone'],
		languages: ['en'],
	},
	{
		theme: 'scouting',
		extra: ['outdoor'],
		family: 'nature',
		weight: 2,
		names: ['{v} scoutkår', 'Scouterna på {v}'],
		keeps: 'scout_hut',
		at: ['scout_hut'],
		lead: said(`
			Scouter från åtta år: eld, knopar, hajker och vänner. | Scouts from eight years: fire, knots, hikes and friends.
			Vi lär barn att klara sig ute och att ta hand om varandra. | We teach children to manage outdoors and to care for each other.
		`),
		activities: [
			{
				name: ['Scoutmöte', 'Scout meeting'],
				when: 'MO TU WE 18',
				minutes: 90,
				ages: [8, 11],
				free: 20,
				year: 'term',
				about: said(`
					Lek, eld och märken, för det mesta utomhus. | Play, fire and badges, mostly outdoors.
				`),
			},
			{
				name: ['Äventyrarscouter', 'Older scouts'],
				when: 'TH 18',
				minutes: 120,
				ages: [12, 15],
				free: 20,
				year: 'term',
				about: said(`
					Patrullen planerar själv sin hajk. Ledaren bär första hjälpen-väskan. | The patrol plans its own hike. The leader carries the first-aid kit.
				`),
			},
		],
		audiences: ['children', 'youth'],
	},
	{
		theme: 'hunting_fishing',
		family: 'social',
		weight: 2,
		names: ['{v} Fiskevårdsförening', '{v} Jaktkrets', 'Flugfiskarna {v}'],
		at: ['club_house', 'bystuga', 'outdoor_place'],
		lead: said(`
			Vi vårdar vattnet, planterar fisk och säljer fiskekort. | We care for the water, stock fish and sell permits.
			Viltvård, eftersök och jägarexamen. | Game care, tracking of injured game and the hunting exam.
		`),
		activities: [
			{
				name: ['Bind flugor', 'Tie flies'],
				when: 'TU 18',
				minutes: 120,
				ages: [9, 120],
				free: 90,
				year: 'winter',
				about: said(`
					Krok, fjädrar och en lampa. Vi har städ att låna. | A hook, feathers and a lamp. Vices can be borrowed.
				`),
			},
			{
				name: ['Fiskets dag', 'Fishing day'],
				when: 'SU 9',
				minutes: 240,
				free: 100,
				rhythm: 'once',
				about: said(`
					Metspön till barnen, vägning klockan ett och pris till minsta fisken. | Rods for the children, weighing at one and a prize for the smallest fish.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'boating',
		family: 'social',
		weight: 1,
		names: ['{v} Båtsällskap'],
		at: ['club_house', 'outdoor_place'],
		lead: said(`
			Bryggor, vinterupplag och en klubbstuga med spis. | Jetties, winter storage and a club hut with a stove.
			Vi sköter hamnen själva, med två vaktnätter per båt och år. | We run the harbour ourselves, with two nights of watch for each boat and year.
		`),
		activities: [
			{
				name: ['Kurs för förarbevis', 'Skipper course'],
				when: 'WE 18',
				minutes: 150,
				ages: [12, 120],
				free: 0,
				year: 'winter',
				about: said(`
					Sjökort, väjningsregler och väder. Prov i april. | Charts, rules of the road and weather. The test is in April.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'environment',
		family: 'nature',
		weight: 2,
		names: ['Naturvännerna {v}', '{v} klimatgrupp', 'Fågelklubben {v}'],
		lead: said(`
			Vi slår ängar, räknar fåglar och ordnar byteskvällar. | We mow meadows, count birds and arrange swaps.
			En grupp som gör något åt klimatet där vi bor. | A group that does something for the climate where we live.
			Vi vårdar våtmarken vid gamla såggården. | We care for the wetland by the old sawmill.
		`),
		activities: [
			{
				name: ['Klädbyte', 'Clothes swap'],
				when: 'SA 11',
				minutes: 180,
				free: 100,
				rhythm: 'once',
				about: said(`
					Lämna högst tio plagg, ta hem lika många. | Leave at most ten garments, take as many home.
				`),
			},
			{
				name: ['Fågelskådning', 'Bird watching'],
				when: 'SU SA 7 8',
				minutes: 180,
				free: 100,
				about: said(`
					Vi har tubkikare. Klä dig varmt och tala tyst. | We bring telescopes. Dress warmly and speak softly.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'animals',
		family: 'social',
		weight: 1,
		names: ['{v} Biodlare', 'Katthemmet {x}', 'Kaninhopparna {v}'],
		lead: said(`
			Vi tar hand om djur och dem som älskar dem. | We care for animals and those who love them.
			Bin, katter och kaniner, var och en i sin avdelning. | Bees, cats and rabbits, each in its own section.
		`),
		activities: [
			{
				name: ['Djurens kväll', 'Evening with the animals'],
				when: 'TH 18',
				minutes: 90,
				free: 100,
				about: said(`
					Hälsa på, lär dig sköta dem och hjälp till om du vill. | Visit, learn how to care for them and help if you like.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'dogs',
		extra: ['animals'],
		family: 'social',
		weight: 2,
		names: ['{v} hundklubb', 'Hundvännerna {v}'],
		at: ['outdoor_place', 'club_house'],
		lead: said(`
			Kurser, promenader och tävlingar för alla hundar och deras människor. | Classes, walks and contests for all dogs and their people.
			Appellplan med belysning och en stuga att värma sig i. | A lit training field and a hut to warm yourself in.
		`),
		activities: [
			{
				name: ['Valpträff', 'Puppy meeting'],
				when: 'MO SU 18',
				minutes: 60,
				free: 30,
				about: said(`
					Valpar leker, ägare frågar. För valpar från tolv veckor. | Puppies play, owners ask. For puppies from twelve weeks.
				`),
			},
			{
				name: ['Hundpromenad', 'Dog walk'],
				when: 'SA 10',
				minutes: 90,
				free: 100,
				about: said(`
					Vi går i koppel, med avstånd för den hund som behöver det. | We walk on leads, with room for the dog that needs it.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
