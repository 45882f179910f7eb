/** Encodings that spreadsheets still save as "CSV (MS-DOS)" and "CSV (Macintosh)". */
export type OldEncoding = 'cp850' | 'macintosh';

/** Where å ä ö Å Ä Ö and é lie. In Windows-1252 the first two rows are signs that hardly stand between letters. */
const LETTERS: Record<OldEncoding | 'windows-1252', readonly number[]> = {
	cp850: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82],
	macintosh: [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85, 0x8e],
	'windows-1252': [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9],
};

/** The upper half of code page 850 (Unicode consortium, VENDORS/MICSFT/PC/CP850.TXT). */
const CP850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** DOS or Macintosh, when Swedish letters stand where these have them and none where Windows-1252 has. */
export function oldEncoding(bytes: Uint8Array): OldEncoding | null {
	const among = countAmongLetters(bytes.subarray(0, 1_000_000));
	const of = (name: keyof typeof LETTERS) => LETTERS[name].reduce((sum, byte) => sum + among[byte]!, 0);
	const dos = of('cp850');
	const mac = of('macintosh');
	if (Math.max(dos, mac) < 2 || of('windows-1252') > 0) return null;
	return dos >= mac ? 'cp850' : 'macintosh';
}

/** How often each byte stands between two plain letters, where quotes and dashes hardly do. */
function countAmongLetters(bytes: Uint8Array): Uint32Array {
	const counts = new Uint32Array(256);
	for (let i = 0; i < bytes.length; i++)
		if (bytes[i]! >= 0x80 && isLetter(bytes[i - 1]) && isLetter(bytes[i + 1])) counts[bytes[i]!]!++;
	return counts;
}

const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Bytes in one of these encodings as text. */
export function readOld(bytes: Uint8Array, encoding: OldEncoding): string {
	if (encoding === 'macintosh') return new TextDecoder('macintosh').decode(bytes);
	const parts: string[] = [];
	for (let from = 0; from < bytes.length; from += 8192)
		parts.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
	return parts.join('').replace(/[\u0080-\u00ff]/g, (letter) => CP850[letter.charCodeAt(0) - 0x80]!);
}
