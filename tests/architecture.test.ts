import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type AST, parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which wing may import which, at run time; types are free, since they vanish. */
const mayImport: Record<string, RegExp> = {
	domain: /^(domain|zod|temporal-polyfill|rrule-temporal|opening_hours|@sindresorhus\/slugify)(\/|$)/,
	store:
		/^(store|domain|planning\/(ground|estimate|estimate-ground|imported-people)\.ts|db|drizzle-orm|better-sqlite3|root\.ts|node:)(\/|$)?/,
	finder: /^(finder|domain|db\/geography|@orama\/stemmers|typedfastbitset|pbf|zod|node:crypto|node:buffer)(\/|$)?/,
	api: /^(api|domain|finder\/(places|answered)\.ts|basemap|fastify|@fastify|fastify-type-provider-zod|zod|ical-generator|temporal-polyfill|node:)(\/|$)?/,
	intake:
		/^(intake|domain|db\/geography|text|zod|csv-parse|read-excel-file|proj4|jsts|wkx|jsonstat-toolkit|entities|libphonenumber-js|opening_hours|node:)(\/|$)?/,
	planning: /^(planning|domain|zod|h3-js|jsts|write-excel-file\/node|@turf\/rewind)(\/|$)?/,
	charts: /^(charts|domain|basemap|@observablehq\/plot|linkedom)(\/|$)?/,
	photo: /^(photo|domain|sharp|node:)(\/|$)?/,
	paper: /^(paper|planning|domain|text|root\.ts|pdfkit|svg-to-pdfkit|linkedom|node:)(\/|$)?/,
	mail: /^(mail|paper\/letters\.ts|domain|text|nodemailer|pdfkit|node:)(\/|$)?/,
	proof: /^(proof|domain|zod|@simplewebauthn\/server|openid-client|node:)(\/|$)?/,
	components: /^(components|domain|text|basemap|svelte|maplibre-gl|@lucide|@fontsource|uqr|\$app)(\/|$)?/,
	routes:
		/^(routes|components|domain|planning|charts|proof|text|styles|mail\/([a-z]+-)?letters\.ts|mail\/claim-paper\.ts|photo\/prepare\.ts|session-cookie\.ts|finder\/(places|answered)\.ts|intake\/themes\/names\.ts|db\/geography|root\.ts|marked|node:|@simplewebauthn\/browser|@sveltejs|@lucide|\$app|svelte|\.\/\$types)(\/|$)?/,
};

function filesIn(folder: string): string[] {
	return (readdirSync(join(root, folder), { recursive: true }) as string[])
		.filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('generated') && !name.includes('node_modules'))
		.map((name) => join(folder, name));
}

