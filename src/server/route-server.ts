import { z } from 'zod';
import type { Way } from '../domain/travel.ts';
import type { Points } from '../planning/ground.ts';
import type { Roads } from '../planning/travel.ts';

/** Milliseconds that one question may take. */
const LONGEST = 10_000;
/** More than this no table of a hundred points is. */
const MAX_CHARACTERS = 2_000_000;
const ABOUT_A_METRE = 5;

/** What OSRM answers to `table` (v1, its HTTP API): seconds, null where there is no way. */
const Table = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.number().min(0).nullable())) });

/**
 * A routing server that answers as OSRM does: `{address}/table/v1/{way}/...`. Where `address` holds `{way}`, it stands for `foot`,
 * `bicycle` or `car`, since such a server often knows one way only. It is the operator who gives the address; no redirect is followed.
 */
export function createRoads(address: string, { longest = LONGEST } = {}): Roads {
	return {
		async minutes(way, from, to) {
			const answer = await fetch(tableUrl(address, way, from, to), {
				headers: { accept: 'application/json', 'user-agent': 'Samlas (a directory of civil society; planning)' },
				redirect: 'error',
				signal: AbortSignal.timeout(longest),
			});
			if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
			const { durations } = Table.parse(JSON.parse(await textOf(answer.body)));
			const right = durations.length === from.lon.length && durations.every(({ length }) => length === to.lon.length);
			if (!right) throw new Error('not as many as were asked for');
			return durations.map((line) => line.map((seconds) => (seconds === null ? null : seconds / 60)));
		},
	};
}

function tableUrl(address: string, way: Way, from: Points, to: Points): string {
	const points = [from, to].flatMap(({ lon, lat }) =>
		Array.from(lon, (east, row) => `${east.toFixed(ABOUT_A_METRE)},${lat[row]!.toFixed(ABOUT_A_METRE)}`),
	);
	const places = [...points.keys()];
	const sources = places.slice(0, from.lon.length).join(';');
	const destinations = places.slice(from.lon.length).join(';');
	const base = address.replaceAll('{way}', way).replace(/\/$/, '');
	return `${base}/table/v1/${way}/${points.join(';')}?sources=${sources}&destinations=${destinations}&annotations=duration`;
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const part of body) {
		text += decoder.decode(part, { stream: true });
		if (text.length > MAX_CHARACTERS) throw new Error('too large');
	}
	return text;
}
