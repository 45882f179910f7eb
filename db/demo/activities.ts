import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import type { Language } from '../../src/domain/taxonomies.ts';
import { freshnessOf } from './contact.ts';
import { languagesOf, type Organisation } from './organisations.ts';
import { pointNear } from './places.ts';
import { scheduleOf } from './schedules.ts';
import { named, namingOf, type Setting } from './setting.ts';
import { prices } from './subjects/families.ts';
import type { Pattern, Subject } from './subjects/types.ts';
import { languageCafe, welcomes } from './welcome.ts';

/** Who holds an activity, and where, by listing id. */
export interface Held {
	host: Organisation & { id: number; subject: Subject };
	venue: { id: number; listing: Listing } | null;
}

/** An activity of a subject, alive at any time of the year unless its kind has a season. */
export function inventActivity(pattern: Pattern, { host, venue }: Held, setting: Setting): Listing {
	const { chance, code, locality, now, plain } = setting;
	const { subject } = host;
	const place = plain ? namingOf(setting).village : (venue?.listing.locality ?? locality.name);
	const free = chance.percent(pattern.free);
	const told = chance.percent(92) ? free : null;
	const suffixed = !pattern.online && chance.percent(plain ? 80 : 25);
	const about = chance.one(pattern.about);
	const inPlace = (text: string) => named(text, host.naming, setting);
	const languages = languagesOf(subject, chance);
	return ListingSchema.parse({
		kind: 'activity',
		name: pattern.name[0] + (suffixed ? ` i ${place}` : ''),
		municipality: code,
		locality: venue?.listing.locality ?? locality.name,
		position: venue || pattern.online ? null : { ...pointNear(locality, chance), precision: 'street' },
		organisation: host.id,
		venue: venue?.id ?? null,
		onlineUrl: pattern.online ? 'https://mote.samlas.example/rum' : null,
		...freshnessOf(now, chance),
		homepage: host.listing.homepage,
		email: host.listing.email,
		phone: host.listing.phone,
		themes: [subject.theme],
		audiences: subject.audiences,
		languages,
		ages: pattern.ages ? { min: pattern.ages[0], max: pattern.ages[1] } : null,
		free: told,
		price: told === false ? chance.one(prices[subject.family]) : null,
		dropIn: dropInOf(about[0], setting),
		texts: {
			...(chance.percent(plain ? 60 : 96) ? { sv: { description: inPlace(about[0]) } } : {}),
			...(chance.percent(plain ? 5 : 50)
				? { en: { name: pattern.name[1] + (suffixed ? ` in ${place}` : ''), description: inPlace(about[1]) } }
				: {}),
			...(plain ? {} : foreign(pattern, free, languages, setting)),
		},
		schedules: [scheduleOf(pattern, { now, lat: locality.lat, chance, plain })],
	});
}

/** Texts that promise it are kept to; else it has mostly been told. */
function dropInOf(about: string, { chance }: Setting): boolean | null {
	if (/ingen anmälan|när du vill|kom och gå|öppen för alla/i.test(about)) return true;
	return chance.percent(70) ? chance.percent(70) : null;
}

/** A few words in some of the other languages, so that those who read them find it. */
function foreign({ name }: Pattern, free: boolean, languages: Language[], { chance }: Setting): Listing['texts'] {
	const cafe = name[0] === 'Språkkafé';
	const known = languages.filter((language) => welcomes[language] && chance.percent(cafe ? 85 : 40));
	const textOf = (language: Language) => {
		const own = cafe ? languageCafe[language] : undefined;
		const { welcome, free: costsNothing } = welcomes[language]!;
		const sentences = [own?.does, welcome, free ? costsNothing : ''].filter(Boolean);
		return { name: own?.name ?? null, description: sentences.join(' ') };
	};
	return Object.fromEntries(known.map((language) => [language, textOf(language)]));
}
