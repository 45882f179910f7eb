import { Invalid } from '../../domain/errors.ts';
import { MAX_BYTES } from '../read/bytes.ts';

/** How long an Overpass server may think, in seconds; we wait a little longer. */
const SECONDS = 180;

/** The question to Overpass for the venues of a municipality, by its SCB code. */
export const overpassQuery = (municipality: string): string => `[out:json][timeout:${SECONDS}];
area["boundary"="administrative"]["admin_level"="7"]["ref:scb"="${municipality}"]->.here;
(
  nwr["amenity"~"^(community_centre|social_centre|library|place_of_worship|school|kindergarten|arts_centre|theatre|events_venue|social_club|clubhouse)$"](area.here);
  nwr["leisure"~"^(sports_centre|sports_hall|scout)$"](area.here);
  nwr["building"~"^(parish_hall|clubhouse|scout_hut|sports_hall)$"](area.here);
  nwr["club"](area.here);
  nwr["tourism"="museum"]["name"~"hembygd|gammelg",i](area.here);
);
out center tags;
`;

/**
 * Asks an Overpass server. Throws `Invalid` (`file: overpass_failed`) when it does not answer in time, with an error,
 * or with more than 100 MB.
 */
export async function fetchOverpass(url: string, municipality: string, seconds = SECONDS + 20): Promise<Uint8Array> {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			body: new URLSearchParams({ data: overpassQuery(municipality) }),
			headers: { accept: 'application/json', 'user-agent': 'Samlas (a directory of civil society; imports venues)' },
			signal: AbortSignal.timeout(seconds * 1000),
		});
		if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
		return await collect(answer.body);
	} catch {
		throw new Invalid({ file: 'overpass_failed' });
	}
}

async function collect(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body) {
		size += part.length;
		if (size > MAX_BYTES) throw new Error('too large');
		parts.push(part);
	}
	return Buffer.concat(parts);
}
