import { expect, test } from 'vitest';
import { loadGeography } from '../../db/geography/index.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { peersOf } from '../../src/planning/peers.ts';
import { checked } from '../../src/planning/table.ts';
import { changeSection } from '../../src/routes/planering/[area]/change.ts';
import { hereSection } from '../../src/routes/planering/[area]/here.ts';
import { whomSection } from '../../src/routes/planering/[area]/whom.ts';
import { type Asked, askedOf } from '../../src/routes/planering/asked.ts';
import { keepMonth } from '../../src/server/monthly.ts';
import { testSite } from '../site.ts';
import { activity, NOW, organisation, venue } from '../store.ts';

const DAY = 86_400;
const asks = (site: Awaited<ReturnType<typeof testSite>>, slug: string, query = ''): Promise<Asked> =>
	askedOf(site, slug, new URLSearchParams(query), 'Hela Sverige');

const many = (count: number, of: (number: number) => Listing): Listing[] =>
	Array.from({ length: count }, (_, number) => of(number));
/** Forty associations are a full register of two to four thousand people. */
const full = (municipality: string, count: number) =>
	many(count, (number) =>
		organisation({
			municipality,
			name: `Förening ${municipality} ${number}`,
			themes: number % 3 ? ['chess'] : ['choir'],
		}),
	);

test('a municipality without anything is told to have an empty register, not an empty civil society', async () => {
	const site = await testSite();
	const asked = await asks(site, 'dorotea');
	const { sentences, pictures, tables } = await hereSection(site, asked);
	expect(sentences[0]).toBe('Inget är registrerat i Dorotea. Det säger något om registret, inte om föreningslivet.');
	expect(sentences.join(' ')).toContain('Inget register har lästs in från kommunen');
	expect(pictures).toEqual([]);
	for (const table of tables) checked(table);
	expect((await whomSection(site, asked)).sentences).toEqual([
		'Inga aktiviteter är registrerade i Dorotea, så det går inte att säga vilka de når.',
	]);
	expect((await changeSection(site, asked)).sentences[0]).toContain('sparas en gång i månaden');
});

test('beside similar municipalities it is told where it stands, and which it is: a thin register or few associations', async () => {
	const peers = ['2425', ...peersOf('2425', loadGeography().municipalities).codes];
	const site = await testSite([
		...peers.flatMap((code) => full(code, 40)),
		activity({
			municipality: '2425',
			name: 'Schack',
			themes: ['chess'],
			audiences: ['youth'],
			languages: ['fi'],
			organisation: 1,
		}),
		venue({ municipality: '2425', name: 'Hallen' }),
	]);
	const asked = await asks(site, 'dorotea');
	const here = await hereSection(site, asked);
	expect(here.sentences[0]).toBe('I registret finns 40 föreningar, 1 lokal och 1 aktivitet i Dorotea.');
	expect(here.sentences.join(' ')).toMatch(
		/Hälften av \d+ liknande kommuner har mellan [\d,]+ och [\d,]+ föreningar på 1\s000 invånare/,
	);
	expect(here.sentences.join(' ')).toContain('100\u00a0% av lokalerna och 100\u00a0% av aktiviteterna är bekräftade');
	expect(here.pictures.map(({ key }) => key)).toEqual(['here-organisation-themes', 'here-venues']);
	for (const { table, alt, svg } of here.pictures) {
		checked(table!);
		expect(alt.length).toBeGreaterThan(10);
		expect(svg).toContain('<svg');
	}
	for (const table of here.tables) checked(table);
	const whom = await whomSection(site, asked);
	expect(whom.sentences.join(' ')).toContain('Ämnet schack har bara en arrangör.');
	expect(whom.sentences.join(' ')).toContain('Det enda språk som aktiviteterna sägs hållas på är finska (1).');
	expect(whom.sentences.join(' ')).toContain('Hur gamla invånarna är har inte lästs in');
	for (const { table } of whom.pictures) checked(table!);
	// A county, the country and a part of a municipality are told too.
	for (const [slug, query] of [
		['vasterbottens-lan', ''],
		['sverige', ''],
		['dorotea', `area=${asked.parts[0]!.value}`],
	]) {
		const section = await hereSection(site, await asks(site, slug!, query));
		for (const table of section.tables) checked(table);
		expect(section.sentences.length).toBeGreaterThan(1);
	}
});

test('a date shows what was kept then; a date that can’t be read, or is not over, shows what is now', async () => {
	const site = await testSite([organisation({ themes: ['chess'] })]);
	const keep = async (now: number) =>
		keepMonth(site.store, now, async () => (await site.planning.ask('tallies', { now })).answer);
	await keep(NOW - 40 * DAY);
	await keep(NOW);
	const month = async (date: string) => (await asks(site, 'halmstad', `asOf=${date}`)).month;
	expect(await month('2026-02-10')).toBe('2026-01');
	expect(await month('2026-03-03')).toBe('2026-01');
	expect(await month('2020-01-01')).toBe('2026-01');
	expect(await Promise.all(['2026-03-04', '2030-01-01', 'igår', '2026-13-45x', ''].map(month))).toEqual(
		Array(5).fill(null),
	);
	const here = await hereSection(site, await asks(site, 'halmstad', 'asOf=2026-02-10'));
	expect(here.sentences[0]).toBe('Siffrorna är de som sparades fredag 23 januari 2026.');
	expect(here.sentences[1]).toBe('I registret finns 1 förening, inga lokaler och inga aktiviteter i Halmstad.');
	for (const table of here.tables) checked(table);

	const change = await changeSection(site, await asks(site, 'halmstad'));
	expect(change.sentences[0]).toBe('Sedan januari 2026 är föreningarna, lokalerna och aktiviteterna lika många.');
	expect(change.pictures).toHaveLength(3);
	for (const table of change.tables) checked(table);
	expect(change.tables[0]!.rows.map(({ cells }) => cells[0])).toEqual([
		{ text: 'januari 2026', href: '/planering/halmstad?asOf=2026-01-23' },
		{ text: 'mars 2026', href: '/planering/halmstad?asOf=2026-03-04' },
		'nu',
	]);
});
