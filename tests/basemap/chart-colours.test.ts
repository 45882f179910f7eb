import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PALETTES, type Palette } from '../../src/basemap/palette.ts';
import { root } from '../../src/root.ts';

const names: Record<string, keyof Palette> = {
	water: 'water',
	abroad: 'abroad',
	land: 'land',
	settlement: 'settlement',
	county: 'county',
	country: 'country',
	text: 'text',
	soft: 'textSoft',
	wet: 'waterText',
	halo: 'halo',
};

test("maps of the report have the basemap's colours: light, dark by the device, dark by choice, light on paper", () => {
	const css = readFileSync(join(root, 'static', 'chart.css'), 'utf8');
	const blocks = css.split('--map-water:').slice(1);
	const told = blocks.map((block) =>
		Object.fromEntries(
			`--map-water:${block}`.matchAll(/--map-(\w+):\s*(#\w+);/g).map(([, name, colour]) => [name, colour]),
		),
	);
	const [light, dark] = (['light', 'dark'] as const).map((theme) =>
		Object.fromEntries(Object.entries(names).map(([name, from]) => [name, PALETTES[theme][from]])),
	);
	expect(told).toEqual([light, dark, dark, light]);
});

/** WCAG's contrast of two colours, "#1f2622". */
function contrast(one: string, other: string): number {
	const light = (hex: string) => {
		const [r, g, b] = [1, 3, 5]
			.map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
			.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [more, less] = [light(one), light(other)].sort((a, b) => b - a) as [number, number];
	return (more + 0.05) / (less + 0.05);
}

test('meeting places stand out from every shade of the map by lightness alone: the dot or the ring round it, and these from each other', () => {
	const css = readFileSync(join(root, 'static', 'chart.css'), 'utf8');
	const blocks = css.split('--map-water:').slice(1);
	expect(blocks).toHaveLength(4);
	for (const block of blocks) {
		const value = (name: string) => new RegExp(`--${name}:\\s*(#\\w{6});`).exec(`--map-water:${block}`)![1]!;
		const [dot, ring] = [value('dot'), value('dot-ring')];
		expect(contrast(dot, ring)).toBeGreaterThan(4.5);
		for (const below of ['step-1', 'step-2', 'step-3', 'step-4', 'step-5', 'map-land', 'map-water'])
			expect(Math.max(contrast(dot, value(below)), contrast(ring, value(below))), below).toBeGreaterThan(3);
	}
});
