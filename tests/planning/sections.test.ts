import { expect, test } from 'vitest';
import { everyPlace } from '../../src/planning/choice.ts';
import { checked, hasShapes } from '../../src/planning/table.ts';
import { diversitySection } from '../../src/routes/planering/[area]/diversity.ts';
import { gapsSection } from '../../src/routes/planering/[area]/gaps.ts';
import { travelSection } from '../../src/routes/planering/[area]/travel.ts';
import { askedOf } from '../../src/routes/planering/asked.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { invented } from '../demo/invented.ts';
import { testSite } from '../site.ts';
import { NOW } from '../store.ts';

const sections = [travelSection, gapsSection, diversitySection];

const cases = [
	['sv', 'stromsund', ''],
	['en', 'halmstad', 'weight-sport=0&weight-culture=3'],
	['sv', 'halmstad', 'theme=sport'],
] as const;

test('whole sentences, tables that are right, maps that are layers', async () => {
	const site = await testSite(await invented(NOW, 3, ['2313', '1380']));
	for (const [locale, slug, address] of cases) {
		overwriteGetLocale(() => locale);
		const asked = await askedOf(site, slug, new URLSearchParams(address), 'Sverige');
		const [travel, gaps, diversity] = await Promise.all(sections.map((section) => section(site, asked)));
		for (const section of [travel!, gaps!, diversity!]) {
			for (const sentence of section.sentences) expect(sentence).toMatch(/^[A-ZÅÄÖ0-9][^{}]*\.$/);
			const pictures = section.pictures.flatMap(({ table }) => table ?? []);
			expect(pictures.length).toBeGreaterThan(0);
			for (const table of [...pictures, ...section.tables]) expect(checked(table)).toBe(table);
		}
		expect(hasShapes(gaps!.pictures[0]!.table!)).toBe(true);
		expect(gaps!.pictures[0]!.svg.match(/<path d="[^"]+"><title>/g)!.length).toBeGreaterThan(5);
		expect(diversity!.pictures.at(-1)!.svg).toContain('class="step-');
	}
}, 60_000);

test('without anything it says that nothing is known, and draws nothing', async () => {
	overwriteGetLocale(() => 'sv');
	const site = await testSite();
	const asked = await askedOf(site, 'halmstad', new URLSearchParams(), 'Sverige');
	for (const section of sections) {
		const { sentences, pictures, tables } = await section(site, asked);
		expect([sentences.length, pictures.length, tables.length]).toEqual([1, 0, 0]);
	}
	expect(asked.choice).toEqual(everyPlace);
});

test('what a theme weighs is read from the address; what can not be read weighs one', async () => {
	const site = await testSite();
	const asked = await askedOf(
		site,
		'halmstad',
		new URLSearchParams(
			'weight-sport=0&weight-culture=12&weight-hobby=x&weight-nothing=2&weight-choir=1&weight-chess=9',
		),
		'Sverige',
	);
	expect(asked.weights).toEqual({ sport: 0, chess: 9 });
});
