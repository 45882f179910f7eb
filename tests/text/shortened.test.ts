import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paired, shortened } from '../../vite.lighter.ts';

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
