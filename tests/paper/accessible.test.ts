/**
 * What PDF/UA-1 (ISO 14289-1) asks of a file and a machine can tell, seen by another library than the one that wrote it:
 * tagged all through, a language and a title that is shown, headings in order, words for each figure, tables with headings,
 * letters that are in the file. It stands in for a validator, since none runs without more than npm brings.
 */
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { m } from '#text/generated/messages.js';
import { MOST_PAGES, reportPaper } from '../../src/paper/report.ts';
import { sectionsOf } from '../../src/routes/planering/[area]/sections.ts';
import { askedOf } from '../../src/routes/planering/asked.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { invented } from '../demo/invented.ts';
import { testSite } from '../site.ts';
import { NOW, shared } from '../store.ts';

interface Node {
	role?: string;
	type?: string;
	id?: string;
	alt?: string;
	bbox?: number[];
	children?: Node[];
}

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
const of = (nodes: readonly Node[], role: string) => nodes.filter((node) => node.role === role);

/** Drawn between no marks at all: neither told to a screen reader nor said to be for the eye alone. */
async function unmarked(page: PDFPageProxy): Promise<number[]> {
	const { fnArray } = await page.getOperatorList();
	const draws: number[] = [OPS.showText, OPS.showSpacedText, OPS.constructPath, OPS.paintImageXObject, OPS.shadingFill];
	let depth = 0;
	return fnArray.filter((operator) => {
		if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++;
		if (operator === OPS.endMarkedContent) depth--;
		return depth === 0 && draws.includes(operator);
	});
}

/** Marks of a page that lead nowhere in the structure, and words that stand outside all marks. */
async function untold(page: PDFPageProxy, known: ReadonlySet<string>): Promise<string[]> {
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const open: boolean[] = [];
	const lost: string[] = [];
	for (const item of items) {
		if ('str' in item) {
			if (item.str.trim() && !open.some(Boolean)) lost.push(item.str);
		} else if (item.type === 'endMarkedContent') open.pop();
		else open.push((item as { tag?: string }).tag === 'Artifact' || known.has(item.id ?? ''));
	}
	return lost;
}

const made = shared(async (atEnd) => testSite(await invented(NOW, 3, ['2313', '1380']), {}, atEnd));
const cases = [
	['sv', 'stromsund'],
	['en', 'halmstad'],
	['sv', 'hallands-lan'],
	['en', 'dorotea'],
] as const;

test.each(cases)(
	'the report on paper can be heard as well as seen: %s, %s',
	async (locale, slug) => {
		const site = made();
		overwriteGetLocale(() => locale);
		const asked = await askedOf(site, slug, new URLSearchParams(), m.planning_sweden());
		const sections = await sectionsOf(site, asked);
		const title = m.planning_of({ name: asked.area.name });
		const given = {
			...{ title, author: asked.whole.name, chosen: null, sections },
			href: 'https://x.example',
			asOf: '2026-11-26',
		};
		const file = await reportPaper(given);
		const clear = file.toString('latin1');
		const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
		const doc = await task.promise;

		expect(doc.numPages).toBeLessThanOrEqual(MOST_PAGES);
		expect(await doc.getMarkInfo()).toEqual(
			new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
		);
		const { info, metadata } = await doc.getMetadata();
		expect(info).toMatchObject({ Language: locale, Title: title });
		expect(metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(await doc.getViewerPreferences()).toEqual(new Map([['DisplayDocTitle', true]]));
		expect((await doc.getOutline()).map((entry) => entry.title)).toEqual(sections.map((section) => section.title));

		const nodes: Node[] = [];
		for (let number = 1; number <= doc.numPages; number++) {
			const page = await doc.getPage(number);
			const here = flat((await page.getStructTree()) as Node);
			nodes.push(...here);
			const known = new Set(here.flatMap(({ type, id }) => (type === 'content' && id ? [id] : [])));
			expect(await untold(page, known), `page ${number}`).toEqual([]);
			expect(await unmarked(page), `page ${number}`).toEqual([]);
		}
		// One first heading, and one for each section below it: no level is left out.
		const headings = nodes.filter(({ role }) => /^H\d$/.test(role ?? '')).map(({ role }) => role);
		expect(headings).toEqual(['H1', ...sections.map(() => 'H2')]);
		const figures = of(nodes, 'Figure');
		for (const { alt, bbox } of figures) {
			expect(alt?.length).toBeGreaterThan(10);
			expect(bbox).toHaveLength(4);
		}
		for (const table of of(nodes, 'Table')) {
			const rows = of(flat(table), 'TR').map(({ children = [] }) => children.map(({ role }) => role));
			if (rows.length === 0) continue;
			expect(of(flat(table), 'TH').length).toBeGreaterThan(0);
			expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
			for (const [first] of rows) expect(first).toBe('TH');
		}
		// Each heading of a table says whether it is of a column or of a row. A table that goes on on the next page is told
		// with each of them, there without the words of the other.
		const scoped = clear.match(/\/Scope \/(Column|Row)/g)?.length ?? 0;
		expect(scoped).toBe(of(nodes, 'TH').filter(({ children }) => children?.length).length);
		// Every font is in the file, and says which characters its letters are.
		const fonts = clear.match(/\/Subtype \/Type0\b/g)?.length ?? 0;
		expect(fonts).toBeGreaterThan(0);
		expect(clear.match(/\/ToUnicode /g)).toHaveLength(fonts);
		expect(clear.match(/\/FontFile[23] /g)).toHaveLength(clear.match(/\/Type \/FontDescriptor/g)!.length);
		expect(clear).not.toMatch(/\/Subtype \/Type1\b/);
		await task.destroy();
	},
	60_000,
);
