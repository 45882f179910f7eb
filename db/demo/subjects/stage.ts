import { type Subject, said } from './types.ts';

/** Song, music, theatre, dance and film. */
export const stage: Subject[] = [
	{
		theme: 'choir',
		extra: ['music'],
		family: 'culture',
		weight: 4,
		names: ['{v} Blandade Kör', 'Kören {x}', 'Sångkören {v}', 'Damkören {x}'],
		at: ['faith_premises', 'school', 'bygdegard', 'folkets_hus', 'culture_house'],
		lead: said(`
			En kör för alla som tycker om att sjunga. Du behöver inte kunna noter. | A choir for everyone who likes to sing. You need not read music.
			Vi sjunger visor, pop och gamla psalmer. | We sing ballads, pop and old hymns.
			Fyrtio röster, fyra stämmor och en envis körledare. | Forty voices, four parts and a stubborn conductor.
		`),
		more: said(`
			Konserter har vi till jul och på våren. | We give concerts at Christmas and in spring.
			Basar får gå före i kaffekön. | Basses go first in the coffee queue.
			Stämmorna finns inspelade, så att du kan öva hemma. | The parts are recorded so that you can practise at home.
		`),
		activities: [
			{
				name: ['Öppen kör', 'Open choir'],
				when: 'TU WE 18 19',
				minutes: 120,
				ages: [16, 120],
				free: 30,
				year: 'term',
				about: said(`
					Ingen provsjungning. Vi värmer upp, lär oss en sång per kväll och sjunger den tillsammans. | No audition. We warm up, learn one song each evening and sing it together.
					Sjung för att det är skönt. Den som vill är med på vårkonserten. | Sing because it feels good. If you like, you can join the spring concert.
				`),
			},
			{
				name: ['Barnkör', "Children's choir"],
				when: 'TH WE 15 16',
				minutes: 60,
				ages: [6, 12],
				free: 60,
				year: 'term',
				about: said(`
					Sånglekar, rytm och mellanmål. Två gånger om året sjunger vi för publik. | Singing games, rhythm and a snack. Twice a year we sing for an audience.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'music',
		family: 'culture',
		weight: 4,
		names: ['{v} Spelmanslag', 'Musikföreningen {x}', '{v} Blåsorkester', 'Replokalen {x}'],
		lead: said(`
			Vi spelar låtar från trakten och från världen. | We play tunes from here and from the world.
			Föreningen ordnar konserter och repetitionsrum för unga band. | The association arranges concerts and rehearsal rooms for young bands.
			Fioler, nyckelharpor, dragspel och en ensam tuba. | Fiddles, nyckelharpas, accordions and one lonely tuba.
		`),
		more: said(`
			Ta med ditt instrument, eller låna ett av oss. | Bring your instrument, or borrow one of ours.
			Vi spelar på äldreboendet en gång i månaden. | We play at the home for the elderly once a month.
		`),
		activities: [
			{
				name: ['Spelstuga', 'Folk music evening'],
				when: 'MO TH 19',
				minutes: 120,
				free: 80,
				about: said(`
					Vi lär ut på gehör, en låt i taget. Lyssnare är lika välkomna. | We teach by ear, one tune at a time. Listeners are just as welcome.
				`),
			},
			{
				name: ['Öppen scen', 'Open stage'],
				when: 'FR 19',
				minutes: 180,
				free: 80,
				rhythm: 'monthly',
				about: said(`
					Tio minuter var, ljud och ljus finns. Anmäl dig i dörren. | Ten minutes each, with sound and light. Sign up at the door.
				`),
			},
			{
				name: ['Prova instrument', 'Try an instrument'],
				when: 'SA 11',
				minutes: 90,
				ages: [5, 15],
				free: 100,
				rhythm: 'monthly',
				about: said(`
					Blås, slå och knäpp på allt du hittar. Någon visar hur man håller. | Blow, beat and pluck all you find. Someone shows how to hold it.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'theatre',
		family: 'culture',
		weight: 2,
		names: ['Teatergruppen {x}', '{v} Amatörteater', 'Sommarspelet i {v}'],
		lead: said(`
			Vi sätter upp en pjäs om året och behöver skådespelare, snickare och kaffekokare. | We stage one play a year and need actors, carpenters and coffee makers.
			Teater på loge, i skolsal och ibland i skogen. | Theatre in barns, in school halls and sometimes in the woods.
			Hos oss får alla en roll, och den som inte vill stå på scen får en hammare. | Everyone gets a part, and those who do not want to act get a hammer.
		`),
		activities: [
			{
				name: ['Dramalek', 'Drama play'],
				when: 'WE SA 10 15',
				minutes: 75,
				ages: [6, 10],
				free: 40,
				year: 'term',
				about: said(`
					Vi leker fram figurer och små scener. Inget ska läras utantill. | We play our way to characters and small scenes. Nothing to learn by heart.
				`),
			},
			{
				name: ['Teater för vuxna', 'Theatre for adults'],
				when: 'TU 18',
				minutes: 150,
				ages: [18, 120],
				free: 30,
				year: 'term',
				about: said(`
					Improvisation på hösten, pjäs på våren. Publik den sista kvällen. | Improvisation in autumn, a play in spring. An audience on the last evening.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'dance',
		family: 'culture',
		weight: 3,
		names: ['Dansföreningen {x}', '{v} Folkdanslag', 'Danskompaniet {x}'],
		at: ['bygdegard', 'folkets_hus', 'ordenshus', 'school', 'community_centre'],
		lead: said(`
			Dans för alla åldrar. Kom ensam eller med en vän. | Dance for all ages. Come alone or with a friend.
			Vi dansar bugg, foxtrot och det som ungdomarna lär oss. | We dance swing, foxtrot and what the young ones teach us.
			Golvet är slipat, musiken levande minst en gång i månaden. | The floor is polished and the music live at least once a month.
		`),
		activities: [
			{
				name: ['Bugg för nybörjare', 'Swing dance for beginners'],
				when: 'MO TH 19',
				minutes: 90,
				ages: [15, 120],
				free: 20,
				year: 'term',
				about: said(`
					Vi byter partner ofta, så att ingen fastnar. Släta skor räcker. | We change partners often so that nobody gets stuck. Smooth shoes will do.
				`),
			},
			{
				name: ['Streetdance', 'Street dance'],
				when: 'TU WE 16 17',
				minutes: 60,
				ages: [9, 16],
				free: 50,
				year: 'term',
				about: said(`
					Grundsteg och en egen koreografi före jul. | Basic steps and a choreography of our own before Christmas.
				`),
			},
			{
				name: ['Sittdans', 'Seated dance'],
				when: 'WE 13',
				minutes: 60,
				ages: [60, 120],
				free: 90,
				about: said(`
					Dans på stol till musik från danspalatsens tid. | Dancing on a chair to the music of the dance halls.
				`),
			},
		],
		audiences: ['everyone'],
	},
	{
		theme: 'film_media',
		family: 'culture',
		weight: 2,
		names: ['Filmstudion {x}', 'Biografföreningen {v}', 'Närradion {v}'],
		at: ['folkets_hus', 'culture_house', 'library', 'bygdegard'],
		lead: said(`
			Vi visar film som annars inte når hit. | We show films that otherwise do not come here.
			Bio på orten, driven av dem som bor här. | A cinema run by those who live here.
			Vi gör radio, poddar och kortfilm med lånad utrustning. | We make radio, podcasts and short films with borrowed equipment.
		`),
		activities: [
			{
				name: ['Filmkväll', 'Film night'],
				when: 'WE FR 19',
				minutes: 150,
				ages: [11, 120],
				free: 30,
				about: said(`
					En film, en kort inledning och samtal efteråt för den som vill. | One film, a short introduction and a talk afterwards for those who want.
				`),
			},
			{
				name: ['Barnbio', "Children's cinema"],
				when: 'SU 14',
				minutes: 90,
				ages: [3, 9],
				free: 70,
				rhythm: 'monthly',
				about: said(`
					Kort film, lågt ljud och ljus i salen. | A short film, low sound and some light in the room.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
