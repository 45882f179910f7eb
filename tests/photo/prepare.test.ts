import { deflateSync } from 'node:zlib';
import readExif from 'exif-reader';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Invalid, Unavailable } from '../../src/domain/errors.ts';
import { preparePhoto } from '../../src/photo/prepare.ts';

const blank = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: { r: 30, g: 90, b: 60 } } });

/** What a telephone makes: turned on its side, with where, when and by what it was taken. */
const fromTelephone = () =>
	blank(1200, 800)
		.jpeg()
		.withMetadata({ orientation: 6 })
		.withExif({
			IFD0: { Make: 'Påhittad', Model: 'Telefon 9', Artist: 'Någon Någonsson' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '17/1 16/1 0/1' },
		})
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Sollefteå</x:xmpmeta>')
		.toBuffer();

const refusal = (bytes: Uint8Array) =>
	preparePhoto(bytes).then(
		() => 'taken',
		(reason: unknown) => (reason instanceof Invalid ? reason.fields.file : Promise.reject(reason)),
	);

/** Bytes that the library is not to have seen: what a PNG says of itself, in as few bytes as can be. */
function png(width: number, height: number, data: Buffer): Buffer {
	const chunk = (type: string, body: Buffer) => {
		const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(body.length);
		const check = Buffer.alloc(4);
		check.writeUInt32BE(crc(named));
		return Buffer.concat([length, named, check]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	// One bit a pixel, grey.
	head.set([1, 0, 0, 0, 0], 8);
	const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
	let sum = ~0;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}

test('where, when and by what a picture was taken is gone, and it is turned as it was held', async () => {
	const given = await fromTelephone();
	const said = readExif((await sharp(given).metadata()).exif!);
	expect(said.GPSInfo?.GPSLatitude, 'it was there').toEqual([63, 10, 0]);
	expect(given.toString('latin1')).toContain('Telefon 9');
	const photo = await preparePhoto(given);
	expect([photo.width, photo.height]).toEqual([800, 1200]);
	expect(photo.id).toMatch(/^[0-9a-f]{32}$/);
	for (const [bytes, side] of [
		[photo.large, 1200],
		[photo.small, 640],
	] as const) {
		const { exif, xmp, iptc, icc, format, height, orientation } = await sharp(bytes).metadata();
		expect({ exif, xmp, iptc, icc, format, height, orientation }).toEqual({ format: 'webp', height: side });
		expect(bytes.toString('latin1')).not.toMatch(/Exif|EXIF|XMP|GPS|Telefon|Sollefte|Artist/);
	}
});

test('the same picture is the same name; what is hidden after its end is gone', async () => {
	const given = await blank(400, 300).png().toBuffer();
	const hidden = Buffer.concat([given, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
	const [plain, polyglot] = [await preparePhoto(given), await preparePhoto(hidden)];
	expect(polyglot.id).toBe(plain.id);
	for (const text of ['script', 'PK\x03\x04']) expect(polyglot.large.toString('latin1')).not.toContain(text);
});

test.each(['png', 'webp', 'avif', 'jpeg'] as const)('%s is taken', async (format) => {
	expect(await refusal(await blank(400, 300).toFormat(format).toBuffer())).toBe('taken');
});

test('what is see-through stands on white, and what is large is made smaller', async () => {
	const clear = {
		create: { width: 4000, height: 300, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
	};
	const photo = await preparePhoto(await sharp(clear).png().toBuffer());
	expect([photo.width, photo.height]).toEqual([1600, 120]);
	const { info, data } = await sharp(photo.large).raw().toBuffer({ resolveWithObject: true });
	expect([info.channels, ...data.subarray(0, 3)]).toEqual([3, 255, 255, 255]);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>';
const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

test.each<[string, Uint8Array, string]>([
	['nothing', new Uint8Array(), 'missing'],
	['a drawing with a script', Buffer.from(svg), 'wrong'],
	['a page', Buffer.from('<!doctype html><img src=x onerror=alert(1)>'), 'wrong'],
	['a page that begins as a picture', Buffer.concat([jpegHead, Buffer.from('<script>alert(1)</script>')]), 'wrong'],
	[
		'a drawing behind the head of a PNG',
		Buffer.concat([png(400, 400, Buffer.alloc(0)).subarray(0, 8), Buffer.from(svg)]),
		'wrong',
	],
	['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'wrong'],
	['a TIFF', Buffer.from('II*\x00\x08\x00\x00\x00', 'latin1'), 'wrong'],
	['an archive', Buffer.from('PK\x03\x04'), 'wrong'],
	[
		'50 000 times 50 000 pixels in a few kilobytes',
		png(50_000, 50_000, deflateSync(Buffer.alloc(6251 * 200))),
		'pixels',
	],
	['2 000 000 000 pixels on one line', png(2_000_000_000, 1, deflateSync(Buffer.alloc(10))), 'wrong'],
	['a picture that breaks off', png(1000, 1000, deflateSync(Buffer.alloc(126 * 1000)).subarray(0, 20)), 'wrong'],
	['thirteen megabytes', Buffer.concat([jpegHead, Buffer.alloc(13 * 1024 * 1024)]), 'large'],
])('%s is refused', async (_name, bytes, reason) => {
	expect(await refusal(bytes)).toBe(reason);
});

test('a picture of a thousand pixels in all is too small to show', async () => {
	expect(await refusal(await blank(199, 400).png().toBuffer())).toBe('small');
});

test('few are made at once: who comes late is asked to try again, and nobody after is held up', async () => {
	const given = await blank(900, 900).png().toBuffer();
	const made = await Promise.allSettled(Array.from({ length: 12 }, () => preparePhoto(given)));
	const refused = made.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown);
	expect(refused).toHaveLength(6);
	expect(refused.every((reason) => reason instanceof Unavailable)).toBe(true);
	expect(await refusal(given)).toBe('taken');
});
