import type { OverviewSpot } from '#domain/overview.ts';
import type { Name } from './ground.ts';

/** A name with where it is written: its middle and its baseline, or its beginning or end beside its dot. */
export interface Written extends Name {
	anchor: 'start' | 'middle' | 'end';
	at: { x: number; y: number };
	size: number;
	/** A town that a spot stands on has its name beside the spot, and no dot. */
	dot: boolean;
}

interface Box {
	west: number;
	north: number;
	east: number;
	south: number;
}

/** More names of settlements would be a list. */
const MOST_TOWNS = 16;
/** A letter's width as a part of its height, on the wide side; spaced letters of countries and seas. */
const LETTER = 0.56;
const SPACED = 0.78;
const DOT = 6;
const AIR = 3;

/** The names for which there is room beside the spots and each other: towns by size, then seas, lakes and countries. */
export function namesWithRoom(
	names: readonly Name[],
	spots: readonly OverviewSpot[],
	{ width, height }: { width: number; height: number },
): Written[] {
	const taken: Box[] = [
		...spots.map(({ x, y, across, up }) => ({ west: x - across, north: y - up, east: x + across, south: y + up })),
		// The map's sources.
		{ west: 0, north: height - 22, east: width, south: height },
	];
	const written: Written[] = [];
	let towns = 0;
	for (const name of [...names].sort((a, b) => orderOf(a) - orderOf(b) || a.rank - b.rank)) {
		const isTown = name.kind === 'locality';
		if (isTown && towns >= MOST_TOWNS) continue;
		const spot = isTown ? spots.find((one) => covers(one, name)) : undefined;
		// What stands there lies in Sweden.
		if (spot && name.abroad) continue;
		const found = placesFor(name, spot).find(({ box }) => isFree(box, taken, width));
		if (!found) continue;
		taken.push(found.box);
		written.push(found.written);
		if (isTown) towns++;
	}
	return written;
}

const orderOf = ({ kind }: Name) => ['locality', 'country', 'sea', 'lake'].indexOf(kind);

function sizeOf({ kind, population }: Name): number {
	if (kind === 'country') return 13;
	if (kind !== 'locality') return 11.5;
	return population >= 300_000 ? 14.5 : population >= 50_000 ? 13.5 : 12.5;
}

const covers = (spot: OverviewSpot, { x, y }: Name): boolean =>
	Math.abs(spot.x - x) < spot.across + 3 && Math.abs(spot.y - y) < spot.up + 3;

function* placesFor(name: Name, spot?: OverviewSpot): Generator<{ written: Written; box: Box }> {
	const size = sizeOf(name);
	const dot = name.kind === 'locality' && !spot;
	const wide = name.name.length * size * (name.kind === 'country' || name.kind === 'sea' ? SPACED : LETTER);
	const { x, y } = spot ?? name;
	const at = (anchor: Written['anchor'], px: number, py: number) => {
		const west = px - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
		const text = { west: west - AIR, north: py - size, east: west + wide + AIR, south: py + size * 0.3 };
		return { written: { ...name, anchor, at: { x: px, y: py }, size, dot }, box: dot ? withDot(text, x, y) : text };
	};
	const middle = y + size * 0.35;
	if (!dot && !spot) return yield at('middle', x, middle);
	const { across, up } = spot ?? { across: DOT - 3, up: 4 };
	yield at('start', x + across + AIR + 1, middle);
	yield at('end', x - across - AIR - 1, middle);
	yield at('middle', x, y + up + size);
	yield at('middle', x, y - up - size * 0.3 - 1);
}

/** The dot must be seen too. */
const withDot = ({ west, north, east, south }: Box, x: number, y: number): Box => ({
	west: Math.min(west, x - DOT / 2),
	north: Math.min(north, y - DOT / 2),
	east: Math.max(east, x + DOT / 2),
	south: Math.max(south, y + DOT / 2),
});

const isFree = (box: Box, taken: readonly Box[], width: number): boolean =>
	box.west >= 2 &&
	box.east <= width - 2 &&
	box.north >= 2 &&
	taken.every(
		(other) => box.east <= other.west || box.west >= other.east || box.south <= other.north || box.north >= other.south,
	);
