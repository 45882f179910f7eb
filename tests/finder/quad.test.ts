import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, cellsOfFew } from '../../src/finder/cells.ts';
import { Columns } from '../../src/finder/columns.ts';
import { pick } from '../../src/finder/pick.ts';
import { Quad } from '../../src/finder/quad.ts';
import { anyRow, rowsOf } from './invented.ts';

const ROUGH = ['locality', 'municipality'];
const drawn = rowsOf(fc.sample(anyRow, { numRuns: 500, seed: 7 })).map((row) => ({ ...row, starts: [] }));

/** A step; no mean of whole numbers lies so that its last bits would tell which. */
const whole = (step: number) => Math.round(step + 0.123_456_7);

/** So many documents, in and around Sweden, many of them at a point with others and some at none. */
function columnsOf(count: number): Columns {
	const columns = new Columns();
	addTo(columns, count);
	return columns;
}

function addTo(columns: Columns, count: number): void {
	const from = columns.length;
	for (let place = from; place < from + count; place++) {
		const { position, ...row } = drawn[place % drawn.length]!;
		const move = ((place * 7919) % 211) / 20;
		const moved = position && { ...position, lon: position.lon + move, lat: position.lat + move / 2 };
		columns.add({ ...row, id: place + 1, position: place % 11 ? moved : null });
	}
}

/** The same, said as plainly as can be: by looking at each document. */
function plainly(
	columns: Columns,
	has: (doc: number) => boolean,
	at: { z: number; x: number; y: number },
	zoom: number,
) {
	const part = (step: number, z: number) => Math.floor(step / 2 ** (32 - z));
	const cells = new Map<string, number[]>();
	for (let doc = 0; doc < columns.length; doc++) {
		const [x, y] = [columns.x.data[doc]!, columns.y.data[doc]!];
		if (!has(doc) || !columns.positionOf(doc) || part(x, at.z) !== at.x || part(y, at.z) !== at.y) continue;
		const name = `${part(x, zoom)} ${part(y, zoom)}`;
		cells.set(name, [...(cells.get(name) ?? []), doc]);
	}
	return [...cells.values()].map((docs) => {
		const mean = (column: { data: Uint32Array }) => docs.reduce((sum, doc) => sum + column.data[doc]!, 0) / docs.length;
		const points = new Set(docs.map((doc) => `${columns.x.data[doc]} ${columns.y.data[doc]}`));
		const same = points.size === 1;
		return {
			count: docs.length,
			ofKind: [0, 1, 2].map((kind) => docs.filter((doc) => columns.kind.data[doc] === kind).length),
			x: whole(mean(columns.x)),
			y: whole(mean(columns.y)),
			same,
			approximate: docs.every((doc) => ROUGH.includes(columns.precisionOf(doc))),
			docs: same ? docs.slice(0, 20) : [],
		};
	});
}

const told = ({ doc: _, ...cell }: Cell) => ({
	...cell,
	x: whole(cell.x),
	y: whole(cell.y),
	docs: cell.docs.toSorted((a, b) => a - b),
});
const key = ({ x, y }: { x: number; y: number }) => `${x} ${y}`;
const inOrder = <T extends { x: number; y: number }>(cells: T[]) =>
	cells.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

test('cells of every zoom are what looking at each document gives: ordered, newer and gone ones, and a few of them by themselves', () => {
	const columns = columnsOf(6000);
	const quad = new Quad(columns);
	const all = { z: 0, x: 0, y: 0 };
	const compare = (mask: ReturnType<typeof pick>, at: typeof all, zoom: number) => {
		const expected = inOrder(plainly(columns, (doc) => mask.has(doc), at, zoom));
		const few = cellsOfFew(columns, Uint32Array.from(mask.array()), at, zoom, 20);
		for (const cells of [quad.cellsIn(mask, at, zoom, 20), few]) expect(inOrder(cells.map(told))).toEqual(expected);
	};
	for (const added of [0, 500, 900]) {
		addTo(columns, added);
		for (const doc of [3, 77, 6001]) if (doc < columns.length) columns.remove(columns.id.data[doc]!);
		for (const mask of [columns.alive, pick(columns.length, (doc) => columns.alive.has(doc) && doc % 7 === 0)])
			for (const zoom of [3, 7, 10, 16]) {
				compare(mask, all, zoom);
				compare(mask, { z: 3, x: 4, y: 2 }, zoom);
				compare(mask, { z: 7, x: 68, y: 39 }, Math.max(7, zoom));
			}
	}
});

test('the documents of a tile are those that lie in it, also deeper than the order knows', () => {
	const columns = columnsOf(5000);
	const quad = new Quad(columns);
	addTo(columns, 300);
	const { alive } = columns;
	for (let doc = 0; doc < columns.length; doc += 97) {
		if (!columns.positionOf(doc)) continue;
		for (const z of [0, 5, 14, 16, 17, 20, 22]) {
			const step = 2 ** (32 - z);
			const [x, y] = [Math.floor(columns.x.data[doc]! / step), Math.floor(columns.y.data[doc]! / step)];
			const lies = (one: number) =>
				Math.floor(columns.x.data[one]! / step) === x && Math.floor(columns.y.data[one]! / step) === y;
			const expected = alive.array().filter((one) => columns.positionOf(one) && lies(one));
			expect([...quad.docsIn(alive, { z, x, y })].sort((a, b) => a - b)).toEqual(expected);
		}
	}
});
