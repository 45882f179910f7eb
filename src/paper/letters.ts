import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withoutUnseen } from '#domain/unseen.ts';

const families = ['noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'] as const;
const weights = { text: 400, bold: 700 } as const;
export type Weight = keyof typeof weights;

interface Subset {
	file: (weight: Weight) => string;
	covers: (point: number) => boolean;
}

const require = createRequire(import.meta.url);

/** "U+0000-00FF,U+0131" */
function rangesOf(text: string): [number, number][] {
	return text.split(',').map((range) => {
		const [from = '', to = from] = range.replace('U+', '').split('-');
		return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
	});
}

let known: Subset[] | undefined;

/** The project's own letters, cut by script; each says which characters it has. */
function subsets(): Subset[] {
	known ??= families.flatMap((family) => {
		const ranges: Record<string, string> = JSON.parse(
			readFileSync(require.resolve(`@fontsource/${family}/unicode.json`), 'utf8'),
		);
		return Object.entries(ranges).map(([subset, range]) => {
			const all = rangesOf(range);
			const file = (weight: Weight) =>
				require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weights[weight]}-normal.woff`);
			return { file, covers: (point: number) => all.some(([from, to]) => point >= from && point <= to) };
		});
	});
	return known;
}

/** A text in runs, each of one script. What nothing here can draw is a question mark; what turns direction goes. */
export function runsOf(text: string): { subset: number; text: string }[] {
	const runs: { subset: number; text: string }[] = [];
	const clean = withoutUnseen(text.normalize('NFC'), ' ');
	for (const letter of clean) {
		const last = runs.at(-1);
		// A space stays with the word before it.
		const found =
			letter === ' ' && last ? last.subset : subsets().findIndex(({ covers }) => covers(letter.codePointAt(0)!));
		const [subset, drawn] = found < 0 ? [latin(), '?'] : [found, letter];
		if (last?.subset === subset) last.text += drawn;
		else runs.push({ subset, text: drawn });
	}
	return runs;
}

const latin = () => subsets().findIndex(({ covers }) => covers(0x61));

/** Tells the name of a font in a document by subset and weight; it is brought into the document when it is first asked for. */
export function fontsFor(doc: PDFKit.PDFDocument): (subset: number, weight: Weight) => string {
	const registered = new Set<string>();
	return (subset, weight) => {
		const name = `${subset}-${weight}`;
		if (!registered.has(name)) doc.registerFont(name, readFileSync(subsets()[subset]!.file(weight)) as never);
		registered.add(name);
		return name;
	};
}
