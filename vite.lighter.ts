import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What packages bring, made lighter on its way into a bundle. */

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

interface Localized {
	pattern: string;
	localized: [locale: string, pattern: string][];
}

/** The addresses of all pages as pairs, Swedish and English: written out as compiled, each stands there twice, in words around it. */
export function paired(code: string): string {
	return code.replace(/^export const urlPatterns = (\[\n[\s\S]*?\n\]);$/m, (whole, list: string) => {
		const pairs = (JSON.parse(list) as Localized[]).map(({ pattern, localized: [en, sv, ...more] }) => {
			const plain = en?.[0] === 'en' && sv?.[0] === 'sv' && sv[1] === pattern && !more.length;
			return plain && en[1].startsWith('/en') ? [pattern, en[1].slice(3)] : null;
		});
		if (pairs.includes(null)) return whole;
		return `export const urlPatterns = ${JSON.stringify(pairs)}.map(([sv, en]) => ({ pattern: sv, localized: [['en', '/en' + en], ['sv', sv]] }));`;
	});
}

/** Links are written in Swedish: to a Swedish reader nothing is to be changed in one that is not English. */
export function asWritten(code: string): string {
	const asked = 'const locale = options?.locale ?? currentLocale;';
	return code.replace(
		asked,
		`${asked}\n    if (locale === 'sv' && /^\\/(?!en(?:[/?#]|$)|[/\\\\])/.test(href)) return href;`,
	);
}

/** On the server the same links stand in page after page: what one is in a language is found once. */
export function remembered(code: string): string {
	const found = code
		.replace(
			'export function localizeUrl(url, options) {',
			`export function localizeUrl(url, options) {
    const locale = options?.locale ?? getLocale();
    return once(locale, url, () => localizeUrlAnew(url, { locale }));
}
function localizeUrlAnew(url, options) {`,
		)
		.replace(
			'export function deLocalizeUrl(url) {',
			`export function deLocalizeUrl(url) {
    return once('', url, () => deLocalizeUrlAnew(url));
}
function deLocalizeUrlAnew(url) {`,
		);
	return `${found}\n${once}`;
}

/** Addresses that are remembered: so many, each of so many characters at most. Whoever asks gets one of their own, which they may change. */
const once = `const found = new Map();
function once(locale, url, find) {
	const href = typeof url === 'string' ? url : url.href;
	if (href.length > 300) return find();
	const key = locale + ' ' + href;
	const known = found.get(key);
	if (known) return new URL(known);
	const made = find();
	if (found.size >= 2000) found.clear();
	found.set(key, made.href);
	return made;
}`;

/** Made anew for every link, as compiled, patterns took a third of the time in which a page comes alive. */
export const patternsOnce: Plugin = {
	name: 'samlas:patterns-once',
	transform(code, id) {
		if (id !== runtime) return undefined;
		const light = asWritten(paired(code)).replaceAll('new URLPattern(', 'patternOf(');
		const kept = this.environment.name === 'ssr' ? remembered(light) : light;
		return { code: `${kept}\n${patternOf}`, map: null };
	},
};

/**
 * Our patterns are paths: of the address that they are resolved against, only the host can matter. One that begins otherwise
 * than the address is not asked: with a pattern for each page, asking all of them for each link was a fifth of a page's work.
 */
export const patternOf = `const patterns = new Map();
const never = { exec: () => null };
function patternOf(path, href) {
	const end = href.indexOf('/', 8);
	if (!href.startsWith(path.slice(0, path.indexOf('/:') >>> 0), end)) return never;
	const origin = href.slice(0, end);
	const known = patterns.get(path);
	if (known?.origin === origin) return known.pattern;
	const pattern = new URLPattern(path, origin);
	patterns.set(path, { origin, pattern });
	return pattern;
}`;

type IconNode = [element: string, attributes: Record<string, string>][];

/** An icon's shapes as they stand in its package's component, or undefined where that is written in another way. */
export function drawnIcon(source: string): string | undefined {
	const [, icon] = /^const iconData = (\{.*\});$/m.exec(source) ?? [];
	if (!icon) return undefined;
	const { node } = JSON.parse(icon) as { node: IconNode };
	const shapes = node.map(([element, attributes]) => {
		const given = Object.entries(attributes).filter(([name]) => name !== 'key');
		return `<${element} ${given.map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
	});
	return `<script>let { size = 24 } = $props();</script>
<svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>
`;
}

/** Icons are pictures beside words, of a size and no more: put together in the browser, they took a quarter of the time in which a page comes alive. */
export const drawnIcons: Plugin = {
	name: 'samlas:drawn-icons',
	enforce: 'pre',
	load(id) {
		const [file] = id.split('?');
		return /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/.test(file!)
			? drawnIcon(readFileSync(file!, 'utf8'))
			: undefined;
	},
};

/** Pages that readers go to from one another. */
const OFTEN =
	/src\/routes\/(\+|sok\/\+|(forening|lokal|aktivitet|kommun|tema)\/\[slug\]\/\+|(kommuner|teman)\/\+)(layout|page)\.svelte/;
const nodes = new URL('./.svelte-kit/generated/build/client/nodes/', import.meta.url);

/**
 * Which parts are fetched along with a page's own file, rather than when that asks for them. Every page carries the list
 * for every other: it tells the parts of those that readers go between, and leaves out those of forms and desks, which
 * would make each search heavier with every form there is. Styles are always told.
 */
export function partsAhead(file: string, parts: string[]): string[] {
	const [, node] = /\/nodes\/(\d+)\./.exec(file) ?? [];
	if (node === undefined) return parts;
	return OFTEN.test(readFileSync(new URL(`${node}.js`, nodes), 'utf8')) ? parts : [];
}
