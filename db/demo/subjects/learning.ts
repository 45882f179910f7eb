import { type Subject, said } from './types.ts';

/** Learning together. */
export const learning: Subject[] = [
	{
		theme: 'homework_help',
		family: 'support',
		weight: 3,
		names: ['Läxhjälpen {x}', 'Läxbordet {v}'],
		at: ['library', 'school', 'community_centre', 'youth_centre', 'residents_premises'],
		lead: said(`
			Gratis läxhjälp av studenter och pensionärer. | Free homework help by students and pensioners.
			Vi sitter bredvid, inte framför. | We sit beside you, not in front.
			Ett lugnt rum efter skolan, med frukt och någon som kan matte. | A calm room after school, with fruit and someone who knows maths.
		`),
		activities: [
			{
				name: ['Läxhjälp', 'Homework help'],
				when: 'MO TU WE TH 15 16',
				minutes: 120,
				ages: [7, 19],
				free: 100,
				year: 'term',
				about: said(`
					Alla ämnen, grundskola och gymnasium. Mellanmål ingår. | All subjects, primary and upper secondary. A snack is included.
					Ta med det du fastnat på. Vi har tid. | Bring what you are stuck on. We have time.
				`),
			},
			{
				name: ['Läxhjälp på nätet', 'Homework help online'],
				when: 'MO TU WE TH 18 19',
				minutes: 90,
				ages: [10, 19],
				free: 100,
				year: 'term',
				online: true,
				about: said(`
					Skriv eller prata med en volontär. Passar dig som har långt till biblioteket. | Write to or talk with a volunteer. Good if you live far from the library.
				`),
			},
		],
		audiences: ['children', 'youth', 'newcomers'],
		languages: ['ar', 'so', 'en'],
	},
	{
		theme: 'study_circles',
		family: 'culture',
		weight: 3,
		names: ['Studiekretsen {x}', '{v} Bildningscirkel', 'Föreläsningsföreningen {v}'],
		form: 'study_association',
		lead: said(`
			Studiecirklar i allt från bin till engelska. | Study circles in everything from bees to English.
			Bildning på kvällstid, utan prov. | Learning in the evenings, without tests.
			Saknar du en cirkel? Hitta två till, så startar vi den. | Is a circle missing? Find two more people and we will start it.
		`),
		activities: [
			{
				name: ['Engelska för vuxna', 'English for adults'],
				when: 'MO WE 18',
				minutes: 90,
				ages: [18, 120],
				free: 20,
				year: 'term',
				about: said(`
					Samtal före grammatik. Åtta i gruppen. | Talk before grammar. Eight in the group.
				`),
			},
			{
				name: ['Bli trygg på nätet', 'Be safe online'],
				when: 'TU 14',
				minutes: 120,
				ages: [50, 120],
				free: 90,
				about: said(`
					Om lösenord, bluffar och e-legitimation, med övningar på egen telefon. | On passwords, frauds and electronic ID, with exercises on your own phone.
				`),
			},
			{
				name: ['Cirkel i svampkunskap', 'Circle on mushrooms'],
				when: 'SA 10',
				minutes: 180,
				free: 40,
				rhythm: 'once',
				about: said(`
					Vi plockar, sorterar och lär oss de giftiga först. | We pick, sort and learn the poisonous ones first.
				`),
			},
		],
		audiences: ['everyone'],
	},
];
