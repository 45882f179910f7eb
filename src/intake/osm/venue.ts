import OpeningHours from 'opening_hours';
import { languages } from '../../domain/taxonomies.ts';
import { cleanEmail } from '../clean/email.ts';
import { cleanHomepage } from '../clean/homepage.ts';
import { cleanName } from '../clean/name.ts';
import { cleanPhone } from '../clean/phone.ts';
import { cleanPostcode } from '../clean/postcode.ts';
import { cleanLine, cleanText } from '../clean/text.ts';
import type { Placer } from '../locate.ts';
import { type Problem, shown } from '../problem.ts';
import { accessOf, count, equipmentOf } from './access.ts';
import { type Tags, venueKindOf } from './kinds.ts';

/** Who must be named wherever the entry is shown (ODbL 1.0, 4.3). */
export const ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0';

/** An element of an answer from Overpass (`out center tags`). */
export interface Element {
	type: 'node' | 'way' | 'relation';
	id: number;
	lat?: number | undefined;
	lon?: number | undefined;
	center?: { lat: number; lon: number } | undefined;
	tags: Tags;
}

/** The element as a venue; null when it is none, or has no name (`unnamed`). */
export function venueOf(
	element: Element,
	line: number,
	municipality: string,
	placer: Placer,
	problems: Problem[],
): Record<string, unknown> | 'unnamed' | null {
	const { tags } = element;
	const kind = venueKindOf(tags);
	if (!kind) return null;
	const { name } = cleanName(tags['name:sv'] ?? tags.name ?? '');
	if (name === '') return 'unnamed';
	const note = (field: string, reason: string, value: string) =>
		problems.push({ line, field, reason, value: shown(value) });
	const postcode = cleanPostcode(tags['addr:postcode'] ?? '');
	const postTown = cleanLine(tags['addr:city'] ?? '') || null;
	const locality = cleanLine(tags['addr:suburb'] ?? tags['addr:village'] ?? tags['addr:hamlet'] ?? '') || null;
	const lat = element.lat ?? element.center?.lat;
	const lon = element.lon ?? element.center?.lon;
	const place = placer.place({
		municipality,
		postcode,
		postTown,
		locality,
		north: String(lat ?? ''),
		east: String(lon ?? ''),
	});
	if (place.problem) note('position', place.problem, `${lat} ${lon}`);
	const hours = openingHoursOf(tags.opening_hours);
	if (tags.opening_hours && !hours) note('openingHours', 'not_opening_hours', tags.opening_hours);
	return {
		kind: 'venue',
		venueKind: kind,
		name: name.slice(0, 200),
		municipality,
		locality: locality ?? place.locality,
		street: streetOf(tags),
		postcode,
		postTown,
		position: place.position,
		homepage: cleanHomepage(tags.website ?? tags['contact:website'] ?? tags.url ?? ''),
		email: cleanEmail(tags.email ?? tags['contact:email'] ?? '', name).email,
		phone: cleanPhone(tags.phone ?? tags['contact:phone'] ?? tags['contact:mobile'] ?? ''),
		texts: textsOf(tags, name),
		attribution: ATTRIBUTION,
		seats: count(tags.capacity),
		openingHours: hours,
		bookingUrl: cleanHomepage(tags['reservation:website'] ?? tags['website:booking'] ?? ''),
		equipment: equipmentOf(tags),
		access: accessOf(tags),
	};
}

function streetOf(tags: Tags): string | null {
	const street = tags['addr:street'] ?? tags['addr:place'] ?? '';
	return cleanLine(`${street} ${street ? (tags['addr:housenumber'] ?? '') : ''}`) || null;
}

/** Names and descriptions in the languages that we have. */
function textsOf(tags: Tags, name: string): Record<string, { name: string | null; description: string | null }> {
	const texts: Record<string, { name: string | null; description: string | null }> = {};
	for (const language of languages) {
		const other = cleanLine(tags[`name:${language}`] ?? '');
		const own = tags[`description:${language}`] ?? (language === 'sv' ? tags.description : undefined);
		const description = cleanText(own ?? '') || null;
		const called = other !== '' && other !== name ? other : null;
		if (called || description) texts[language] = { name: called, description };
	}
	return texts;
}

/** Opening hours that the library of OpenStreetMap's own makers can read; null for others. */
function openingHoursOf(value: string | undefined): string | null {
	if (!value || value.length > 500) return null;
	try {
		new OpeningHours(value, { lat: 59.3, lon: 18.1, address: { country_code: 'se', state: 'Stockholm' } });
		return value;
	} catch {
		return null;
	}
}
