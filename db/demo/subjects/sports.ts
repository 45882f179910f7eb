import { sport, training } from './sport-kit.ts';
import { type Subject, said } from './types.ts';

/** Sport of other sorts. */
export const sports: Subject[] = [
	sport(
		said(`
			Rörelseglädje från två år till nittio. | The joy of movement from two years to ninety.
			Vi håller till i skolans gymnastiksal och har utbildade ledare. | We use the school gym and have trained leaders.
			Gymnastik utan medaljer men med mycket skratt. | Gymnastics without medals but with much laughter.
		`),
		{
			theme: 'gymnastics',
			extra: ['fitness'],
			weight: 3,
			names: ['Gymnastikföreningen {v}', '{v} Gymnaster', 'Gympaklubben {x}'],
			audiences: ['families', 'everyone'],
			activities: [
				training(
					['Familjegympa', 'Family gymnastics'],
					'SA SU 9 10',
					'Bana, sång och hopp i tjockmattan. En vuxen per barn. | An obstacle course, songs and jumps on the thick mat. One adult for each child.',
					{ minutes: 45, ages: [2, 5], year: 'term' },
				),
				training(
					['Gympa för alla', 'Exercise for everyone'],
					'TU TH 18 19',
					'Kondition, styrka och rörlighet till musik. Du gör så mycket du orkar. | Fitness, strength and suppleness to music. Do as much as you can.',
					{ ages: [16, 120], free: 20 },
				),
				training(
					['Seniorgympa', 'Exercise for seniors'],
					'MO WE 10',
					'Lätt gympa, stående eller på stol. Vi avslutar med kaffe. | Light exercise, standing or on a chair. We end with coffee.',
					{ ages: [65, 120], minutes: 60 },
				),
			],
		},
	),
	sport(
		said(`
			Vi springer, hoppar och kastar, ute på sommaren och inne på vintern. | We run, jump and throw, outdoors in summer and indoors in winter.
			Löpargruppen ses vid skolan oavsett väder. | The running group meets by the school in any weather.
		`),
		{
			theme: 'athletics',
			weight: 2,
			names: ['{v} Friidrott', 'Löparklubben {x}'],
			activities: [
				training(
					['Friidrottslek', 'Athletics for children'],
					'MO WE 16 17',
					'Stafetter, längdhopp och boll. Alla får prova allt. | Relays, long jump and ball. Everyone tries everything.',
					{ ages: [7, 10], year: 'term' },
				),
				training(
					['Löpning för nybörjare', 'Running for beginners'],
					'TU TH SU 18',
					'Vi går och springer växelvis. Efter tio veckor orkar du fem kilometer. | We walk and run by turns. After ten weeks you manage five kilometres.',
					{ ages: [16, 99], free: 80 },
				),
			],
		},
	),
	sport(
		said(`
			Alla ska kunna simma. Därför har vi grupper för barn, tonåringar och vuxna. | Everyone should be able to swim. So we have groups for children, teenagers and adults.
			Vi lär ut simning och vattenvana och sköter badplatsen om sommaren. | We teach swimming and look after the bathing place in summer.
		`),
		{
			theme: 'swimming',
			weight: 2,
			names: ['{v} Simsällskap', 'Simklubben {x}'],
			audiences: ['children', 'families'],
			activities: [
				training(
					['Simskola', 'Swimming lessons'],
					'SA SU MO 10 16',
					'Små grupper och tålmodiga ledare. Barnet börjar när det är redo. | Small groups and patient leaders. Your child starts when ready.',
					{ ages: [5, 9], minutes: 40, year: 'term' },
				),
				training(
					['Simning för vuxna nybörjare', 'Swimming for adult beginners'],
					'SU TU 17 19',
					'Det är aldrig för sent. Vi börjar där du bottnar. | It is never too late. We start where you can stand.',
					{ ages: [16, 120], minutes: 60 },
				),
			],
		},
	),
	sport(
		said(`
			Vi spårar, lyser upp och lär ut. | We groom the tracks, light them and teach.
			När snön kommer är elljusspåret preparerat före klockan sju. | When snow comes the lit track is ready before seven.
		`),
		{
			theme: 'skiing',
			extra: ['outdoor'],
			names: ['{v} Skidklubb', 'Skidsällskapet {v}'],
			audiences: ['families'],
			activities: [
				training(
					['Skidskola', 'Ski school'],
					'SA SU 10 11',
					'Lek på skidor med varm saft efteråt. Skidor finns att låna. | Play on skis with warm squash afterwards. Skis can be borrowed.',
					{ ages: [5, 10], minutes: 90, year: 'winter' },
				),
				training(
					['Barmarksträning', 'Training without snow'],
					'TU TH 18',
					'Stavgång, rullskidor och styrka för hela familjen. | Poles, roller skis and strength for the whole family.',
					{ ages: [10, 99] },
				),
			],
		},
	),
	sport(
		said(`
			Vi cyklar på väg och i skog, fort eller långsamt. | We cycle on roads and in woods, fast or slowly.
			Klubben har verktyg, varvsbanor för barnen och en gemensam rast på varje tur. | The club has tools, a track for children and a shared break on every ride.
		`),
		{
			theme: 'cycling',
			names: ['{v} Cykelklubb', 'Trampvännerna {v}'],
			activities: [
				training(
					['Onsdagstrampet', 'Wednesday ride'],
					'WE 18',
					'Tre grupper med olika fart. Hjälm på, lampa på. | Three groups at different speeds. Wear a helmet and a light.',
					{ minutes: 120, free: 80 },
				),
			],
		},
	),
	sport(
		said(`
			Karta, kompass och skog. | Map, compass and forest.
			Vi lägger banor för nybörjare varje vecka och för elit när det behövs. | We set courses for beginners each week.
		`),
		{
			theme: 'orienteering',
			extra: ['outdoor'],
			weight: 2,
			names: ['{v} OK', 'Orienteringsklubben {v}'],
			audiences: ['families', 'everyone'],
			activities: [
				training(
					['Orientering för nybörjare', 'Orienteering for beginners'],
					'TU 17 18',
					'Vi går den första banan tillsammans. Sedan vågar du själv. | We walk the first course together. Then you dare on your own.',
					{ free: 80, minutes: 90 },
				),
			],
		},
	),
];
