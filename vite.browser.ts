import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What is made smaller on its way to a browser. The server keeps everything as it is written. */

const NOTHING = '\0samlas:nothing';
const SAID = '\0samlas:said';
const runtime = fileURLToPath(new URL('./src/text/generated/runtime.js', import.meta.url));

/** Browsers have URLPattern; those of before 2025 are sent it by src/hooks.client.ts, instead of everyone with every page. */
export const urlPatternWhenMissing: Plugin = {
	name: 'samlas:url-pattern',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name !== 'ssr',
	resolveId: (source) => (source === '@inlang/paraglide-js/urlpattern-polyfill' ? NOTHING : undefined),
	load: (id) => (id === NOTHING ? '' : undefined),
};

/** A text without values in a module of its own, as Paraglide compiles it: its language and its words. */
const WORDS = /^const (sv|en)_\w+ = \/\*\*.*?\*\/ \(\) => \{\n\treturn \/\*\*.*?\*\/ \((`(?:[^`\\$]|\\.)*`)\)\n\};$/gm;
const NAME = /^export const (\w+) = /gm;

/** A text without values as one short call, or undefined where the module is anything else. */
export function shortened(code: string): string | undefined {
	const words = new Map([...code.matchAll(WORDS)].map(([, locale, text]) => [locale, text]));
	const [name, ...others] = [...code.matchAll(NAME)].map(([, exported]) => exported);
	if (words.size !== 2 || !name || others.length) return undefined;
	return `import { said } from '${SAID}';\nexport const ${name} = /* @__PURE__ */ said(${words.get('sv')}, ${words.get('en')});\n`;
}

/** Most texts hold no values: three functions each, as compiled, weigh more than the words in them. */
export const shortTexts: Plugin = {
	name: 'samlas:short-texts',
	applyToEnvironment: ({ name }) => name !== 'ssr',
	resolveId: (source) => (source === SAID ? SAID : undefined),
	load: (id) =>
		id === SAID
			? `import { getLocale } from ${JSON.stringify(runtime)};\nexport const said = (sv, en) => (_, options) => ((options?.locale ?? getLocale()) === 'en' ? en : sv);\n`
			: undefined,
	transform(code, id) {
		const short = /\/generated\/messages\/\w+\.js$/.test(id) ? shortened(code) : undefined;
		return short && { code: short, map: null };
	},
};
