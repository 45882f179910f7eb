import { gunzipSync } from 'node:zlib';
import { Invalid } from '../../domain/errors.ts';

/** A register of all of Sweden is 30 MB; what is larger is no register. */
export const MAX_BYTES = 100_000_000;
/** What a compressed file may grow to. */
export const MAX_UNPACKED = 400_000_000;

/** Takes off gzip; refuses what is empty, too large, or grows beyond measure. */
export function unpack(bytes: Uint8Array): Uint8Array {
	if (bytes.length === 0) throw new Invalid({ file: 'empty' });
	if (bytes.length > MAX_BYTES) throw new Invalid({ file: 'too_large' });
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	try {
		return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
	} catch (reason) {
		const tooLarge = (reason as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
		throw new Invalid({ file: tooLarge ? 'too_large' : 'broken_gzip' });
	}
}

/** The signature of a zip archive, which a workbook is. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! <= 0x07;

/** The signature of the old Excel format (OLE2), which nobody here reads. */
export const isOldExcel = (bytes: Uint8Array): boolean =>
	bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * What a zip archive says that it unpacks to, in bytes, by its central directory (APPNOTE.TXT 4.3.12, 4.3.16);
 * null when it has none that can be read.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	const lowest = Math.max(0, end - 65_535);
	while (end >= lowest && view.getUint32(end, true) !== END) end--;
	if (end < lowest) return null;
	let at = view.getUint32(end + 16, true);
	let total = 0;
	for (let n = view.getUint16(end + 10, true); n > 0; n--) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
		total += view.getUint32(at + 24, true);
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return total;
}
