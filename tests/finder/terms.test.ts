import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { IndexRow } from '../../src/domain/face.ts';
import { everything } from '../../src/domain/query.ts';
import { audiences, equipment, kinds, languages, venueKinds } from '../../src/domain/taxonomies.ts';
import { isTheme, themes, withParents } from '../../src/domain/theme.ts';
import { stopWords, wordsOf } from '../../src/finder/fold.ts';
import narrower from '../../src/finder/narrower.json' with { type: 'json' };
import { SearchIndex } from '../../src/finder/search-index.ts';
import { stemOf } from '../../src/finder/stems.ts';
import { type Concept, conceptsOf, type TermSet, termLanguages, termsOf } from '../../src/finder/terms.ts';
import { NOW } from '../store.ts';
import { blank } from './invented.ts';

const codes = { kinds, themes, audiences, venueKinds, equipment, languages } as const;
const sets = Object.keys(codes) as TermSet[];
const concepts = sets.flatMap((set) => codes[set].map((code) => ({ set, code }) as Concept));
const nameOf = ({ set, code }: Concept) => `${set}.${code}`;
const allTermsOf = (concept: Concept) => termLanguages.flatMap((language) => [...termsOf(concept, language)]);
const root = join(import.meta.dirname, '../../src/finder/terms');

const term = z.string().refine((text) => text === text.normalize('NFC').trim() && wordsOf(text).length > 0);
const terms = z
	.array(term)
	.min(1)
	.refine((all) => new Set(all).size === all.length);
const tableOf = (known: readonly string[]) => z.partialRecord(z.enum(known), terms);
const file = z.strictObject({
	kinds: tableOf(kinds),
	themes: tableOf(themes),
	audiences: tableOf(audiences),
	venueKinds: tableOf(venueKinds),
	equipment: tableOf(equipment),
	languages: tableOf(languages),
	none: z.array(z.enum(concepts.map(nameOf))),
});
const read = (language: string) =>
	file.parse(JSON.parse(readFileSync(join(root, `${language}.json`), 'utf8'))) as z.infer<typeof file>;

describe('the files', () => {
	test('are those that are read', () => {
		expect(readdirSync(root).sort()).toEqual(termLanguages.map((language) => `${language}.json`).sort());
	});

	test.each(termLanguages)('%s has terms for every code, or says that it has none', (language) => {
		const { none } = read(language);
		const wanted = language === 'mul' ? concepts.filter(({ set }) => set === 'languages') : concepts;
		const without = wanted.filter((concept) => termsOf(concept, language).length === 0);
		expect(without.map(nameOf)).toEqual(none);
		if (['sv', 'en', 'fi', 'mul'].includes(language)) expect(none).toEqual([]);
	});

	test('what has no natural word is told in the documents', () => {
		const told = readFileSync(join(root, '../../../docs/terms.md'), 'utf8');
		for (const language of termLanguages)
			for (const name of read(language).none) expect(told, language).toContain(`\`${name.split('.')[1]}\``);
	});
});

/** Places to be in are called by each other's names; and what is done is called as the place where it is done. */
const isRoom = ({ set, code }: Concept) =>
	set === 'venueKinds' || nameOf({ set, code } as Concept) === 'kinds.venue' || code === 'meeting_places';
const kin = [
	['themes.faith', 'venueKinds.faith_premises'],
	['themes.history', 'venueKinds.culture_house'],
	['themes.youth', 'venueKinds.youth_centre'],
	['themes.local_heritage', 'venueKinds.hembygdsgard'],
	['themes.outdoor', 'venueKinds.outdoor_place'],
	['themes.outdoor', 'themes.nature'],
	['themes.social_support', 'venueKinds.cafe'],
	['themes.social_support', 'themes.people'],
	['themes.strength', 'venueKinds.sports_hall'],
	['themes.fitness', 'themes.gymnastics'],
	['themes.theatre', 'equipment.stage'],
	['themes.technology', 'equipment.computers'],
	['themes.children_family', 'audiences.children'],
	['themes.children_family', 'audiences.families'],
	['themes.children_family', 'themes.open_preschool'],
	['themes.language_cafe', 'languages.sv'],
	['themes.place', 'kinds.venue'],
	['themes.hobby', 'kinds.activity'],
	['equipment.playground', 'venueKinds.outdoor_place'],
	['equipment.barbecue', 'venueKinds.outdoor_place'],
].map((pair) => pair.sort().join(' '));
/** Terms that are known to mean two things, as they are looked up, and why they stay. */
const allowed: Record<string, string> = {
	romani: 'Finnish "romania" (Romanian) has the stem of "romani": both are asked seldom, and both answers are right',
	society: 'an association in English, and what a society is',
};

