import { Invalid } from '../../domain/errors.ts';
import { oldEncoding, readOld } from './old-encodings.ts';

/** A text and the encoding it was read by. `windows-1252` stands for ISO-8859-1 too, which it contains. */
export interface Decoded {
	text: string;
	encoding: string;
}

/**
 * Bytes as text: a byte order mark decides, else zero bytes tell UTF-16, else what is valid UTF-8 is UTF-8, else it
 * is Windows-1252. Text that was encoded twice ("FÃ¶rening") is set right.
 */
export function decode(bytes: Uint8Array): Decoded {
	const marked = byMark(bytes);
	if (marked) return marked;
	const wide = wideEncoding(bytes);
	if (wide) return { text: read(bytes, wide), encoding: wide };
	if (bytes.subarray(0, 4096).filter((byte) => byte === 0).length > 8) throw new Invalid({ file: 'not_text' });
	try {
		return twice(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
	} catch {
		return narrowText(bytes);
	}
}

/** Lines that are UTF-8 among others that are not: a file that two programs have written in. Null where there are none. */
function mixed(bytes: Uint8Array): Decoded | null {
	const lines: string[] = [];
	let wide = 0;
	for (let from = 0; from < bytes.length; ) {
		const at = bytes.indexOf(10, from);
		const line = bytes.subarray(from, at < 0 ? bytes.length : at + 1);
		const text = strict(line);
		if (text !== null && text.length < line.length) wide++;
		lines.push(text ?? read(line, 'windows-1252'));
		from += line.length;
	}
	return wide > 0 ? { text: lines.join(''), encoding: 'utf-8-mixed' } : null;
}

function strict(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** An encoding of one byte a letter. Windows-1252 reads any bytes; what then holds control signs is no text. */
function narrowText(bytes: Uint8Array): Decoded {
	let control = 0;
	for (const byte of bytes) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) control++;
	if (control > 2 && control > bytes.length / 200) throw new Invalid({ file: 'not_text' });
	const old = oldEncoding(bytes);
	if (old) return { text: readOld(bytes, old), encoding: old };
	return mixed(bytes) ?? { text: read(bytes, 'windows-1252'), encoding: 'windows-1252' };
}

const read = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

function byMark(bytes: Uint8Array): Decoded | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
		const { text, encoding } = twice(read(bytes, 'utf-8'));
		return { text, encoding: encoding === 'utf-8' ? 'utf-8-bom' : encoding };
	}
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: read(bytes, 'utf-16le'), encoding: 'utf-16le' };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: read(bytes, 'utf-16be'), encoding: 'utf-16be' };
	return null;
}

/** UTF-16 of a European text has a zero byte in most pairs, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const sample = bytes.subarray(0, 4000);
	if (sample.length < 8 || bytes.length % 2 !== 0) return null;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
	const half = sample.length / 2;
	if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
	if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
	return null;
}

const DOUBLE = /Ã[\u0080-\u00bf¤¥¶–…„]|Ã\u0085|Ã\u0084|Ã\u0096/g;

/** Undoes UTF-8 that was taken for Windows-1252 and encoded again, when that explains the whole text. */
function twice(text: string): Decoded {
	const hits = text.match(DOUBLE)?.length ?? 0;
	const plain = text.match(/[åäöÅÄÖ]/g)?.length ?? 0;
	if (hits < 2 || plain > 0) return { text, encoding: 'utf-8' };
	const bytes = narrow(text);
	if (!bytes) return { text, encoding: 'utf-8' };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8-twice' };
	} catch {
		return { text, encoding: 'utf-8' };
	}
}

/** The Windows-1252 bytes of a text, or null when it holds what that encoding lacks. */
function narrow(text: string): Uint8Array | null {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const byte = code < 0x100 ? code : WINDOWS.get(code);
		if (byte === undefined) return null;
		bytes[i] = byte;
	}
	return bytes;
}

/** The characters that Windows-1252 has between 0x80 and 0x9f. */
const WINDOWS = new Map(
	Array.from({ length: 32 }, (_, i): [number, number] => [
		read(Uint8Array.of(0x80 + i), 'windows-1252').charCodeAt(0),
		0x80 + i,
	]),
);
