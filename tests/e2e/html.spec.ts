import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';

/** The standard's own rules; how a framework formats its output is not their business. */
const validator = new HtmlValidate({
	extends: ['html-validate:standard', 'html-validate:a11y'],
	rules: {
		'no-redundant-role': 'off',
		'long-title': 'off',
		'unique-landmark': 'off',
		'wcag/h30': 'off',
		'tel-non-breaking': 'off',
	},
});

test('pages are valid HTML', async ({ request }) => {
	const { items } = await (await request.get('/api/v1/listings?limit=3&municipality=1380&q=halmstad')).json();
	const entries = items.map(({ url }: { url: string }) => new URL(url).pathname);
	for (const path of [
		'/',
		'/en/search?q=chess',
		'/kommun/halmstad',
		'/tema/chess',
		'/om',
		'/integritet',
		'/kommuner',
		'/en/themes',
		'/offline',
		'/finns-inte',
		...entries,
		`${entries[0]}/fel`,
	]) {
		const report = await validator.validateString(await (await request.get(path)).text());
		const said = report.results.flatMap(({ messages }) =>
			messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
		);
		expect(said).toEqual([]);
	}
});
