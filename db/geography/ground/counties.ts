import { readFileSync } from 'node:fs';
import { loadCounties } from '../basemap/counties.ts';
import { polygonsOf } from '../basemap/geometry.ts';
import { countyBytes, grid, squareColumns } from '../land-grid.ts';
import { scan } from './scan.ts';

type Named = { code: string; name: string };

/** Natural Earth spells them in its own way; the letters are enough to know them by. */
const plain = (name: string) =>
	name
		.normalize('NFD')
		.replace(/[^a-z]/gi, '')
		.toLowerCase();

function codeOf(name: string, counties: Named[]): number {
	const found = counties.find((county) => plain(county.name).startsWith(plain(name)));
	if (!found) throw new Error(`No county is called ${name}`);
	return Number(found.code);
}

const hasLand = (bits: Uint8Array, row: number, column: number) => {
	for (let line = row * grid.squares; line < (row + 1) * grid.squares; line++) {
		for (let at = column * grid.squares; at < (column + 1) * grid.squares; at++) {
			const bit = line * squareColumns + at;
			if (bits[bit >> 3]! & (128 >> (bit & 7))) return true;
		}
	}
	return false;
};

/** One byte a cell: the county of its middle, or of the nearest cell that has one, where there is Swedish land; else 0. */
export function countyCells(bits: Uint8Array): Uint8Array {
	const cells = new Uint8Array(countyBytes);
	const { counties } = JSON.parse(readFileSync(new URL('../counties.json', import.meta.url), 'utf8'));
	for (const { geometry, properties } of loadCounties()) {
		const code = codeOf(properties.name, counties);
		const rings = [...polygonsOf(geometry)].flatMap((polygon) =>
			polygon.map((ring) =>
				ring.map((p) => ({
					x: ((p[0] as number) - grid.west) / grid.cellLon,
					y: (grid.north - (p[1] as number)) / grid.cellLat,
				})),
			),
		);
		scan(rings, [0, grid.rows], (line, from, to) =>
			cells.fill(code, line * grid.columns + from, line * grid.columns + to),
		);
	}
	spread(cells);
	for (let row = 0; row < grid.rows; row++) {
		for (let column = 0; column < grid.columns; column++) {
			if (!hasLand(bits, row, column)) cells[row * grid.columns + column] = 0;
		}
	}
	return cells;
}

/** Gives each cell without a county that of its neighbour, cell by cell outwards: coasts are drawn coarsely there. */
function spread(cells: Uint8Array): void {
	let edge = [...cells.keys()].filter((cell) => cells[cell]);
	while (edge.length > 0) {
		const next: number[] = [];
		for (const cell of edge) {
			const column = cell % grid.columns;
			const around = [cell - grid.columns, cell + grid.columns];
			if (column > 0) around.push(cell - 1);
			if (column < grid.columns - 1) around.push(cell + 1);
			for (const other of around) {
				if (cells[other] !== 0) continue;
				cells[other] = cells[cell] as number;
				next.push(other);
			}
		}
		edge = next;
	}
}
