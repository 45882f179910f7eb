// How quick people are imported: 40 000 squares of 250 metres with ages, read, placed, compared and kept, as the terminal does
// it; and the same again in their place. Control: the same squares put into the same table by one plain statement.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePeople } from '../../src/intake/people/prepare.ts';
import { openWriter } from '../../src/store/connection.ts';
import { readGeoPackage } from '../../src/store/geopackage.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { ms, printTable } from './figures.ts';

/** Squares to a side: as many as a large municipality has, of a side of 250 metres. */
const SIDE = 200;
const ROWS = SIDE * SIDE;
/** South-western corner, SWEREF 99 TM: the inland of Halmstad. */
const CORNER = { east: 365_000, north: 6_280_000 };
const AT = 1_767_268_800;

function file(): Uint8Array {
	const lines = ['Ruta;Antal;0-15;16-79;80-'];
	for (let row = 0; row < ROWS; row++) {
		const east = CORNER.east + 250 * (row % SIDE);
		const north = CORNER.north + 250 * Math.floor(row / SIDE);
		lines.push(`${east}${north};3;1;2;0`);
	}
	return new TextEncoder().encode(lines.join('\n'));
}

const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const bytes = file();

/** Processor milliseconds of some work. */
async function spent<T>(work: () => Promise<T> | T): Promise<{ made: T; cpu: number }> {
	const began = process.cpuUsage();
	const made = await work();
	const { user, system } = process.cpuUsage(began);
	return { made, cpu: (user + system) / 1000 };
}

const plan = async (store: Store) =>
	preparePeople({
		...{ bytes, fileName: 'squares.csv', municipality: '1380', source: null, date: null },
		municipalities: await store.geography.municipalities(),
		borders: [],
		known: store.population.codes,
		readGeoPackage,
	});
const keep = (store: Store, made: Awaited<ReturnType<typeof plan>>) =>
	store.transaction(async (tx) => {
		const { file, sha256, source, date } = made;
		for (const content of made.contents) await tx.population.keep(content, { file, sha256, source, date, at: AT });
	});

const store = await openStore(join(folder, 'import'));
const prepared = await spent(() => plan(store));
const kept = await spent(() => keep(store, prepared.made));
const again = await spent(async () => keep(store, await plan(store)));
const [content] = prepared.made.contents;
store.close();
if (content?.what !== 'cells') throw new Error('The squares were not taken.');

(await openStore(join(folder, 'control'))).close();
const { sqlite } = openWriter(join(folder, 'control', 'samlas.db'), 1000);
sqlite
	.prepare(
		"INSERT INTO population_imports (what, level, file, sha256, at, rows) VALUES ('cells', 'grid250', 'x', ?, ?, ?)",
	)
	.run(prepared.made.sha256, AT, ROWS);
const insert = sqlite.prepare(
	`INSERT INTO population_cells (level, municipality, east, north, lon, lat, persons, ages, import)
	VALUES ('grid250', @municipality, @east, @north, @lon, @lat, @persons, @ages, 1)`,
);
const control = await spent(() =>
	sqlite.transaction(() => {
		for (const cell of content.cells) insert.run({ ...cell, ages: cell.ages && JSON.stringify(cell.ages) });
	})(),
);
sqlite.close();
rmSync(folder, { recursive: true, force: true });

const line = (what: string, cpu: number) => ({
	what,
	'processor ms': ms(cpu),
	'rows a second': Math.round((1000 * content.cells.length) / cpu),
	'beside the control': `${(cpu / control.cpu).toFixed(1)} ×`,
});
console.log(`${content.cells.length} squares of 250 metres`);
printTable([
	line('import, all of it', prepared.cpu + kept.cpu),
	line('read, place, compare', prepared.cpu),
	line('keep in one transaction', kept.cpu),
	line('the same file again', again.cpu),
	line('control: plain insert', control.cpu),
]);
