import type { ColumnMeaning } from '../../domain/people-upload-state.ts';
import type { AreaLevel } from '../../domain/population.ts';
import { headerKey } from '../headers.ts';
import type { RawRow } from './raw.ts';

/** What a column holds. */
type Meaning = Exclude<ColumnMeaning, 'code' | 'ages'>;
/** What somebody says that columns hold, by their names; the others are not used. */
export type Chosen = Readonly<Record<string, ColumnMeaning>>;

const words: Record<Meaning, string> = {
	name: 'namn name omrade omradesnamn stadsdel stadsdelsnamn distrikt kommundel kommunnamn knnamn regsonamn regso desonamn',
	persons:
		'antal totalt total tot pop poptot totpop population bef befolkning beftotalt folkmangd folkmangden antalpersoner personer persons invanare antalinvanare value varde count',
	age: 'alder age aldersgrupp aldersklass alderklass',
	sex: 'kon sex gender',
	women: 'kvinnor kvinna women female females',
	men: 'man men male males',
	class: 'omradestyp omradestyper omradestypkod socioekonomiskomradestyp socioekonomiskklass klass class',
	year: 'ar year tid time period artal matar referensar datum date',
	side: 'rutstorl rutstorlek rutstorlm storlek gridsize cellsize',
	municipality: 'kommun kommunkod kommunkod4 municipality municipalitycode',
};
const byWord = new Map(
	Object.entries(words).flatMap(([meaning, list]) => list.split(' ').map((word) => [word, meaning as Meaning])),
);

/** The year or version that headings end with: "Pop_2024", "regsokod2025". */
const meaningOf = (column: string): Meaning | undefined => {
	const key = headerKey(column);
	return byWord.get(key) ?? byWord.get(key.replace(/(19|20)\d\d$/, ''));
};

/** DeSO "1380A0010", RegSO "1380R001" (both with or without the version they are of), municipality "1380" or "380". */
export const CODES: Record<Exclude<AreaLevel, 'district'>, RegExp> = {
	deso: /^(\d{4}[ABC]\d{4})(?:_DeSO\d{0,4})?$/i,
	regso: /^(\d{4}R\d{3})(?:_RegSO\d{0,4})?$/i,
	municipality: /^(\d{4})(?:\s.*)?$/,
};
/** A square by its south-west corner: six digits east, seven north, in metres. */
export const SQUARE = /^(\d{6})(\d{7})$/;

/** How a file's columns are understood. */
export interface Columns {
	/** The kind of code, and the column that holds it; null where no column holds codes. */
	codes: { kind: Exclude<AreaLevel, 'district'> | 'square'; column: string } | null;
	/** Columns by meaning; the first of several. */
	of: Partial<Record<Meaning, string>>;
	/** Columns that hold persons of an age each: lower and upper year, both included. */
	ages: { column: string; from: number; to: number }[];
}

/** Of how many records columns are told. */
const SAMPLE = 400;

/** The columns of a file's first records, in their order. */
export const namesOf = (rows: readonly RawRow[]): string[] => [
	...new Set(rows.slice(0, SAMPLE).flatMap((row) => Object.keys(row.cells))),
];

/** Tells columns by their headings, and the column of codes by what stands in it; or as somebody says that they are. */
export function columnsOf(rows: readonly RawRow[], chosen: Chosen | null = null): Columns {
	const some = rows.slice(0, SAMPLE);
	const names = namesOf(rows);
	if (chosen) return columnsChosen(some, names, chosen);
	const codes = codeColumn(some, names);
	const left = names.filter((name) => name !== codes?.column);
	const of: Columns['of'] = {};
	for (const name of left) {
		const meaning = meaningOf(name);
		if (meaning && !(meaning in of)) of[meaning] = name;
	}
	const ages = left.flatMap((column) => (meaningOf(column) ? [] : agesIn(column)));
	return { codes, of, ages };
}

/** The ages that a heading names, such as "Ålder 0-5". */
function agesIn(column: string): Columns['ages'] {
	const years = ageOf(column.replace(/^.*?(?=\d+\s*[-–_]|\d+\s*(?:\+|plus|w\b|år och))/i, ''));
	return years && years !== 'all' ? [{ column, ...years }] : [];
}

function columnsChosen(rows: readonly RawRow[], names: readonly string[], chosen: Chosen): Columns {
	const said = (name: string) => (Object.hasOwn(chosen, name) ? chosen[name] : undefined);
	const of: Columns['of'] = {};
	for (const name of names) {
		const meaning = said(name);
		if (meaning && meaning !== 'code' && meaning !== 'ages' && !(meaning in of)) of[meaning] = name;
	}
	const coded = names.filter((name) => said(name) === 'code');
	const ages = names.filter((name) => said(name) === 'ages').flatMap(agesIn);
	return { codes: codeColumn(rows, coded, true), of, ages };
}

/** What each column is taken to hold: the other way round. */
export function meaningsOf({ codes, of, ages }: Columns): Record<string, ColumnMeaning> {
	const named = Object.entries(of).map(([meaning, column]) => [column, meaning]);
	return Object.fromEntries([
		...named,
		...ages.map(({ column }) => [column, 'ages']),
		...(codes ? [[codes.column, 'code']] : []),
	]) as Record<string, ColumnMeaning>;
}

function codeColumn(rows: readonly RawRow[], names: readonly string[], isSaid = false): Columns['codes'] {
	const kinds = [
		['deso', CODES.deso],
		['regso', CODES.regso],
		['square', SQUARE],
		['municipality', CODES.municipality],
	] as const;
	for (const [kind, pattern] of kinds) {
		const fits = (name: string) => rows.filter((row) => pattern.test(row.cells[name] ?? '')).length;
		// Four digits are also a year or a count: a municipality's code is told by its heading too.
		const asked = names.filter(
			(name) => isSaid || kind !== 'municipality' || /kommun|kod|code|region|^id$|knkod|lkf/i.test(name),
		);
		const best = asked.map((column) => ({ column, count: fits(column) })).sort((a, b) => b.count - a.count)[0];
		// Tables have the country and counties between, and one wrong record is to be told, not to hide what the column is.
		if (best && best.count > 0 && best.count * 4 >= rows.length) return { kind, column: best.column };
	}
	return null;
}

/** What years a text stands for: "0-5", "0–5 år", "-4", "80-", "80+", "80 år och äldre", "17"; `all` for every age; null for none. */
export function ageOf(text: string): { from: number; to: number } | 'all' | null {
	const plain = text
		.trim()
		.toLowerCase()
		.replace(/\s*(år|years?|ar)\b\.?/g, '')
		.replace(/[–—_]/g, '-')
		.trim();
	if (/^(tot|totalt|total|totsa|samtliga.*|alla.*|all|totalt, samtliga.*)$/.test(plain)) return 'all';
	const range = /^(\d{1,3})\s*-\s*(\d{1,3})$/.exec(plain);
	if (range && Number(range[1]) <= Number(range[2])) return { from: Number(range[1]), to: Number(range[2]) };
	const upTo = /^-\s*(\d{1,3})$/.exec(plain);
	if (upTo) return { from: 0, to: Number(upTo[1]) };
	const from = /^(\d{1,3})\s*(?:-|\+|w|plus|och äldre|and over|-w)$/.exec(plain);
	if (from) return { from: Number(from[1]), to: OLDEST };
	const one = /^\d{1,3}$/.exec(plain);
	return one ? { from: Number(one[0]), to: Number(one[0]) } : null;
}

/** Where an open age ends. */
export const OLDEST = 200;
