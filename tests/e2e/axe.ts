import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** Less than half of what `axe.source` would send to each page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

/**
 * What axe finds wrong in a page as it stands, as "rule: element". `rules` names the only ones to look for, `within` the
 * only element to look in. Axe runs in the page itself: in one without JavaScript it can't.
 */
export async function violations(
	page: Page,
	{ rules, within }: { rules?: string[]; within?: string } = {},
): Promise<string[]> {
	// Our pages have no frames; the detour for them is more work than all the rules.
	if (page.frames().length > 1) throw new Error(`There are frames in ${page.url()}: axe would not look into them.`);
	// A colour that is on its way to another is neither.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	return page.evaluate(
		async ([only, place]) => {
			const found = await window.axe!.run(place ?? document, {
				resultTypes: ['violations'],
				...(only ? { runOnly: { type: 'rule' as const, values: only } } : {}),
			});
			return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
		},
		[rules, within] as const,
	);
}
