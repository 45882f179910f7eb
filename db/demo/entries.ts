import { type Listing, type ListingInput, ListingSchema } from '../../src/domain/listing.ts';
import type { AccessFact, Language } from '../../src/domain/taxonomies.ts';
import type { Locality } from '../geography/index.ts';
import type { Chance } from './chance.ts';
import { contactOf, freshnessOf } from './contact.ts';
import { inventedPlace, inventedStreet, pointNear } from './places.ts';
import { scheduleOf } from './schedules.ts';
import type { Pattern, Subject, VenuePattern } from './subjects.ts';

/** Where and when something is invented. */
export interface Setting {
	chance: Chance;
	code: string;
	locality: Locality;
	/** Unix seconds. */
	now: number;
}

/** "Björkhult IF" is Björkhults IF; a name that ends in a vowel stands as it is, as such names do. */
const genitive = (name: string) => (/[aeiouyåäösxz]$/i.test(name) ? name : `${name}s`);

const fill = (text: string, village: string, place: string) =>
	text
		.replace(/\{v\} (?=\p{L})/gu, `${genitive(village)} `)
		.replaceAll('{v}', village)
		.replaceAll('{p}', place);
const parsed = (input: ListingInput): Listing => ListingSchema.parse(input);

/** An association of a subject, sometimes only known by its settlement, as registers often have it. */
export function inventOrganisation(subject: Subject, { chance, code, locality, now }: Setting): Listing {
	const village = inventedPlace(chance);
	const name = fill(chance.one(subject.organisations), village, locality.name);
	const texts = chance.some(subject.sv, chance.whole(1, Math.min(3, subject.sv.length)));
	const english = chance.percent(35) ? chance.one(subject.en) : null;
	const masked = name.startsWith('Kvinnojouren');
	const exact = chance.percent(55);
	return parsed({
		kind: 'organisation',
		name,
		municipality: code,
		locality: locality.name,
		street: exact && !masked ? inventedStreet(chance) : null,
		position: exact
			? { ...pointNear(locality, chance), precision: chance.percent(75) ? 'exact' : 'street' }
			: { lon: locality.lon, lat: locality.lat, precision: 'locality' },
		masked,
		...contactOf(name, chance),
		...freshnessOf(now, chance),
		themes: [...new Set([subject.theme, ...subject.extra])],
		audiences: subject.audiences,
		languages: languagesOf(subject, chance),
		texts: {
			...(chance.percent(88)
				? { sv: { description: texts.map((text) => fill(text, village, locality.name)).join(' ') } }
				: {}),
			...(english ? { en: { description: fill(english, village, locality.name) } } : {}),
		},
		foundedYear: chance.percent(40) ? chance.whole(1888, 2024) : null,
		dormant: chance.percent(2),
		form: subject.theme === 'faith' ? 'congregation' : 'association',
	});
}

function languagesOf({ languages }: Subject, chance: Chance): Language[] {
	const others = languages.length ? chance.some(languages, chance.whole(0, Math.min(3, languages.length))) : [];
	return chance.percent(70) || others.length ? ['sv', ...others] : [];
}

const facts: readonly AccessFact[] = [
	'step_free_entrance',
	'ramp',
	'lift',
	'accessible_toilet',
	'hearing_loop',
	'tactile_signs',
	'quiet',
	'accessible_parking',
];

/** Half of what could be told has been told; the rest is unknown. */
function accessOf(chance: Chance) {
	const told = facts.filter(() => chance.percent(45)).map((fact) => [fact, chance.percent(65)]);
	const width = chance.percent(25) ? [['door_width_cm', chance.one([78, 80, 90, 100, 120])]] : [];
	return Object.fromEntries([...told, ...width]);
}

/** A venue with its rooms; `keeper` is the listing id of who looks after it. */
export function inventVenue(pattern: VenuePattern, keeper: number | null, setting: Setting): Listing {
	const { chance, code, locality, now } = setting;
	const village = chance.percent(25) ? locality.name : inventedPlace(chance);
	const name = fill(chance.one(pattern.names), village, locality.name);
	const { homepage, email, phone } = contactOf(name, chance);
	return parsed({
		kind: 'venue',
		name,
		venueKind: pattern.kind,
		municipality: code,
		locality: locality.name,
		street: inventedStreet(chance),
		position: { ...pointNear(locality, chance), precision: chance.percent(85) ? 'exact' : 'street' },
		...{ homepage, email, phone },
		...freshnessOf(now, chance),
		keeper,
		seats: pattern.rooms.reduce((most, { seats }) => Math.max(most, seats ?? 0), 0) || null,
		openingHours: chance.percent(80) ? pattern.hours : null,
		price: chance.percent(50)
			? chance.one(['Gratis för föreningar', '150 kr i timmen', '400 kr för en kväll', '1 200 kr för en helg'])
			: null,
		equipment: pattern.equipment.filter(() => chance.percent(85)),
		access: accessOf(chance),
		rooms: pattern.rooms.map((room, place) => ({
			...room,
			partOf: place > 0 && room.name.startsWith('Halva') ? 0 : null,
			access: chance.percent(20) ? { step_free_entrance: chance.percent(70) } : {},
		})),
		texts: { sv: { description: pattern.sv }, ...(chance.percent(50) ? { en: { description: pattern.en } } : {}) },
	});
}

/** Who holds an activity and where, by listing id. */
export interface Held {
	organisation: { id: number; listing: Listing } | null;
	venue: { id: number; listing: Listing } | null;
}

/** An activity of a subject: weekly, every other week, monthly or once, alive at any time of the year. */
export function inventActivity(
	subject: Subject,
	pattern: Pattern,
	{ organisation, venue }: Held,
	setting: Setting,
): Listing {
	const { chance, code, locality, now } = setting;
	const place = venue?.listing.locality ?? locality.name;
	const online = !venue && chance.percent(20);
	const free = chance.percent(pattern.free);
	const named = chance.percent(30) ? ` i ${place}` : '';
	return parsed({
		kind: 'activity',
		name: pattern.sv + named,
		municipality: code,
		locality: place,
		position: venue || online ? null : { ...pointNear(locality, chance), precision: 'street' },
		organisation: organisation?.id ?? null,
		venue: venue?.id ?? null,
		onlineUrl: online ? 'https://mote.samlas.example/rum' : null,
		...freshnessOf(now, chance),
		email: organisation?.listing.email ?? null,
		phone: organisation?.listing.phone ?? null,
		themes: [subject.theme],
		audiences: subject.audiences,
		languages: languagesOf(subject, chance),
		ages: pattern.ages && { min: pattern.ages[0], max: pattern.ages[1] },
		free: chance.percent(90) ? free : null,
		price: free ? null : chance.one(['20 kr', '50 kr per gång', '400 kr för terminen', '300 kr för medlemmar']),
		dropIn: chance.percent(70) ? chance.percent(75) : null,
		texts: {
			sv: { description: `${chance.one(subject.sv).replaceAll('{p}', place)}` },
			...(chance.percent(60)
				? { en: { name: pattern.en + (named ? ` in ${place}` : ''), description: chance.one(subject.en) } }
				: {}),
		},
		schedules: [scheduleOf(pattern, now, chance)],
	});
}
