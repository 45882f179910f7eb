import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnIcon } from '../../vite.lighter.ts';

const folder = 'node_modules/@lucide/svelte/dist/icons';

test('every icon of the package is read', () => {
	const names = readdirSync(folder).filter((name) => name.endsWith('.svelte'));
	expect(names.length).toBeGreaterThan(1000);
	expect(names.filter((name) => !drawnIcon(readFileSync(`${folder}/${name}`, 'utf8'))?.includes('<svg'))).toEqual([]);
});

test('an icon is its shapes', () => {
	const source = readFileSync(`${folder}/search.svelte`, 'utf8');
	const drawn = drawnIcon(source);
	expect(drawn).toContain('<path d="m21 21-4.34-4.34" /><circle cx="11" cy="11" r="8" /></svg>');
	expect(drawn).toContain('width={size}');
});

test('a component that is written otherwise is left alone', () => {
	expect(drawnIcon('<svg></svg>')).toBeUndefined();
});
