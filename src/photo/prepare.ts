import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Invalid, Unavailable } from '../domain/errors.ts';
import type { PreparedPhoto } from '../domain/photos.ts';
import { isPicture } from './format.ts';
import { MOST_BYTES } from './limits.ts';

/** More pixels than any camera in a pocket makes; a picture that says it has more is never unpacked. */
const MOST_PIXELS = 60_000_000;
const LEAST_SIDE = 200;
const SIDES = { large: 1600, small: 640 };
/** Unpacking takes memory: one at a time, and few in line. */
const LINE = 6;

// Of all that the library can read, these four formats are left to it; none of them can hold a script or an address.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: [
		'VipsForeignLoadJpegBuffer',
		'VipsForeignLoadPngBuffer',
		'VipsForeignLoadWebpBuffer',
		'VipsForeignLoadHeifBuffer',
	],
});
sharp.concurrency(1);
sharp.cache(false);

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * A picture that somebody sends in, made anew in two sizes as WebP: what the camera wrote beside the pixels (position,
 * owner, time, a smaller picture) is gone, and so is anything hidden after them. Throws `Invalid` (`file`: `missing`,
 * `large`, `wrong`, `pixels`, `small`) and `Unavailable` when too many are in line.
 */
export async function preparePhoto(given: Uint8Array): Promise<PreparedPhoto> {
	const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
	if (!bytes.length) throw new Invalid({ file: 'missing' });
	if (bytes.length > MOST_BYTES) throw new Invalid({ file: 'large' });
	if (!isPicture(bytes)) throw new Invalid({ file: 'wrong' });
	if (waiting >= LINE) throw new Unavailable('photo.busy');
	waiting++;
	const mine = last.then(() => made(bytes));
	last = mine.catch(() => undefined);
	try {
		return await mine;
	} finally {
		waiting--;
	}
}

async function made(bytes: Buffer): Promise<PreparedPhoto> {
	try {
		const { width, height } = await open(bytes).metadata();
		if (width * height > MOST_PIXELS) throw new Invalid({ file: 'pixels' });
		if (Math.min(width, height) < LEAST_SIDE) throw new Invalid({ file: 'small' });
		const { data: large, info } = await sized(bytes, SIDES.large);
		const { data: small } = await sized(large, SIDES.small);
		const id = createHash('sha256').update(large).digest('hex').slice(0, 32);
		return { id, width: info.width, height: info.height, large, small };
	} catch (reason) {
		if (reason instanceof Invalid) throw reason;
		throw new Invalid({ file: /pixel limit/i.test(String(reason)) ? 'pixels' : 'wrong' });
	}
}

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });

/** Turned the way it was held, no larger than asked for, on white where it is see-through; without anything beside. */
const sized = (bytes: Buffer, side: number) =>
	open(bytes)
		.autoOrient()
		.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.webp({ quality: 76, effort: 4 })
		.timeout({ seconds: 20 })
		.toBuffer({ resolveWithObject: true });