function related(a: Concept, b: Concept): boolean {
	if (a.code === b.code || (isRoom(a) && isRoom(b))) return true;
	if (kin.includes([nameOf(a), nameOf(b)].sort().join(' '))) return true;
	return (
		isTheme(a.code) && isTheme(b.code) && (withParents(a.code).includes(b.code) || withParents(b.code).includes(a.code))
	);
}

test('no term, and no stem of one, leads to two things that have nothing to do with each other', () => {
	const meanings = new Map<string, { concept: Concept; language: string }[]>();
	for (const language of termLanguages)
		for (const concept of concepts)
			for (const text of termsOf(concept, language))
				for (const key of new Set([wordsOf(text).join(' '), wordsOf(text).map(stemOf).join(' ')]))
					meanings.set(key, [...(meanings.get(key) ?? []), { concept, language }]);
	const collisions = [...meanings].flatMap(([key, all]) =>
		all.flatMap((a, place) =>
			all
				.slice(place + 1)
				.filter((b) => !related(a.concept, b.concept))
				.map((b) => `${key}: ${a.language} ${nameOf(a.concept)}, ${b.language} ${nameOf(b.concept)}`),
		),
	);
	expect(collisions.filter((collision) => !Object.keys(allowed).includes(collision.split(':')[0]!))).toEqual([]);
	for (const key of Object.keys(allowed)) expect(collisions.join('\n')).toContain(`${key}: `);
});

describe('where a theme is too wide', () => {
	const all = Object.entries(narrower) as [string, Record<string, string[]>][];

	test('the file holds terms of known languages, each once, that say something', () => {
		const languagesOf = z.partialRecord(z.enum(termLanguages), terms);
		for (const [word, told] of all) {
			languagesOf.parse(told);
			expect(wordsOf(word)).toHaveLength(1);
			for (const text of Object.values(told).flat()) {
				expect(wordsOf(text).every((one) => stopWords.has(one))).toBe(false);
				expect(wordsOf(text)).not.toEqual(wordsOf(word));
			}
		}
	});

	test.each([
		['table tennis', ['Ås bordtennisklubb'], 'a sport of several in its theme'],
		['ping-pong', ['Ås bordtennisklubb'], 'with a dash'],
		['настільний теніс', ['Ås bordtennisklubb'], 'in Ukrainian'],
		['мечеть', ['Ås islamiska förening', 'Ås moské'], 'a faith of several'],
		['مسجد', ['Ås islamiska förening', 'Ås moské'], 'in Arabic and Persian'],
		['sticka', ['Ås handarbetsgrupp'], 'something wider in Swedish'],
		['AA-möte', ['AA Ås'], 'a phrase'],
		['stickcafé', ['Ås handarbetsgrupp'], 'a word with a mark'],
		['lapptäcket', ['Ås handarbetsgrupp'], 'another form of a neighbour'],
		['sluta dricka', ['AA Ås'], 'what somebody wants to do'],
	])('%s finds %j first: %s', (q, names) => {
		const index = new SearchIndex(new Map());
		const rows: Partial<IndexRow>[] = [
			{ name: 'Ås tennisklubb', themes: ['racket_sports'] },
			{ name: 'Ås bordtennisklubb', themes: ['racket_sports'] },
			{ name: 'Ås kyrka', themes: ['faith'] },
			{ name: 'Ås moské', themes: ['faith'] },
			{ name: 'Ås islamiska förening', themes: ['faith'] },
			{ name: 'Ås keramiker', themes: ['crafts'] },
			{ name: 'Ås handarbetsgrupp', themes: ['crafts'] },
			{ name: 'AA Ås', themes: ['recovery'] },
			{ name: 'Ås länkar', themes: ['recovery'] },
		];
		for (const [place, row] of rows.entries()) index.put({ ...blank, ...row, id: place + 1 } as IndexRow);
		const ids = index.search({ ...everything, q }, NOW).hits.map(({ id }) => id);
		const first = ids.slice(0, names.length).map((id) => rows[id - 1]!.name);
		expect(first.sort()).toEqual([...names].sort());
	});
});

