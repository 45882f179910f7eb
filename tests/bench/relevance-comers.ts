import type { IndexRow } from '../../src/domain/face.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import type { Answer } from '../../src/domain/search.ts';
import { answered } from '../../src/finder/answered.ts';
import type { LiveFinder } from '../../src/finder/finder.ts';
import type { Places } from '../../src/finder/places.ts';
import { comers, type Read, type Sentence, sentences, type Wish } from './relevance-sentences.ts';

const FIRST = 10;
/** So many of the first ten have to be right. */
const ENOUGH = 0.5;

/** What comes of a sentence: what is right, an offer that leads to it, something else, or nothing of use. */
type Outcome = 'right' | 'offered' | 'other' | 'vain';
/** What came of one sentence, and whether its filters are those that it says. */
export interface Come {
	sentence: Sentence;
	outcome: Outcome;
	readWell: boolean;
	spelled: Query;
	answer: Answer;
	shown: readonly IndexRow[];
}

/** Asks every sentence the way of the page, of a finder that has entries of every kind. `now` in unix seconds. */
export function askSentences(
	finder: LiveFinder,
	rows: ReadonlyMap<number, IndexRow>,
	{ places, now }: { places: Places; now: number },
): Come[] {
	const shownOf = (query: Query) => finder.search(query, now).hits.map(({ id }) => rows.get(id)!);
	return sentences.map((sentence) => {
		const { query, spelled } = answered({ ...everything, q: sentence.q, limit: FIRST }, places, now);
		const answer = finder.search(query, now);
		const shown = shownOf(query);
		const readWell = readsAs(spelled, sentence.reads);
		const told = (outcome: Outcome, those: readonly IndexRow[]): Come => ({
			sentence,
			outcome,
			readWell,
			spelled,
			answer,
			shown: those,
		});
		if (answer.total > 0) return told(enough(shown, sentence.wish) ? 'right' : 'other', shown);
		const wider = answer.widen && shownOf(widened(query, answer.widen));
		return wider && enough(wider, sentence.wish) ? told('offered', wider) : told('vain', wider ?? []);
	});
}

/** How many of them come to what, by who comes with them and for all: those held out by themselves. */
export function tableOfComers(came: readonly Come[]): Record<string, string | number>[] {
	const line = (name: string, some: readonly Come[]) => {
		const share = (count: number) => `${count} (${Math.round((100 * count) / some.length)} %)`;
		const of = (...outcomes: Outcome[]) => some.filter(({ outcome }) => outcomes.includes(outcome)).length;
		return {
			'who comes': name,
			sentences: some.length,
			right: of('right'),
			'nothing, but led to it': of('offered'),
			'something else': of('other'),
			'nothing of use': of('vain'),
			'right or led to it': share(of('right', 'offered')),
			'filters as said': share(some.filter(({ readWell }) => readWell).length),
		};
	};
	return [
		...comers.map((who) =>
			line(
				who,
				came.filter(({ sentence }) => sentence.who === who),
			),
		),
		line('all', came),
		line(
			'of these, held out',
			came.filter(({ sentence }) => sentence.heldOut),
		),
	];
}

function enough(shown: readonly IndexRow[], wish: Wish): boolean {
	return shown.filter((row) => isRight(row, wish)).length >= Math.max(1, shown.length * ENOUGH);
}

function isRight(row: IndexRow, { themes, name, kind, audience }: Wish): boolean {
	if (kind && row.kind !== kind) return false;
	if (audience && !row.audiences.some((one) => one === audience || one === 'everyone')) return false;
	if (!themes && !name) return true;
	if (themes?.some((theme) => row.themes.includes(theme))) return true;
	return Boolean(
		name && [row.name, ...row.otherNames, ...row.keywords, ...row.descriptions].some((text) => name.test(text)),
	);
}

const none: Required<Read> = {
	free: false,
	when: null,
	weekday: [],
	part: [],
	age: null,
	place: '',
	seats: null,
	language: [],
	access: [],
	equipment: [],
	kind: [],
};

function readsAs(spelled: Query, reads: Read): boolean {
	const sorted = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
	// Only venues have room or equipment: that one is meant need not be told besides.
	const implied = reads.seats || reads.equipment ? { kind: spelled.kind } : {};
	return Object.entries({ ...none, ...reads, ...implied }).every(
		([key, value]) => sorted(spelled[key as keyof Read]) === sorted(value),
	);
}

/** The query that an offer leads to, as the page's link does. */
function widened(query: Query, { drop, words, radius, also = [] }: NonNullable<Answer['widen']>): Query {
	if (radius) return { ...query, radius };
	const gone = [drop, ...also].map((name) => [name, everything[name]] as const);
	return { ...query, ...Object.fromEntries(gone), ...(words ? { q: words } : {}) };
}
