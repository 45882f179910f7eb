import { BITS, type TileAt, worldOf } from '../domain/mercator.ts';
import { everything, type Query } from '../domain/query.ts';
import { weekdays } from '../domain/taxonomies.ts';
import { themes } from '../domain/theme.ts';
import type { Columns } from './columns.ts';

/** Milliseconds of questions before the first is asked. */
export const REHEARSAL = 1000;
/** Of so many entries names and places are taken. */
const ENTRIES = 10;
/** Zooms of tiles, from the country to a street. */
const ZOOMS = [4, 6, 8, 10, 12, 14];
const SPELLED: Record<string, string> = { '{': 'å', '|': 'ä', '}': 'ö' };

/** A search, and the tiles in which its finds are drawn. */
interface Question {
	query: Query;
	tiles: readonly TileAt[];
}

/**
 * One question of every shape that people ask, of entries from all over an index: answering them once has their code compiled
 * before anybody waits for it. What they find is of no matter.
 */
export function* questions(columns: Columns): Generator<Question> {
	const { length, alive } = columns;
	for (let part = 0; part < ENTRIES; part++) {
		const doc = Math.floor(((part + 0.5) * length) / ENTRIES);
		if (!alive.has(doc)) continue;
		const near = columns.positionOf(doc);
		const words = columns.names
			.of(doc)
			.replace(/[{|}]/g, (letter) => SPELLED[letter]!)
			.split(' ');
		const [word = '', other = ''] = [...words].sort((a, b) => b.length - a.length);
		const theme = themes[(part * 7) % themes.length]!;
		const three: Partial<Query> = { kind: ['activity'], weekday: ['tue', 'thu'], audience: ['seniors'] };
		const placed: Partial<Query>[] = near
			? [
					{ q: word, near, radius: 20 },
					{ q: word.slice(1), near },
					{ near, radius: 5, sort: 'distance' },
					{ near, sort: 'distance' },
					{ near, radius: 10, kind: ['venue'], free: true },
				]
			: [];
		const drawn: Partial<Query>[] = [{}, { kind: ['activity'], audience: ['seniors'] }, { q: word, ...three }];
		const plain: Partial<Query>[] = [
			{ q: word },
			{ q: `${word} ${other}` },
			{ q: word, kind: ['activity'] },
			{ q: word, theme: [theme], audience: ['children'] },
			{ theme: [theme], when: 'week' },
			{ weekday: [weekdays[part % weekdays.length]!], part: ['evening'] },
			{ kind: ['organisation'], sort: 'name' },
			{ q: word, sort: 'soonest' },
		];
		const tiles = near ? ZOOMS.map((z) => tileOf(near, z)) : [];
		for (const query of drawn) yield { query: { ...everything, ...query }, tiles };
		for (const query of [...plain, ...placed]) yield { query: { ...everything, ...query }, tiles: [] };
	}
}

function tileOf(point: { lon: number; lat: number }, z: number): TileAt {
	const { x, y } = worldOf(point);
	const side = 2 ** (BITS - z);
	return { z, x: Math.floor(x / side), y: Math.floor(y / side) };
}
