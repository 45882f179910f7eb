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
