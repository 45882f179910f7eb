import type { Event, NGO, Place, WithContext } from 'schema-dts';
import type { EntryView } from './entry-view.ts';
import type { AccessFacts } from './listing.ts';
import { photoPath } from './paths.ts';
import type { Occurrence } from './schedule.ts';

/** Entries as schema.org data (JSON-LD), from what their pages show and nothing else. */

const context = 'https://schema.org' as const;

function addressOf({ street, postcode, postTown, locality, municipality }: EntryView) {
	return {
		'@type': 'PostalAddress' as const,
		addressCountry: 'SE',
		addressRegion: municipality.name,
		...(postTown || locality ? { addressLocality: postTown ?? locality ?? '' } : {}),
		...(street ? { streetAddress: street } : {}),
		...(postcode ? { postalCode: postcode } : {}),
	};
}

/** A point is given only when it is the place itself, not the middle of a settlement. */
function geoOf({ position }: EntryView) {
	if (position?.precision !== 'exact' && position?.precision !== 'street') return {};
	return { geo: { '@type': 'GeoCoordinates' as const, latitude: position.lat, longitude: position.lon } };
}

/** The pictures, at their whole addresses. */
const imagesOf = ({ photos }: EntryView, url: string) =>
	photos.length ? { image: photos.map(({ id }) => new URL(photoPath(id, 'large'), url).href) } : {};

function reachOf({ homepage, email, phone, description }: EntryView) {
	return {
		...(description ? { description } : {}),
		...(homepage ? { sameAs: homepage } : {}),
		...(email ? { email } : {}),
		...(phone ? { telephone: phone } : {}),
	};
}

/** Persons who have said yes to it; schema.org gives them a place with organisations alone. */
const contactsOf = ({ contacts }: EntryView) =>
	contacts.length
		? {
				contactPoint: contacts.map(({ name, role, phone, email }) => ({
					'@type': 'ContactPoint' as const,
					...{ name, contactType: role },
					...(phone ? { telephone: phone } : {}),
					...(email ? { email } : {}),
				})),
			}
		: {};

/** An association. */
export function organisationData(entry: EntryView, url: string, foundedYear: number | null): WithContext<NGO> {
	return {
		'@context': context,
		'@type': 'NGO',
		name: entry.name,
		url,
		...reachOf(entry),
		...contactsOf(entry),
		...imagesOf(entry, url),
		address: addressOf(entry),
		areaServed: entry.municipality.name,
		...(foundedYear ? { foundingDate: String(foundedYear) } : {}),
	};
}

interface VenueFacts {
	seats: number | null;
	openingHours: string | null;
	equipment: readonly string[];
	access: AccessFacts;
}

/** A place to meet. Only what is known of its accessibility is said. */
export function venueData(
	entry: EntryView,
	url: string,
	{ seats, openingHours, equipment, access }: VenueFacts,
): WithContext<Place> {
	const features = [...equipment.map((name) => [name, true] as const), ...Object.entries(access)];
	const { email: _email, ...reach } = reachOf(entry) as ReturnType<typeof reachOf> & { email?: string };
	return {
		'@context': context,
		'@type': 'CivicStructure',
		name: entry.name,
		url,
		...reach,
		...imagesOf(entry, url),
		address: addressOf(entry),
		...geoOf(entry),
		...(seats ? { maximumAttendeeCapacity: seats } : {}),
		...(openingHours ? { openingHours } : {}),
		amenityFeature: features.map(([name, value]) => ({
			'@type': 'LocationFeatureSpecification' as const,
			name,
			value: value as boolean | number,
		})),
	};
}

interface ActivityFacts {
	free: boolean | null;
	host: { name: string } | null;
	at: { name: string } | null;
	onlineUrl: string | null;
	times: readonly Occurrence[];
}

/** Something to come to: its next occurrence as the event's time, the following ones as its parts. */
export function activityData(
	entry: EntryView,
	url: string,
	{ free, host, at, onlineUrl, times }: ActivityFacts,
): WithContext<Event> {
	const iso = (second: number) => new Date(second * 1000).toISOString();
	const [next, ...others] = times.slice(0, 6);
	const location = onlineUrl
		? { '@type': 'VirtualLocation' as const, url: onlineUrl }
		: {
				'@type': 'Place' as const,
				name: at?.name ?? entry.municipality.name,
				address: addressOf(entry),
				...geoOf(entry),
			};
	const mode = onlineUrl ? 'OnlineEventAttendanceMode' : 'OfflineEventAttendanceMode';
	return {
		'@context': context,
		'@type': 'Event',
		name: entry.name,
		url,
		...(entry.description ? { description: entry.description } : {}),
		...imagesOf(entry, url),
		...(next ? { startDate: iso(next.start), endDate: iso(next.end) } : {}),
		eventAttendanceMode: `https://schema.org/${mode}`,
		eventStatus: 'https://schema.org/EventScheduled',
		location,
		...(free === null ? {} : { isAccessibleForFree: free }),
		...(host ? { organizer: { '@type': 'Organization' as const, name: host.name } } : {}),
		...(entry.languages.length ? { inLanguage: entry.languages } : {}),
		subEvent: others.map(({ start, end }) => ({
			'@type': 'Event' as const,
			name: entry.name,
			startDate: iso(start),
			endDate: iso(end),
			location,
		})),
	};
}
