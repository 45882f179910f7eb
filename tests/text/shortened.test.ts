import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paired, patternOf, shortened } from '../../vite.lighter.ts';

/** As Paraglide compiles a text for a build, one module each. */
const compiled = (sv: string, en: string) => `/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

const sv_a_text = /** @type {(inputs: A_TextInputs) => LocalizedString} */ ${sv}

const en_a_text = /** @type {(inputs: A_TextInputs) => LocalizedString} */ ${en}

export const a_text = /** @type {((inputs?: A_TextInputs) => LocalizedString)} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_a_text(inputs)
	return sv_a_text(inputs)
});`;
const plain = (text: string) => `() => {\n\treturn /** @type {LocalizedString} */ (\`${text}\`)\n};`;
const withValue = '(i) => {\n\treturn /** @type {LocalizedString} */ (`${i?.shown} hits`)\n};';

test('a text without values is sent as its words', () => {
	const short = shortened(compiled(plain('Så \\`här\\`'), plain('Like\\nthis')));
	expect(short).toContain('export const a_text = /* @__PURE__ */ said(`Så \\`här\\``, `Like\\nthis`);');
});

test('a text with a value in either language is sent as compiled', () => {
	expect(shortened(compiled(withValue, withValue))).toBeUndefined();
	expect(shortened(compiled(plain('Träffar'), withValue))).toBeUndefined();
	expect(shortened(`${compiled(plain('Träffar'), plain('Hits'))}\nexport const other = 1;`)).toBeUndefined();
});

test('the addresses of pages are sent as pairs that mean the same', async () => {
	const file = new URL('../../src/text/generated/runtime.js', import.meta.url);
	const compiled = readFileSync(file, 'utf8').match(/^export const urlPatterns = \[\n[\s\S]*?\n\];$/m)![0];
	const short = paired(compiled);
	expect(short.length).toBeLessThan(compiled.length / 3);
	const listOf = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);
	expect((await listOf(short)).urlPatterns).toEqual((await listOf(compiled)).urlPatterns);
	const other = compiled.replace('"/en/search"', '"https://en.samlas.example/search"');
	expect(paired(other), 'anything else is sent as compiled').toBe(other);
});

test('a pattern that is asked only where it can fit says what it says when it is always asked', async () => {
	const { urlPatterns } = await import('../../src/text/generated/runtime.js');
	const made = await import(`data:text/javascript,${encodeURIComponent(`${patternOf}\nexport { patternOf };`)}`);
	const all = urlPatterns.flatMap(({ pattern, localized }) => [pattern, ...localized.map(([, path]) => path)]);
	const paths = [
		...all.map((path) => path.replaceAll(':slug', 'a-b').replaceAll(':id', '7').replace(':path(.*)?', 'x/y')),
	];
	for (const path of [
		...paths,
		...paths.map((one) => `${one}/`),
		...paths.map((one) => `${one}?q=/sok#a`),
		'/e',
		'/enx',
		'/en',
		'//',
	])
		for (const origin of ['http://localhost:3000', 'https://a.se', 'http://[::1]:80', 'http://a'])
			for (const pattern of all) {
				const { href } = new URL(origin + path);
				const [mine, plain] = [made.patternOf(pattern, href), new URLPattern(pattern, href)];
				expect(mine.exec(href)?.pathname, `${pattern} ${href}`).toEqual(plain.exec(href)?.pathname);
			}
});