test('no term consists of words that are skipped in a query', () => {
	const skipped = concepts.flatMap((concept) =>
		allTermsOf(concept).filter((text) => wordsOf(text).every((word) => stopWords.has(word))),
	);
	expect(skipped).toEqual([]);
});

describe('concepts of words', () => {
	test.each([
		['fotboll', ['themes.football']],
		['Fotbollen', ['themes.football']],
		['körer', ['themes.choir']],
		['gå med i kör', ['themes.choir']],
		['gympasal', ['venueKinds.sports_hall']],
		['LANGUAGE CAFE', ['themes.language_cafe']],
		['الأطفال', ['themes.children_family', 'audiences.children']],
		['کتابخانه', ['venueKinds.library']],
		['xyzzy', []],
		['', []],
		['...', []],
	])('%s', (phrase, expected) => {
		expect(conceptsOf(phrase).map(nameOf)).toEqual(expected);
	});

	test('every term leads to its concept', () => {
		for (const concept of concepts)
			for (const text of allTermsOf(concept)) expect(conceptsOf(text), text).toContainEqual(concept);
	});
});

/** One entry for each concept, whose name says nothing. */
function entryOf({ set, code }: Concept, id: number): IndexRow {
	const row: IndexRow = { ...blank, id, name: `№ ${id}` };
	if (set === 'kinds') return { ...row, kind: code };
	if (set === 'themes') return { ...row, themes: [code] };
	if (set === 'audiences') return { ...row, audiences: [code] };
	if (set === 'languages') return { ...row, languages: [code] };
	if (set === 'venueKinds') return { ...row, kind: 'venue', venueKind: code };
	return { ...row, kind: 'venue', equipment: [code] };
}

const index = new SearchIndex(new Map());
concepts.forEach((concept, place) => {
	index.put(entryOf(concept, place + 1));
});
const CHILDREN = 'football for children';
index.put({
	...entryOf({ set: 'themes', code: 'football' }, concepts.length + 1),
	audiences: ['children'],
});
const found = (q: string) =>
	index.search({ ...everything, q }, NOW).hits.map(({ id }) => {
		const concept = concepts[id - 1];
		return concept ? nameOf(concept) : CHILDREN;
	});

