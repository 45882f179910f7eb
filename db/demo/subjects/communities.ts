import type { Language } from '../../../src/domain/taxonomies.ts';
import { type Subject, said } from './types.ts';

const lead = said(`
	Vi samlas kring språk, mat, musik och högtider. | We gather around language, food, music and feasts.
	Föreningen är ett andra hem för dig som har rötter på annat håll. | The association is a second home for you who have roots elsewhere.
	Här får barnen höra sitt modersmål och de vuxna hjälp att hitta rätt i Sverige. | Here children hear their mother tongue and adults get help to find their way in Sweden.
`);
const more = said(`
	Vi har danskvällar, utflykter och ett litet bibliotek. | We have dance evenings, outings and a small library.
	Alla är välkomna, oavsett var ni eller era föräldrar är födda. | Everyone is welcome, wherever you or your parents were born.
	Vi samarbetar med skolor och bibliotek om högläsning på flera språk. | We work with schools and libraries on reading aloud in several languages.
	Ungdomsgruppen ordnar egna kvällar en gång i månaden. | The youth group arranges its own evenings once a month.
`);

function community(names: string[], inSwedish: string, inEnglish: string, language: Language, weight: number): Subject {
	return {
		theme: 'cultural_community',
		extra: ['integration'],
		family: 'welcome',
		weight,
		names,
		lead,
		more,
		languages: [language],
		audiences: ['everyone'],
		activities: [
			{
				name: [`Sagostund på ${inSwedish}`, `Story time in ${inEnglish}`],
				when: 'SA SU 11 13',
				minutes: 60,
				ages: [3, 9],
				free: 100,
				about: said(`
					Vi läser, sjunger och ritar på ${inSwedish}. Syskon och föräldrar är med. | We read, sing and draw in ${inEnglish}. Brothers, sisters and parents join in.
				`),
			},
			{
				name: [`Modersmålsgrupp i ${inSwedish}`, `Mother tongue group in ${inEnglish}`],
				when: 'SA SU 12 14',
				minutes: 90,
				ages: [7, 14],
				free: 90,
				year: 'term',
				about: said(`
					Barnen läser och skriver ${inSwedish} med en lärare från föreningen. | The children read and write ${inEnglish} with a teacher from the association.
				`),
			},
			{
				name: ['Kulturkväll', 'Culture evening'],
				when: 'FR SA 18',
				minutes: 180,
				free: 80,
				rhythm: 'monthly',
				about: said(`
					Musik, mat och berättelser. Ta gärna med en granne som aldrig varit hos oss. | Music, food and stories. Bring a neighbour who has never been here.
					En kväll om året är vi på scen, de andra runt långbordet. | One evening a year we are on stage, the others around the long table.
				`),
			},
		],
	};
}

/** Associations of people who share a language or a country. */
export const communities: Subject[] = [
	community(['Somaliska föreningen {x}', 'Somaliska familjer i {v}'], 'somaliska', 'Somali', 'so', 3),
	community(
		['Syriska kulturhuset {x}', 'Arabiska läsecirkeln {v}', 'Irakiska föreningen {x}'],
		'arabiska',
		'Arabic',
		'ar',
		3,
	),
	community(['Ukrainska gemenskapen {x}', 'Solrosen, ukrainare i {v}'], 'ukrainska', 'Ukrainian', 'uk', 3),
	community(['Eritreanska föreningen {x}', 'Eritreanska familjer i {v}'], 'tigrinska', 'Tigrinya', 'ti', 2),
	community(['Finska klubben {v}', 'Sverigefinska kretsen {x}'], 'finska', 'Finnish', 'fi', 2),
	community(['Persiska kulturkretsen {x}', 'Afghanska vänner i {v}'], 'persiska', 'Persian', 'fa', 2),
	community(['Kurdiska kulturgruppen {x}'], 'kurdiska', 'Kurdish', 'ku', 1),
	community(['Polska kretsen {x}'], 'polska', 'Polish', 'pl', 1),
	community(['Bosniska föreningen {x}'], 'bosniska', 'Bosnian', 'bs', 1),
	community(['Thailändska vänskapsföreningen {x}'], 'thailändska', 'Thai', 'th', 1),
	community(['Latinamerikanska föreningen {x}'], 'spanska', 'Spanish', 'es', 1),
	community(['Romska kulturföreningen {x}'], 'romani', 'Romani', 'rom', 1),
	community(['Samisk kulturgrupp {x}'], 'nordsamiska', 'Northern Sami', 'se', 1),
];
