import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import type { Language } from '../../src/domain/taxonomies.ts';
import type { Chance } from './chance.ts';
import { contactOf, freshnessOf } from './contact.ts';
import { inventedStreet } from './names.ts';
import { pointNear } from './places.ts';
import { type Naming, named, namingOf, type Setting, spoken } from './setting.ts';
import { closings } from './subjects/families.ts';
import type { Said, Subject } from './subjects/types.ts';
import { welcomes } from './welcome.ts';

/** An association and what it was named after, so that its house can be named the same. */
export interface Organisation {
	listing: Listing;
	naming: Naming;
}

/** An association of a subject, sometimes known by its settlement only, as registers often have it. A few sleep, unless `awake`. */
export function inventOrganisation(subject: Subject, setting: Setting, { awake = false } = {}): Organisation {
	const { chance, code, locality, now } = setting;
	const naming = namingOf(setting);
	const name = named(chance.one(subject.names), naming, setting);
	const languages = languagesOf(subject, chance);
	const exact = !subject.masked && chance.percent(55);
	const listing = ListingSchema.parse({
		kind: 'organisation',
		name,
		municipality: code,
		locality: locality.name,
		street: exact ? inventedStreet(chance) : null,
		position: exact
			? { ...pointNear(locality, chance), precision: chance.percent(75) ? 'exact' : 'street' }
			: { lon: locality.lon, lat: locality.lat, precision: 'locality' },
		masked: subject.masked ?? false,
		...contactOf(name, locality, chance, awake),
		...freshnessOf(now, chance),
		themes: [...new Set([subject.theme, ...(subject.extra ?? [])])],
		audiences: subject.audiences,
		languages,
		texts: textsOf(subject, languages, naming, setting),
		foundedYear: chance.percent(40) ? chance.whole(...foundedBetween(subject)) : null,
		dormant: chance.percent(2) && !awake && !subject.masked,
		form: subject.form ?? (chance.percent(4) ? chance.one(['network', 'informal_group', 'foundation']) : 'association'),
	});
	return { listing, naming };
}

/** Newcomers' associations and padel are young; homesteads and choirs need not be. */
const foundedBetween = ({ family, theme }: Subject): [number, number] =>
	family === 'welcome' || theme === 'technology' ? [1985, 2025] : family === 'village' ? [1898, 2022] : [1918, 2024];

/** Swedish, and some of what the subject's people speak besides. A community speaks its language in any case. */
export function languagesOf({ languages = [], theme }: Subject, chance: Chance): Language[] {
	if (theme === 'cultural_community') return ['sv', ...languages];
	const others = chance.some(languages, chance.whole(0, Math.min(3, languages.length)));
	return chance.percent(70) || others.length ? ['sv', ...others] : [];
}

function textsOf(subject: Subject, languages: Language[], naming: Naming, setting: Setting): Listing['texts'] {
	const { chance, plain } = setting;
	if (chance.percent(plain ? 40 : 8)) return {};
	const sentences: Said[] = [chance.one(subject.lead)];
	if (!plain && subject.more && chance.percent(70)) sentences.push(chance.one(subject.more));
	if (!plain && !subject.masked && chance.percent(60)) sentences.push(chance.one(closings[subject.family]));
	const { sv, en } = spoken(sentences, naming, setting);
	const inEnglish = chance.percent(plain ? 5 : subject.family === 'welcome' ? 60 : 30);
	return {
		sv: { name: null, description: sv },
		...(inEnglish ? { en: { name: null, description: en } } : {}),
		...(plain || subject.masked ? {} : greetings(languages, chance)),
	};
}

/** A welcome in some of the languages that are spoken. */
function greetings(languages: Language[], chance: Chance): Listing['texts'] {
	const known = languages.filter((language) => welcomes[language] && chance.percent(60));
	return Object.fromEntries(
		known.map((language) => [language, { name: null, description: welcomes[language]!.welcome }]),
	);
}
