import { expect, test } from 'vitest';
import type { LonLat } from '../../src/domain/geo.ts';
import { type Ring, ringText } from '../../src/domain/ring.ts';
import { tablesOf } from '../../src/planning/section.ts';
import { checked, hasShapes } from '../../src/planning/table.ts';
import { sectionsOf } from '../../src/routes/planering/[area]/sections.ts';
import { askedOf, parametersOf } from '../../src/routes/planering/asked.ts';
import { DRAWN } from '../../src/routes/planering/drawn-href.ts';
import { actions, load } from '../../src/routes/planering/rita/+page.server.ts';
import { invented } from '../demo/invented.ts';
import { testSite } from '../site.ts';
import { NOW, shared } from '../store.ts';

const ringOf = (...pairs: [lon: number, lat: number][]): Ring => pairs.map(([lon, lat]): LonLat => ({ lon, lat }));
/** About the middle of Halmstad. */
const halmstad = ringText(ringOf([12.8, 56.64], [12.92, 56.64], [12.92, 56.72], [12.8, 56.72]));
const crossing = '128000.566000-129000.567000-129000.566000-128000.567000';
const sea = ringText(ringOf([11.1, 57.2], [11.3, 57.2], [11.3, 57.3]));
const site = shared(async (atEnd) => testSite(await invented(NOW, 3, ['1380']), {}, atEnd));

type Event = Parameters<typeof load>[0];
const event = (search: string) =>
	({ url: new URL(`https://samlas.example/planering/rita?${search}`), locals: { site: site() } }) as unknown as Event;
const whereTo = async (answer: unknown) => {
	const thrown = await Promise.resolve(answer).then(
		() => undefined,
		(reason: { location?: string }) => reason,
	);
	return thrown?.location;
};
interface Page {
	wrong: string | null;
	circle: { field?: string; wrong?: string };
	ring: Ring;
}
const page = async (search: string) => (await load(event(search))) as unknown as Page;

test('a drawn area has the report of any other, but for what is of whole municipalities, and ages', async () => {
	const asked = await askedOf(
		site(),
		DRAWN,
		new URLSearchParams(`ring=${halmstad}&theme=sport&asOf=2020-01-01`),
		'Sverige',
	);
	expect(asked.area).toMatchObject({
		kind: 'drawn',
		key: halmstad,
		name: 'det ritade området i Halmstad',
		municipalities: ['1380'],
	});
	expect([asked.area === asked.whole, asked.month, asked.parts]).toEqual([true, null, []]);
	expect(parametersOf(asked)).toEqual([
		['ring', halmstad],
		['theme', 'sport'],
	]);
	const sections = await sectionsOf(site(), { ...asked, choice: { ...asked.choice, theme: [] } });
	expect(sections.map(({ key }) => key)).toEqual([
		'drawn',
		'here',
		'reach',
		'travel',
		'gaps',
		'diversity',
		'use',
		'whom',
	]);
	const [drawn, , reach] = sections;
	expect(drawn!.sentences[0]).toBe('Området är 65 km² stort och ligger i Halmstad.');
	expect(drawn!.sentences[1]).toMatch(/^Ungefär \d/);
	const [, path] = /class="outline".*? d="([^"]+)"/s.exec(drawn!.pictures[0]!.svg)!;
	// A pair of numbers for each corner.
	expect(path!.match(/-?[\d.]+/g)).toHaveLength(8);
	expect(hasShapes(drawn!.pictures[0]!.table!)).toBe(true);
	expect(reach!.sentences[0]).toContain('av dem som bor i det ritade området i Halmstad');
	for (const table of sections.flatMap(tablesOf)) expect(checked(table)).toBe(table);
	const [persons] = drawn!.pictures[0]!.table!.rows.map(({ cells }) => cells[3] as number);
	expect(persons).toBeGreaterThan(30_000);
	// The municipality has more people, and more entries.
	const whole = await askedOf(site(), 'halmstad', new URLSearchParams(), 'Sverige');
	expect(persons).toBeLessThan((await site().planning.ask('reach', whole)).answer.all.persons!);
}, 60_000);

test('what is no area leads to the page that draws, which says what is wrong with it', async () => {
	const asked = (ring: string) => whereTo(askedOf(site(), DRAWN, new URLSearchParams({ ring }), 'Sverige'));
	expect(await asked('')).toBe('/planering/rita');
	expect(await asked(crossing)).toBe(`/planering/rita?ring=${crossing}`);
	expect(await asked(sea)).toBe(`/planering/rita?ring=${sea}`);
	expect((await page(`ring=${crossing}`)).wrong).toContain('korsar sig själv');
	expect((await page(`ring=${sea}`)).wrong).toContain('Vi känner inte till någon som bor där');
	expect((await page('ring=nonsense')).wrong).toContain('Det går inte att läsa');
	const again = await page(`ring=${halmstad}`);
	expect([again.wrong, ringText(again.ring)]).toEqual([null, halmstad]);
	expect((await page('i=halmstad')).wrong).toBe(null);
});

test('a circle about a named place; a place that nobody knows, and a distance that is none, are told beside their field', async () => {
	const to = await whereTo(load(event('place=Oskarstr%C3%B6m&km=2,5')));
	expect(to).toMatch(/^\/planering\/ritat\?ring=(\d{6}\.\d{6}-){47}\d{6}\.\d{6}$/);
	const { area } = await askedOf(site(), DRAWN, new URL(to!, 'https://samlas.example').searchParams, 'Sverige');
	expect(area.municipalities).toEqual(['1380']);
	expect((await page('place=Ingenstans&km=5')).circle).toMatchObject({
		field: 'place',
		wrong: expect.stringContaining('hittar vi inte'),
	});
	for (const km of ['', '0', '51', 'x'])
		expect((await page(`place=Halmstad&km=${km}`)).circle).toMatchObject({
			field: 'km',
			wrong: 'Skriv ett tal mellan 0,5 och 50.',
		});
	expect((await page('place=Ystad&km=50')).circle).toMatchObject({
		field: 'km',
		wrong: expect.stringContaining('utanför Sverige'),
	});
}, 60_000);

test('an area that is pasted or handed in leads to its report, or stays with what was typed and why', async () => {
	const post = (fields: Record<string, string | File>) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		return actions.default!({
			request: new Request('https://samlas.example/planering/rita', { method: 'POST', body }),
			locals: { site: site() },
		} as unknown as Parameters<NonNullable<typeof actions.default>>[0]);
	};
	const lines = '56,64 12,8\n56,64 12,92\n56,72 12,92\n56,72 12,8';
	expect(await whereTo(post({ text: lines }))).toBe(`/planering/ritat?ring=${halmstad}`);
	const coordinates = [
		[
			[12.8, 56.64],
			[12.92, 56.64],
			[12.92, 56.72],
			[12.8, 56.72],
			[12.8, 56.64],
		],
	];
	const file = new File([JSON.stringify({ type: 'Polygon', coordinates })], 'yta.geojson');
	expect(await whereTo(post({ text: '', file }))).toBe(`/planering/ritat?ring=${halmstad}`);
	expect(await post({ text: 'Halmstad' })).toMatchObject({ status: 400, data: { text: 'Halmstad', isFile: false } });
	expect(await post({ text: '', file: new File([], '') })).toMatchObject({
		status: 400,
		data: { wrong: 'Välj en fil eller klistra in ett område.' },
	});
	expect(await post({ text: '', file: new File(['{}'], 'x.geojson') })).toMatchObject({
		status: 400,
		data: { isFile: true, wrong: expect.stringContaining('ingen yta') },
	});
});
