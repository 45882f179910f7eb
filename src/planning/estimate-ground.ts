/** A grid of land in WGS84 degrees: cells in rows from the north, each of squares by squares bits. See db/geography/land-grid.ts. */
export interface LandGrid {
	readonly west: number;
	readonly north: number;
	readonly cellLon: number;
	readonly cellLat: number;
	readonly columns: number;
	readonly rows: number;
	/** Squares along each side of a cell. */
	readonly squares: number;
	/** One bit a square, row by row, the highest bit first: set where there is land. */
	readonly bits: Uint8Array;
	/** County of each cell that has land, by the first two digits of the SCB code; 0 elsewhere. */
	readonly counties: Uint8Array;
}

/** A settlement as the package has it. `part` marks a part of the municipality's seat (a district). */
export interface Settlement {
	readonly id: number;
	/** Four-digit SCB code. */
	readonly municipality: string;
	readonly lon: number;
	readonly lat: number;
	readonly population: number;
	readonly part: boolean;
}

const RAD = Math.PI / 180;
/** Kilometres of a degree of latitude, and of longitude at the equator. */
export const KM_LAT = 111.2;
export const kmLon = (lat: number): number => 111.32 * Math.cos(lat * RAD);

/** Whether there is land at a point, to the square; water and abroad are none. */
export function isLand(land: LandGrid, lon: number, lat: number): boolean {
	const column = Math.floor(((lon - land.west) / land.cellLon) * land.squares);
	const line = Math.floor(((land.north - lat) / land.cellLat) * land.squares);
	const width = land.columns * land.squares;
	if (column < 0 || line < 0 || column >= width || line >= land.rows * land.squares) return false;
	return isSet(land.bits, line * width + column);
}

const isSet = (bits: Uint8Array, at: number) => ((bits[at >> 3]! >> (7 - (at & 7))) & 1) === 1;

/** How many of a cell's squares are land. */
export function landSquares(land: LandGrid, cell: number): number {
	let count = 0;
	const { squares } = land;
	const width = land.columns * squares;
	const corner = Math.floor(cell / land.columns) * squares * width + (cell % land.columns) * squares;
	for (let down = 0; down < squares; down++)
		for (let right = 0; right < squares; right++) if (isSet(land.bits, corner + down * width + right)) count++;
	return count;
}

/** The middle of the nth land square of a cell that has more than n. */
export function squareOf(land: LandGrid, cell: number, n: number): { lon: number; lat: number } {
	const { squares } = land;
	const width = land.columns * squares;
	const [row, column] = [Math.floor(cell / land.columns), cell % land.columns];
	let left = n;
	for (let down = 0; down < squares; down++)
		for (let right = 0; right < squares; right++) {
			if (!isSet(land.bits, (row * squares + down) * width + column * squares + right)) continue;
			if (left-- > 0) continue;
			return {
				lon: land.west + (column + (right + 0.5) / squares) * land.cellLon,
				lat: land.north - (row + (down + 0.5) / squares) * land.cellLat,
			};
		}
	throw new Error('the cell has no such square of land');
}

export const latOf = (land: LandGrid, cell: number): number =>
	land.north - (Math.floor(cell / land.columns) + 0.5) * land.cellLat;
export const lonOf = (land: LandGrid, cell: number): number => land.west + ((cell % land.columns) + 0.5) * land.cellLon;

/** What each cell of land belongs to: the index of its nearest settlement, -1 without land, and how far that is in kilometres. */
export interface Belonging {
	readonly settlement: Int32Array;
	readonly km: Float32Array;
}

/** Cells along each side of a block, within which the same few settlements can be nearest. */
const BLOCK = 16;
/** A settlement so near is a cell's own, whatever the county's coarse border says. */
const AT_THE_BORDER_KM = 4;

/**
 * Gives each cell of land to its nearest settlement in the same county (across a county's border only within 4 km, since
 * borders are coarse): the municipality of a cell as far as the package can tell.
 */
export function belonging(land: LandGrid, settlements: readonly Settlement[]): Belonging {
	const settlement = new Int32Array(land.counties.length).fill(-1);
	const km = new Float32Array(land.counties.length);
	const county = settlements.map(({ municipality }) => Number(municipality.slice(0, 2)));
	for (let top = 0; top < land.rows; top += BLOCK)
		for (let left = 0; left < land.columns; left += BLOCK) {
			const cells = cellsOf(land, top, left);
			if (cells.length === 0) continue;
			const near = nearBlock(land, settlements, top, left, new Set(cells.map((cell) => land.counties[cell]!)));
			for (const cell of cells) {
				const [lon, lat] = [lonOf(land, cell), latOf(land, cell)];
				const scale = kmLon(lat);
				let best = Number.POSITIVE_INFINITY;
				for (const at of near) {
					const place = settlements[at]!;
					const away = Math.hypot((place.lon - lon) * scale, (place.lat - lat) * KM_LAT);
					if (away >= best || (away > AT_THE_BORDER_KM && county[at] !== land.counties[cell])) continue;
					best = away;
					settlement[cell] = at;
				}
				km[cell] = best;
			}
		}
	return { settlement, km };
}

function cellsOf(land: LandGrid, top: number, left: number): number[] {
	const cells: number[] = [];
	for (let row = top; row < Math.min(land.rows, top + BLOCK); row++)
		for (let column = left; column < Math.min(land.columns, left + BLOCK); column++) {
			const cell = row * land.columns + column;
			if (land.counties[cell] !== 0) cells.push(cell);
		}
	return cells;
}

/** The settlements that can be the nearest of some cell of a block: no further than the nearest of each county and the block's width. */
function nearBlock(
	land: LandGrid,
	settlements: readonly Settlement[],
	top: number,
	left: number,
	counties: ReadonlySet<number>,
): number[] {
	const lat = land.north - (top + BLOCK / 2) * land.cellLat;
	const lon = land.west + (left + BLOCK / 2) * land.cellLon;
	const scale = kmLon(lat);
	const width = 1.1 * Math.hypot(BLOCK * land.cellLat * KM_LAT, BLOCK * land.cellLon * scale);
	const away = settlements.map((place) => Math.hypot((place.lon - lon) * scale, (place.lat - lat) * KM_LAT));
	const furthest = new Map<number, number>();
	settlements.forEach(({ municipality }, at) => {
		const county = Number(municipality.slice(0, 2));
		if (!counties.has(county)) return;
		furthest.set(county, Math.min(furthest.get(county) ?? Number.POSITIVE_INFINITY, away[at]!));
	});
	return settlements.flatMap(({ municipality }, at) => {
		const most = furthest.get(Number(municipality.slice(0, 2))) ?? 0;
		return away[at]! <= most + width || away[at]! <= AT_THE_BORDER_KM + width ? [at] : [];
	});
}