/** What people type, as they type it, and what they look for. */
const queries: Record<string, [q: string, expected: string][]> = {
	sv: [
		['gympasal', 'venueKinds.sports_hall'],
		['prata svenska', 'themes.language_cafe'],
		['lära mig svenska', 'themes.language_cafe'],
		['sprakcafe', 'themes.language_cafe'],
		['fika', 'venueKinds.cafe'],
		['pensionärsträff', 'themes.seniors'],
		['dagis', 'venueKinds.preschool'],
		['mammagrupp', 'themes.open_preschool'],
		['läxhjälp', 'themes.homework_help'],
		['hjälp med läxor', 'themes.homework_help'],
		['hantverk', 'themes.crafts'],
		['gå med i kör', 'themes.choir'],
		['sjunga i kör', 'themes.choir'],
		['hyra festlokal', 'venueKinds.bygdegard'],
		['lära sig simma', 'themes.swimming'],
		['symaskin', 'equipment.sewing_machines'],
		['biblioteket', 'venueKinds.library'],
		['ny i sverige', 'themes.newcomers'],
		['tornedalsfinska', 'languages.fit'],
	],
	en: [
		['homework help', 'themes.homework_help'],
		['learn Swedish', 'themes.language_cafe'],
		['language cafe', 'themes.language_cafe'],
		['join a choir', 'themes.choir'],
		['swimming lessons', 'themes.swimming'],
		['soccer', 'themes.football'],
		['board games', 'themes.games'],
		['toddler group', 'themes.open_preschool'],
		["women's group", 'themes.women'],
		['food bank', 'themes.social_support'],
		['sports hall', 'venueKinds.sports_hall'],
		['community garden', 'themes.gardening'],
		['sewing machine', 'equipment.sewing_machines'],
		['refugees', 'themes.newcomers'],
		['sign language', 'languages.swl'],
	],
	ar: [
		['تعلم السويدية', 'themes.language_cafe'],
		['تعلم اللغة السويدية', 'themes.language_cafe'],
		['مقهى اللغة', 'themes.language_cafe'],
		['كرة القدم للأطفال', CHILDREN],
		['كرة قدم', 'themes.football'],
		['مكتبة', 'venueKinds.library'],
		['المكتبه', 'venueKinds.library'],
		['المساعدة في الواجبات المدرسية', 'themes.homework_help'],
		['تعليم السباحة', 'themes.swimming'],
		['روضة مفتوحة', 'themes.open_preschool'],
		['جمعية نسائية', 'themes.women'],
		['خياطه', 'themes.crafts'],
		['مسجد', 'themes.faith'],
		['قاعة أفراح', 'venueKinds.bygdegard'],
		['البحث عن عمل', 'themes.work_mentoring'],
		['كبار السن', 'themes.seniors'],
		['مطبخ', 'equipment.kitchen'],
		['عربي', 'languages.ar'],
	],
	so: [
		['barashada luuqada swidhishka', 'themes.language_cafe'],
		['barashada luqadda iswiidhishka', 'themes.language_cafe'],
		['baro af iswiidhish', 'themes.language_cafe'],
		['makhaayada luqada', 'themes.language_cafe'],
		['kubada cagta', 'themes.football'],
		['kubbadda koleyga', 'themes.basketball'],
		['maktabad', 'venueKinds.library'],
		['caawimada casharka', 'themes.homework_help'],
		['shaqo guri', 'themes.homework_help'],
		['haween', 'themes.women'],
		['xanaanada caruurta', 'venueKinds.preschool'],
		['dugsi quraan', 'themes.faith'],
		['harqaan', 'equipment.sewing_machines'],
		['xarunta dhalinyarada', 'venueKinds.youth_centre'],
		['dabaal', 'themes.swimming'],
		['waayeelka', 'themes.seniors'],
		['abtirsi', 'themes.genealogy'],
		['af soomaali', 'languages.so'],
	],
	uk: [
		['курси шведської', 'themes.language_cafe'],
		['курси шведської мови', 'themes.language_cafe'],
		['мовне кафе', 'themes.language_cafe'],
		['вивчати шведську', 'themes.language_cafe'],
		['розмовний клуб', 'themes.language_cafe'],
		['футбол для дітей', CHILDREN],
		['хор', 'themes.choir'],
		['допомога з уроками', 'themes.homework_help'],
		['дитячий садок', 'venueKinds.preschool'],
		['бібліотека', 'venueKinds.library'],
		["комп'ютер", 'equipment.computers'],
		['компютер', 'equipment.computers'],
		["в'язання", 'themes.crafts'],
		['шахи', 'themes.chess'],
		['уроки плавання', 'themes.swimming'],
		['їзда верхи', 'themes.equestrian'],
		['волонтерство', 'themes.social_support'],
		['українською', 'languages.uk'],
	],
	fa: [
		['کلاس زبان سوئدی', 'themes.language_cafe'],
		['آموزش زبان سوئدی', 'themes.language_cafe'],
		['كافه زبان', 'themes.language_cafe'],
		['کورس زبان سویدنی', 'themes.language_cafe'],
		['فوتبال برای کودکان', CHILDREN],
		['کتابخانه', 'venueKinds.library'],
		['مکتب', 'venueKinds.school'],
		['کودکستان', 'venueKinds.preschool'],
		['مهد کودک آزاد', 'themes.open_preschool'],
		['کمک درسی', 'themes.homework_help'],
		['کار خانگی', 'themes.homework_help'],
		['کلاس شنا', 'themes.swimming'],
		['بایسکل', 'themes.cycling'],
		['پیاده‌روی', 'themes.outdoor'],
		['انجمن زنان', 'themes.women'],
		['شطرنج', 'themes.chess'],
		['چرخ خیاطی', 'equipment.sewing_machines'],
		['سالن عروسی', 'venueKinds.bygdegard'],
		['پشتو', 'languages.ps'],
	],
	ti: [
		['ቋንቋ ስዊድን ምምሃር', 'themes.language_cafe'],
		['ቋንቋ ሽወደን', 'themes.language_cafe'],
		['ሽወደንኛ ምምሃር', 'themes.language_cafe'],
		['ካፈ ቋንቋ', 'themes.language_cafe'],
		['ኩዕሶ እግሪ', 'themes.football'],
		['ምሕንባስ', 'themes.swimming'],
		['ብሽክለታ', 'themes.cycling'],
		['ቤተ-መጻሕፍቲ', 'venueKinds.library'],
		['ቤተ መፃሕፍቲ', 'venueKinds.library'],
		['መዋእለ ህጻናት', 'venueKinds.preschool'],
		['ዕዮ ገዛ', 'themes.homework_help'],
		['ቤተክርስትያን', 'themes.faith'],
		['መንእሰያት', 'themes.youth'],
		['ቈልዑ', 'themes.children_family'],
		['አዳራሽ', 'venueKinds.bygdegard'],
		['ደቂ አንስትዮ', 'themes.women'],
		['ስራሕ ምድላይ', 'themes.work_mentoring'],
		['ትግርኛ', 'languages.ti'],
	],
	fi: [
		['kielikahvila', 'themes.language_cafe'],
		['ruotsin kielen kurssi', 'themes.language_cafe'],
		['oppia ruotsia', 'themes.language_cafe'],
		['jalkapallo', 'themes.football'],
		['kuoro', 'themes.choir'],
		['läksyapu', 'themes.homework_help'],
		['apua läksyihin', 'themes.homework_help'],
		['elakelaiset', 'themes.seniors'],
		['kirjasto', 'venueKinds.library'],
		['päiväkoti', 'venueKinds.preschool'],
		['avoin esikoulu', 'themes.open_preschool'],
		['partio', 'themes.scouting'],
		['uimakoulu', 'themes.swimming'],
		['ompelukone', 'equipment.sewing_machines'],
		['juhlatila', 'venueKinds.bygdegard'],
		['ruotsinsuomalaiset', 'themes.cultural_community'],
		['suomeksi', 'languages.fi'],
	],
};

describe.each(Object.entries(queries))('what is typed in %s', (_, table) => {
	test.each(table)('%s finds %s', (q, expected) => {
		expect(found(q).slice(0, 3)).toContain(expected);
	});
});

/** What a word is no part of, and what a phrase does not mean by one of its words. */
test.each([
	['dans', 'themes.ice_sports', 'isdans'],
	['band', 'themes.floorball', 'bandyklubba'],
	['äldre', 'audiences.everyone', 'alla åldrar'],
	['book club', 'themes.technology', 'code club'],
	['lära sig dansa', 'themes.swimming', 'lära sig simma'],
	['läxa', 'themes.hunting_fishing', 'lax'],
	['träffa andra föräldrar', 'themes.newcomers', 'invandrare'],
])('%s does not find %s for “%s”', (q, unasked) => {
	expect(found(q)).not.toContain(unasked);
});

test('at least twelve queries a language', () => {
	expect(Object.keys(queries).sort()).toEqual(termLanguages.filter((language) => language !== 'mul').sort());
	for (const table of Object.values(queries)) expect(table.length).toBeGreaterThanOrEqual(12);
});