/** What a file imports at run time, as a path within src or the name of a package. */
function importsOf(file: string): string[] {
	const source = readFileSync(join(root, file), 'utf8');
	const bare = source.replace(/import type [^;]+;/g, '').replace(/import \{\s*(type [\w$]+,?\s*)+\} from [^;]+;/g, '');
	const found = bare.matchAll(
		/^\s*(?:import|export)[^'"]*? from ['"]([^'"]+)['"]|^\s*import ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]/gm,
	);
	return [...found].map(([, first, second, third]) => {
		const from = first ?? second ?? third;
		if (from!.startsWith('#')) return from!.slice(1);
		if (!from!.startsWith('.')) return from!;
		if (from === './$types') return from;
		const path = relative(root, resolve(dirname(join(root, file)), from!.replace(/\?.*$/, '')));
		return path.replace(/^src\//, '');
	});
}

test.each(Object.keys(mayImport))('src/%s imports only what it may', (wing) => {
	const files = filesIn(`src/${wing}`);
	expect(files.length).toBeGreaterThan(2);
	const wrong = files.flatMap((file) =>
		importsOf(file)
			.filter((from) => !mayImport[wing]!.test(from))
			.map((from) => `${file} ← ${from}`),
	);
	expect(wrong).toEqual([]);
});

test('SQL and its engine are known in the store and the tables alone', () => {
	const others = filesIn('src').filter((file) => !file.startsWith('src/store/'));
	const wrong = others.filter((file) =>
		importsOf(file).some((from) => /^(drizzle-orm|better-sqlite3|db\/schema)/.test(from)),
	);
	expect(wrong).toEqual([]);
	const sql = others.filter((file) =>
		/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+[a-z_*]/.test(readFileSync(join(root, file), 'utf8')),
	);
	expect(sql).toEqual([]);
});

/** Every file that a page's code brings to a browser, each with what it imports; a package is a name of its own. */
function sentToBrowsers(): Map<string, string[]> {
	const pages = filesIn('src/routes').filter((file) => file.endsWith('.svelte'));
	const found = new Map<string, string[]>();
	const left = ['src/hooks.ts', 'src/hooks.client.ts', ...pages];
	for (let file = left.pop(); file; file = left.pop()) {
		if (found.has(file)) continue;
		const imports = importsOf(file);
		found.set(file, imports);
		left.push(...imports.map((from) => `src/${from}`).filter((from) => /\.(ts|svelte)$/.test(from)));
	}
	return found;
}

test('no page brings the heavy packages of the server to a browser', () => {
	const sent = sentToBrowsers();
	expect([...sent.keys()]).toContain('src/domain/geo.ts');
	const wrong = [...sent].flatMap(([file, imports]) =>
		imports
			.filter((from) => /^(zod|temporal-polyfill|rrule-temporal|opening_hours|libphonenumber-js)(\/|$)/.test(from))
			.map((from) => `${file} ← ${from}`),
	);
	expect(wrong).toEqual([]);
});

test('a page names its texts as they stand: a key put together brings every text there is', () => {
	const wrong = [...sentToBrowsers().keys()].filter((file) => /\bm\[`/.test(readFileSync(join(root, file), 'utf8')));
	expect(wrong).toEqual([]);
});

test('icons are given a size and stand beside words: the build draws them so, and nothing else (vite.lighter.ts)', () => {
	const pages = [...filesIn('src/routes'), ...filesIn('src/components')].filter((file) => file.endsWith('.svelte'));
	const wrong = pages.flatMap((file) => {
		const source = readFileSync(join(root, file), 'utf8');
		const icons = [...source.matchAll(/import (\w+) from '@lucide\/svelte\/icons\//g)].map(([, name]) => name);
		const drawn = icons.flatMap((name) => source.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []);
		return drawn
			.filter((tag) => !/^<\w+ size=\{\d+\} aria-hidden="true" \/>$/.test(tag))
			.map((tag) => `${file}: ${tag}`);
	});
	expect(wrong).toEqual([]);
});

/** The elements of a component, with what is set on each: `value`, `bind:value`; what is set in words has them as its value. */
function elementsIn(file: string): { tag: string; set: Map<string, string> }[] {
	const found: ReturnType<typeof elementsIn> = [];
	const said = (value: AST.Attribute['value']) =>
		Array.isArray(value) && value.every(({ type }) => type === 'Text')
			? value.map((one) => (one as AST.Text).data).join('')
			: '{}';
	const nameOf = (one: AST.RegularElement['attributes'][number]): [string, string] => {
		if (one.type === 'Attribute') return [one.name, one.value === true ? '' : said(one.value)];
		return [one.type === 'BindDirective' ? `bind:${one.name}` : one.type, '{}'];
	};
	JSON.stringify(parse(readFileSync(join(root, file), 'utf8'), { modern: true }).fragment, (_, node) => {
		if (node?.type === 'RegularElement') found.push({ tag: node.name, set: new Map(node.attributes.map(nameOf)) });
		return node;
	});
	return found;
}

/** Its boxes are put back as the reader left them, and searched for (`early.ts`); the footer's are not there before. */
const TICKED = ['routes/sok/Choices', 'routes/sok/FilterBar', 'components/SiteFooter'].map(
	(name) => `src/${name}.svelte: input checked`,
);

/** What code sets on an element that a reader may have changed, when the page comes alive. */
function setBack({ tag, set }: ReturnType<typeof elementsIn>[number]): string[] {
	if (tag === 'details') return set.get('open') === '{}' ? ['open'] : [];
	if (tag !== 'input') return tag === 'textarea' && set.has('value') ? ['value'] : [];
	const isTicked = set.has('checked') || set.has('defaultChecked') || /^(radio|checkbox)$/.test(set.get('type') ?? '');
	if (isTicked) return set.has('checked') ? ['checked'] : [];
	if (set.get('type') === 'hidden') return [];
	return set.get('value') === '{}' || (set.has('bind:value') && !set.has('defaultValue')) ? ['value'] : [];
}

test('what is typed, marked, ticked or unfolded before a page comes alive stays: no code sets it then', () => {
	const pages = [...filesIn('src/routes'), ...filesIn('src/components')].filter((file) => file.endsWith('.svelte'));
	const wrong = pages.flatMap((file) =>
		elementsIn(file).flatMap((element) => setBack(element).map((what) => `${file}: ${element.tag} ${what}`)),
	);
	expect(wrong.filter((one) => !TICKED.includes(one))).toEqual([]);
});

test('what people read stands in text/ alone', () => {
	const pages = [
		...filesIn('src/routes'),
		...filesIn('src/components'),
		...filesIn('src/api'),
		...filesIn('src/server'),
		...filesIn('src/mail'),
	];
	const wrong = pages.filter((file) => {
		const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '');
		return /[åäöÅÄÖ]/.test(source);
	});
	expect(wrong).toEqual([]);
});

test('both languages say everything, with the same places for values', () => {
	const topics = readdirSync(join(root, 'src/text/sv'));
	expect(readdirSync(join(root, 'src/text/en'))).toEqual(topics);
	for (const topic of topics) {
		const [sv, en] = ['sv', 'en'].map(
			(locale) => JSON.parse(readFileSync(join(root, 'src/text', locale, topic), 'utf8')) as Record<string, unknown>,
		);
		expect(Object.keys(en!).sort(), topic).toEqual(Object.keys(sv!).sort());
		const holes = (text: unknown) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
		for (const key of Object.keys(sv!))
			expect({ key, holes: holes(en![key]) }).toEqual({ key, holes: holes(sv![key]) });
	}
});

/** The server asks no other host, whatever address somebody writes: only the import and the planning do, of addresses the operator gives. */
const ASKS = new Set(['src/intake/osm/overpass.ts', 'src/server/route-server.ts']);

test('nothing on the server fetches an address: a homepage that somebody writes can point at nothing within', () => {
	// What is named for the browser is brought by pages alone.
	const server = filesIn('src').filter(
		(file) => !/^src\/(components|service-worker)\/|\.svelte$|-browser\.ts$/.test(file),
	);
	expect(server.length).toBeGreaterThan(150);
	const bringing = server.filter((file) => /from '[^']*-browser\.ts'/.test(readFileSync(join(root, file), 'utf8')));
	expect(bringing).toEqual([]);
	const asking = server.filter((file) => {
		const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
		const values = source.replace(/import type [^;]+;/g, '').replace(/import \{ isIP \} from 'node:net';/, '');
		return (
			/\bfetch\(/.test(values) ||
			/(from |import\() ?['"](node:)?(http|https|http2|net|tls|dgram|dns|undici|axios|got|node-fetch)(\/promises)?['"]/.test(
				values,
			)
		);
	});
	expect(asking.filter((file) => !ASKS.has(file))).toEqual([]);
	// What sends letters reads no file and no address that a letter could name.
	const transport = readFileSync(join(root, 'src/mail/transport.ts'), 'utf8');
	expect(transport).toContain('disableFileAccess: true');
	expect(transport).toContain('disableUrlAccess: true');
});

test('files are small and of one idea', () => {
	const long = filesIn('src').filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
	expect(long).toEqual([]);
});

test('the lay of the land names every wing', () => {
	const text = readFileSync(join(root, 'docs/lay-of-the-land.md'), 'utf8');
	const wings = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	for (const { name } of wings) expect(text, name).toContain(`  ${name}/`);
});
