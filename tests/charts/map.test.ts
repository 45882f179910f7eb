import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { drawMap } from '../../src/charts/map.ts';
import { sharingLand } from '../../src/charts/shared-land.ts';

const bounds = [12.7, 56.6, 13.1, 56.8] as const;
const square = (lon: number, lat: number) => [
	[
		[lon, lat],
		[lon + 0.02, lat],
		[lon + 0.02, lat + 0.01],
		[lon, lat + 0.01],
		[lon, lat],
	] as [number, number][],
];
const dot = (lon: number, said: string) => ({ lon, lat: 56.7, look: 'place', size: 3, said });
const drawn = (from: number) =>
	drawMap({
		bounds: [...bounds],
		lang: 'sv',
		surfaces: [
			{ rings: square(12.8 + from, 56.65), look: 'step-1', said: 'ett' },
			{ rings: square(12.85 + from, 56.7), look: 'step-2', said: 'två' },
			{ rings: square(12.9 + from, 56.7), look: 'step-1', said: 'tre & fyra' },
		],
		dots: [dot(12.9, 'Mötesplats'), dot(12.95, 'Mötesplats')],
	});
const read = (svg: string) => parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document;

test('marks of a look are one group with its class; each says its own words, and what all say is said once', async () => {
	const document = read(await drawn(0));
	const groups = [...document.querySelectorAll('.areas > g')].map((group) => [
		group.getAttribute('class'),
		[...group.querySelectorAll('title')].map(({ textContent }) => textContent),
	]);
	expect(groups).toEqual([
		['step-1', ['ett', 'tre & fyra']],
		['step-2', ['två']],
	]);
	expect(document.querySelectorAll('g.place > circle')).toHaveLength(2);
	expect([...document.querySelectorAll('g.place title')].map(({ textContent }) => textContent)).toEqual(['Mötesplats']);
});

test('the steps of an outline lead to its corners, to a tenth of a unit, however short they are written', async () => {
	const path = read(await drawn(0))
		.querySelector('.areas path')!
		.getAttribute('d')!;
	const numbers = path.match(/-?(?:\d+\.?\d*|\.\d+)/g)!.map(Number);
	const corners: [number, number][] = [[numbers[0]!, numbers[1]!]];
	for (let at = 2; at < numbers.length; at += 2)
		corners.push([corners.at(-1)![0] + numbers[at]!, corners.at(-1)![1] + numbers[at + 1]!]);
	expect(path.endsWith('z')).toBe(true);
	expect(corners).toHaveLength(4);
	const [first, second, third, fourth] = corners as [
		[number, number],
		[number, number],
		[number, number],
		[number, number],
	];
	// A square of the map stands straight: its sides meet at the same places, within what rounding may do.
	expect(second[1]).toBeCloseTo(first[1], 0.5);
	expect(third[0]).toBeCloseTo(second[0], 0.5);
	expect(fourth[0]).toBeCloseTo(first[0], 0.5);
	expect(fourth[1]).toBeCloseTo(third[1], 0.5);
	expect(second[0] - first[0]).toBeGreaterThan(10);
	expect(first[1] - third[1]).toBeGreaterThan(5);
});

test('maps of a page that lie on the same land draw it once; others keep their own', async () => {
	const [first, second] = [await drawn(0), await drawn(0.05)];
	const elsewhere = await drawMap({ bounds: [17, 59, 18, 60], lang: 'sv' });
	const chart = '<svg class="chart"><rect class="bar"/></svg>';
	const shared = sharingLand([first, chart, elsewhere, second]);
	expect(shared[1]).toBe(chart);
	expect(shared[2]).toBe(elsewhere);
	const whole = read(shared.join(''));
	const [use] = whole.querySelectorAll('use');
	const land = whole.getElementById(use!.getAttribute('href')!.slice(1))!;
	// Put back in the place of what refers to it, it is the drawing as it was.
	expect(shared[3]!.replace(use!.outerHTML, '')).toContain('class="areas"');
	expect(second).toContain(land.innerHTML.slice(0, 200));
	expect(shared[3]!.length).toBeLessThan(second.length - land.innerHTML.length / 2);
	expect(whole.querySelectorAll('use')).toHaveLength(1);
	expect(whole.querySelectorAll('.ground')).toHaveLength(2);
});
