import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../../db/demo/chance.ts';
import { seedDemo } from '../../db/demo/index.ts';
import { inventedPlace } from '../../db/demo/places.ts';
import type { IndexRow } from '../../src/domain/face.ts';
import type { Kind } from '../../src/domain/taxonomies.ts';
import { openStore } from '../../src/store/open.ts';

/** As many rows as are asked for, one at a time: the invented Sweden again and again, with other names at other places; of one kind alone if that is wanted. */
export async function manyRows(count: number, now: number, kind?: Kind): Promise<Iterable<IndexRow>> {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
	const store = await openStore(folder);
	await store.transaction((tx) => tx.occurrences.roll(now));
	await seedDemo(store, { now });
	const first: IndexRow[] = [];
	for await (const rows of store.indexRows.all()) first.push(...rows.filter((row) => !kind || row.kind === kind));
	store.close();
	rmSync(folder, { recursive: true, force: true });
	return {
		*[Symbol.iterator]() {
			for (let place = 0; place < count; place++) yield varied(first[place % first.length]!, place, first.length);
		},
	};
}

function varied(row: IndexRow, place: number, length: number): IndexRow {
	const mine = chance(place + 1);
	if (place < length) return row;
	const words = row.name.split(' ');
	const name =
		words.length > 1 ? [inventedPlace(mine), ...words.slice(1)].join(' ') : `${row.name} ${inventedPlace(mine)}`;
	const move = () => (mine.whole(0, 1000) - 500) / 2000;
	const position = row.position && { ...row.position, lon: row.position.lon + move(), lat: row.position.lat + move() };
	return { ...row, id: 1_000_000 + place, name, position };
}
