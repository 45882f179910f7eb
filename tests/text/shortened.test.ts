import { expect, test } from 'vitest';
import { shortened } from '../../vite.lighter.ts';

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
