/**
 * The grid on which Sweden's land is kept: rows from the north, columns from the west, in WGS84 degrees. A cell is 0.01 by
 * 0.02 degrees, about a kilometre each way at 60 degrees north; each is four by four squares of some 280 m.
 */
export const grid = {
	west: 10.9,
	north: 69.2,
	/** Degrees. */
	cellLon: 0.02,
	cellLat: 0.01,
	columns: 665,
	rows: 1400,
	/** Squares along each side of a cell. */
	squares: 4,
} as const;

/** How many squares there are in a row of squares, and how many such rows. */
export const squareColumns = grid.columns * grid.squares;
export const squareRows = grid.rows * grid.squares;

/** Bytes of the two parts of the unpacked file: one bit a square for land, one byte a cell for its county. */
export const landBytes = (squareColumns * squareRows) / 8;
export const countyBytes = grid.columns * grid.rows;

/** Sweden's land, square by square. */
export interface Land {
	/** One bit a square, row by row, the highest bit first; set where there is Swedish land. */
	readonly bits: Uint8Array;
	/** The first two digits of the SCB code, cell by cell; 0 where there is no Swedish land. */
	readonly counties: Uint8Array;
}

/** The land of the file's unpacked bytes; throws when it is of another size. */
export function landOf(bytes: Uint8Array): Land {
	if (bytes.length !== landBytes + countyBytes) throw new Error('db/geography/land.bin.gz is not of this grid');
	return { bits: bytes.subarray(0, landBytes), counties: bytes.subarray(landBytes) };
}
