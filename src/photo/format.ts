/** The format by the first bytes, whatever the file is called or said to be. */
export function isPicture(bytes: Buffer): boolean {
	const text = (from: number, to: number) => bytes.toString('latin1', from, to);
	if (text(0, 3) === '\xff\xd8\xff' || text(0, 8) === '\x89PNG\r\n\x1a\n') return true;
	if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return true;
	return text(4, 8) === 'ftyp' && /^(avif|avis)$/.test(text(8, 12));
}
