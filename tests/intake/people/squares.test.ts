import { expect, test } from 'vitest';
import { NOW, testStore } from '../../store.ts';
import { collection, feature, metres, plan, planWith, reasons, square } from './made.ts';

const [east, north] = metres([12.86, 56.67]).map((value) => Math.floor(value / 1000) * 1000) as [number, number];
const cells = (made: Awaited<ReturnType<typeof plan>>) => {
	const [content] = made.contents;
	if (content?.what !== 'cells') throw new Error(`no squares: ${reasons(made)}`);
	return content.cells;
};

test('kilometre squares by their codes: the middle of each, empty ones left out, the municipality that is named', async () => {
	const made = await plan(`Rutid;Pop\n${east}${north};1200\n${east + 1000}${north};0\n${east}${north + 1000};7\n`, {
		municipality: '1380',
	});
	expect(made).toMatchObject({ level: 'grid1000', system: 'EPSG:3006' });
	const [first] = cells(made);
	const [x, y] = metres([first!.lon, first!.lat]);
	expect([Math.round(x - east), Math.round(y - north)]).toEqual([500, 500]);
	expect(cells(made).map(({ persons, municipality }) => [persons, municipality])).toEqual([
		[1200, '1380'],
		[7, '1380'],
	]);
	expect(made.rows.map(({ fate }) => fate)).toEqual(['new', 'left_out', 'new']);
	expect(reasons(made)).toEqual(['empty_square', 'sum_differs']);
});

test('squares of 250 metres among larger ones, each in its own middle, with ages', async () => {
	const made = await plan(
		`Ruta,Rutstorl,Antal,0-79,80-\n${east + 250}${north + 500},250,10,8,2\n${east}${north + 1000},1000,30,30,0\n`,
		{ municipality: '1380' },
	);
	expect(made.level).toBe('grid250');
	const middles = cells(made).map(({ lon, lat }) => metres([lon, lat]).map((value) => Math.round(value)));
	expect(middles).toEqual(
		[
			[east + 375, north + 625],
			[east + 500, north + 1500],
		].map((pair) => pair.map((value) => expect.closeTo(value, -0.5))),
	);
	expect(cells(made).map(({ ages }) => ages?.[7])).toEqual([2, 0]);
});

test('without a municipality it is that of the nearest settlement, which is told, or of the polygon that is imported', async () => {
	const store = await testStore();
	const file = `rutid;antal\n${east}${north};50000\n`;
	const guessed = await planWith(store, file);
	expect(cells(guessed)[0]!.municipality).toBe('1380');
	expect(reasons(guessed)).toContain('municipality_guessed');
	const border = await planWith(store, collection([feature({ kommunkod: '1381' }, square([12.8, 56.35], 0.6))]));
	await store.transaction((tx) =>
		tx.population.keep(border.contents[0]!, { file: 'a', sha256: 'b', source: null, date: null, at: NOW }),
	);
	const drawn = await planWith(store, file);
	expect(cells(drawn)[0]!.municipality).toBe('1381');
	expect(reasons(drawn)).not.toContain('municipality_guessed');
});

test('polygons of squares in SWEREF 99 TM without codes are squares too', async () => {
	const ring: [number, number][] = [
		[east, north],
		[east + 1000, north],
		[east + 1000, north + 1000],
		[east, north + 1000],
		[east, north],
	];
	const made = await plan(collection([feature({ POP: 44 }, ring)]), { municipality: '1380' });
	expect(cells(made)).toMatchObject([{ level: 'grid1000', east, north, persons: 44 }]);
});

test.each([
	['off_grid', `${east + 1}${north}`],
	['double', `${east}${north}`],
	['bad_code', '3,68E+12'],
	['no_code', ''],
	['negative', `${east + 1000}${north}`],
])('%s: nothing is kept', async (reason, code) => {
	const persons = reason === 'negative' ? -1 : 4;
	const made = await plan(`rutid;antal\n${east}${north};5\n${east}${north + 2000};5\n${code};${persons}\n`, {
		municipality: '1380',
	});
	expect(made.contents).toEqual([]);
	expect(reasons(made)).toContain(reason);
	expect(made.rows[2]).toMatchObject({ fate: 'refused', reason, line: 4 });
});
