import { children, sport, training } from './sport-kit.ts';
import { type Subject, said } from './types.ts';

/** Strength, balance and animals. */
export const bodySports: Subject[] = [
	sport(
		said(`
			Respekt, balans och lek. | Respect, balance and play.
			I vår dojo tränar barn, vuxna och den som trodde att det var för sent. | In our hall children and adults train, and those who thought it was too late.
		`),
		{
			theme: 'martial_arts',
			weight: 2,
			names: ['{v} Judoklubb', 'Kampsportsföreningen {x}', '{v} Karate'],
			audiences: ['children', 'youth'],
			activities: [
				training(
					['Judo för barn', 'Judo for children'],
					'MO WE 16 17',
					'Vi lär oss falla, resa oss och hjälpa varandra upp. | We learn to fall, to rise and to help each other up.',
					children,
				),
				training(
					['Självförsvar för tjejer', 'Self-defence for girls'],
					'TH 18',
					'Sex kvällar om gränser, röst och rörelse. | Six evenings on limits, voice and movement.',
					{ ages: [13, 25], free: 70 },
				),
			],
		},
	),
	sport(
		said(`
			Ett gym som ägs av medlemmarna, öppet tidigt och sent. | A gym owned by its members, open early and late.
			Styrketräning utan speglar och stora ord. | Strength training without mirrors and big words.
		`),
		{
			theme: 'strength',
			extra: ['fitness'],
			names: ['{v} Kraftklubb', 'Bygymmet {v}'],
			activities: [
				training(
					['Kom igång i gymmet', 'Get started in the gym'],
					'MO TH 17 18',
					'En instruktör visar redskapen och gör ett program åt dig. | An instructor shows the machines and makes a programme for you.',
					{ ages: [15, 120] },
				),
			],
		},
	),
	sport(
		said(`
			Ridning och stallgemenskap för barn och vuxna. | Riding and life in the stable for children and adults.
			Ridskola med snälla hästar, ridhus och gräsmark. | A riding school with kind horses, an indoor arena and meadows.
		`),
		{
			theme: 'equestrian',
			extra: ['animals'],
			names: ['{v} Ryttare', 'Ridklubben {x}'],
			audiences: ['children', 'youth'],
			at: ['outdoor_place'],
			activities: [
				training(
					['Ridlekis', 'Riding for the youngest'],
					'SA SU 10 12',
					'Borsta, leda och rida en kort stund. En vuxen går bredvid. | Brush, lead and ride for a while. An adult walks beside.',
					{ ages: [4, 7], free: 0, year: 'term' },
				),
				training(
					['Öppet stall', 'Open stable'],
					'SU 13',
					'Hälsa på hästarna, mocka och drick saft på höbalarna. | Say hello to the horses, muck out and drink squash on the hay bales.',
					{ free: 100, rhythm: 'monthly' },
				),
			],
		},
	),
	sport(
		said(`
			Boule är lätt att börja med och svårt att sluta med. | Boules is easy to start and hard to stop.
			Vi har åtta banor, klot att låna och ett skjul med kaffekokare. | We have eight lanes, bowls to lend and a shed with a coffee maker.
		`),
		{
			theme: 'boule_bowling',
			weight: 2,
			names: ['{v} Bouleklubb', 'Kloten {v}'],
			audiences: ['seniors', 'everyone'],
			at: ['outdoor_place', 'club_house'],
			activities: [
				training(
					['Boule på förmiddagen', 'Morning boules'],
					'TU TH 10',
					'Vi lottar lag när alla har kommit. Paus för kaffe efter halva tiden. | Teams are drawn when all have come. Coffee at half-time.',
					{ minutes: 120, free: 80, ages: [18, 120] },
				),
			],
		},
	),
	sport(
		said(`
			Klättring inomhus för barn och vuxna. Rep, sele och instruktör finns. | Indoor climbing for children and adults, with rope, harness and instructor.
			Vi byggde väggen själva i en gammal verkstad. | We built the wall ourselves in an old workshop.
		`),
		{
			theme: 'climbing',
			names: ['{v} Klätterklubb'],
			audiences: ['youth', 'everyone'],
			activities: [
				training(
					['Prova på klättring', 'Try climbing'],
					'WE SU 16',
					'Vi säkrar, du klättrar. Skor finns att låna. | We hold the rope, you climb. Shoes can be borrowed.',
					{ ages: [8, 99] },
				),
			],
		},
	),
];
