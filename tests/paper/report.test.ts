import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bars } from '../../src/charts/bars.ts';
import { heat } from '../../src/charts/heat.ts';
import { MOST_PAGES, type ReportPaper, reportPaper } from '../../src/paper/report.ts';
import type { Section } from '../../src/planning/section.ts';
import { createPaperOffice } from '../../src/server/paper-office.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { nastyTexts } from '../nasty.ts';
import { table } from '../planning/tables.ts';

const long = { ...table, key: 'long', rows: Array.from({ length: 40 }, () => table.rows[0]!) };
const shades = heat([
	{ row: 'Måndag', column: 'Dag', value: 1, said: '1' },
	{ row: 'Måndag', column: 'Kväll', value: 9, said: '9' },
	{ row: 'Tisdag', column: 'Dag', value: null, said: 'stängt' },
]);
const section = (number: number): Section => ({
	key: `s${number}`,
	title: `Fråga ${number}`,
	sentences: ['Svaret bär en siffra: 42.', 'Och mer därtill.'],
	pictures: [
		{
			...{ key: 'a', caption: 'Lediga timmar', alt: 'Mest ledigt måndag kväll.', svg: shades, table },
			legend: [
				{ look: 'step-1', label: 'få' },
				{ look: 'step-5', label: 'många' },
			],
		},
		{
			...{ key: 'b', caption: 'Öppettider', alt: 'Staplar.', table: null, wide: true },
			svg: bars([{ label: 'Gällivare – Váhtjer', value: 3, said: '3' }]),
		},
	],
	tables: [table, long],
});
const report = (sections: Section[]): ReportPaper => ({
	...{ title: 'Planeringsöversikt: Halmstad', author: 'Halmstad', chosen: null, sections },
	...{ href: 'https://samlas.example/planering/halmstad', asOf: '2026-11-26' },
});

/** What a PDF holds in clear, what its streams hold, and how many times a pattern is in either. */
async function read(given: ReportPaper) {
	const file = await reportPaper(given);
	const clear = file.toString('latin1');
	const streams = [...clear.matchAll(/\/FlateDecode[\s\S]*?stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
		try {
			return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
		} catch {
			return '';
		}
	});
	const times = (pattern: RegExp) => [...clear.matchAll(pattern)].length;
	return { clear, drawn: streams.join('\n'), times, pages: times(/\/Type \/Page\b(?!s)/g) };
}

test('headings, figures with their words, tables with headings told as such, the language, and a mark of PDF/UA', async () => {
	overwriteGetLocale(() => 'sv');
	const { clear, times, pages } = await read(report([section(1), section(2)]));
	expect(clear).toContain('/Lang (sv)');
	expect(clear).toContain('/Marked true');
	expect(clear).toContain('/DisplayDocTitle true');
	expect(clear).toContain('<pdfuaid:part>1</pdfuaid:part>');
	expect([times(/\/S \/H1\b/g), times(/\/S \/H2\b/g)]).toEqual([1, 2]);
	expect(times(/\/S \/Figure\b[^>]*?\/Alt|\/Alt[^>]*?\/S \/Figure\b/g)).toBe(4);
	expect([times(/\/S \/Table\b/g), times(/\/S \/Caption\b/g)]).toEqual([4, 4]);
	// Ten rows of each long table, three of each short one, and their headings.
	expect(times(/\/S \/TR\b/g)).toBe(2 * (11 + 4));
	expect(times(/\/Scope \/Column/g)).toBe(16);
	expect(times(/\/Scope \/Row/g)).toBe(26);
	expect(pages).toBeLessThanOrEqual(3);
	overwriteGetLocale(() => 'en');
	expect((await read(report([section(1)]))).clear).toContain('/Lang (en)');
});

test('drawings have the colours of the page, and no letter is missing', async () => {
	overwriteGetLocale(() => 'sv');
	const { drawn, clear } = await read(report([section(1)]));
	const colour = (hex: string) =>
		[1, 3, 5].map((at) => Number((Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(4)));
	const used = [...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) scn/g)].map((found) =>
		found.slice(1).map((part) => Number(Number(part).toFixed(4))),
	);
	// Shades 1 and 5 of chart.css, and the pine of tokens.css.
	for (const hex of ['#fbe9cd', '#7a3a08', '#1d5943']) expect(used).toContainEqual(colour(hex));
	// The Sami letter á is in the first of the project's fonts, and ŋ would bring the next.
	expect(clear).toContain('NotoSans');
});

test('however much there is to tell, and whatever is in it: at most ten pages', async () => {
	overwriteGetLocale(() => 'sv');
	for (const many of [12]) {
		const { pages, times } = await read(report(Array.from({ length: many }, (_, number) => section(number))));
		expect(pages).toBeLessThanOrEqual(MOST_PAGES);
		expect(times(/\/S \/H2\b/g)).toBe(many);
	}
	const nasty = Object.values(nastyTexts).map((text) => ({ cells: [text.slice(0, 300), 1, null, { under: 5 }] }));
	const texts = { ...section(1), title: nastyTexts['lone surrogates']!, tables: [{ ...table, rows: nasty }] };
	expect((await read(report([texts]))).pages).toBeLessThanOrEqual(3);
	expect((await read(report([]))).pages).toBe(1);
});

test('a thread of its own writes it, once for the same report', async () => {
	const office = createPaperOffice();
	const order = { report: report([section(1)]), locale: 'sv' as const };
	const [first, again] = [office.report(order), office.report(structuredClone(order))];
	expect(again).toBe(first);
	const file = await first;
	expect(Buffer.from(file.slice(0, 5)).toString()).toBe('%PDF-');
	const hasty = createPaperOffice({ longest: 1 });
	await expect(hasty.report(order)).rejects.toMatchObject({ key: 'planning.broken' });
	// What failed is not kept.
	await expect(hasty.report(order)).rejects.toMatchObject({ key: 'planning.broken' });
}, 60_000);
