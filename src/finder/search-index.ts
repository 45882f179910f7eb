import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import type { Query } from '../domain/query.ts';
import type { Answer, MapSpot } from '../domain/search.ts';
import { clusters } from './clusters.ts';
import { Columns } from './columns.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { facetCounts, without } from './facets.ts';
import { type FilterName, filterSets } from './filters.ts';
import { stopWords, wordsOf } from './fold.ts';
import { rank } from './rank.ts';
import { TextIndex } from './text-index.ts';
import { widening } from './widen.ts';
import { subjectWords } from './words.ts';

/** How much a word weighs by where it stands. */
const WEIGHTS = { name: 10, number: 10, subject: 5, otherName: 4, place: 3, description: 1 };
/** No query has more words than this that count; the rest adds nothing but time. */
const MOST_WORDS = 12;

/** Everything that is found, in memory. Entries are replaced by adding anew; the dead are skipped. */
export class SearchIndex {
	readonly #columns = new Columns();
	readonly #text = new TextIndex();
	readonly #municipalities: ReadonlyMap<string, string>;
	#dead = 0;

	/** `municipalities` are names by code: they are words of every entry that lies there. */
	constructor(municipalities: ReadonlyMap<string, string>) {
		this.#municipalities = municipalities;
	}

	get size(): number {
		return this.#columns.byId.size;
	}

	/** The part of it that is dead weight, 0 to 1. */
	get waste(): number {
		return this.#dead / Math.max(1, this.#columns.docs.length);
	}

	put(row: IndexRow): void {
		this.drop(row.id);
		const doc = this.#columns.add(row);
		this.#text.add(doc, [
			{ text: row.name, weight: WEIGHTS.name },
			{ text: row.organisationNumber ?? '', weight: WEIGHTS.number },
			{ text: subjectWords(row), weight: WEIGHTS.subject },
			{ text: row.otherNames.join(' '), weight: WEIGHTS.otherName },
			{ text: [...row.places, this.#municipalities.get(row.municipality)].join(' '), weight: WEIGHTS.place },
			{ text: row.descriptions.join(' '), weight: WEIGHTS.description },
		]);
	}

	drop(id: number): void {
		if (this.#columns.byId.has(id)) this.#dead++;
		this.#columns.remove(id);
	}

	search(query: Query, now: number): Answer {
		const cursor = readCursor(query);
		const at = cursor?.at ?? now;
		const { sets, text } = this.#narrow(query, at);
		const left = without(this.#columns.alive, sets, null);
		const ranked = rank(this.#columns, left.array(), text, query, at);
		const start = cursor ? after(ranked, cursor) : 0;
		const page = ranked.slice(start, start + query.limit);
		const end = start + page.length;
		const last = page.at(-1);
		return {
			total: ranked.length,
			hits: page.map(({ doc, distance, next }) => ({ id: doc.row.id, distance, next })),
			facets: facetCounts(this.#columns, sets, query, at),
			next: last && end < ranked.length ? writeCursor(query, { at, id: last.doc.row.id, past: end }) : null,
			widen: ranked.length ? null : widening(query, (wider) => this.#count(wider, at)),
		};
	}

	map(query: Query, zoom: number, now: number): MapSpot[] {
		const { sets } = this.#narrow(query, now);
		const left = without(this.#columns.alive, sets, null).array();
		return clusters(
			left.flatMap((number) => this.#columns.docs[number] ?? []),
			zoom,
		);
	}

	#count(query: Query, now: number): number {
		return without(this.#columns.alive, this.#narrow(query, now).sets, null).size();
	}

	#narrow(query: Query, now: number): { sets: Map<FilterName, BitSet>; text: Map<number, number> | null } {
		const sets = filterSets(this.#columns, query, now);
		const text = this.#textScores(query.q);
		if (text) sets.set('q', new BitSet(text.keys()));
		return { sets, text };
	}

	/** The documents that have every word, with their score; null when nothing is asked in words. */
	#textScores(q: string): Map<number, number> | null {
		const words = [...new Set(wordsOf(q))];
		const telling = words.filter((word) => !stopWords.has(word));
		const asked = (telling.length ? telling : words).slice(0, MOST_WORDS);
		if (asked.length === 0) return q.trim() ? new Map() : null;
		const [first, ...rest] = asked.map((word) => this.#text.scores(word)).sort((a, b) => a.size - b.size);
		const total = new Map<number, number>();
		for (const [doc, score] of first!) {
			let sum = score;
			for (const other of rest) {
				const more = other.get(doc);
				if (more === undefined) {
					sum = 0;
					break;
				}
				sum += more;
			}
			if (sum > 0) total.set(doc, sum);
		}
		return total;
	}
}

/** Where the page after a cursor begins: behind its last entry, or as far on as it was if that one is gone. */
function after(
	ranked: readonly { doc: { row: { id: number } } }[],
	{ id, past }: { id: number; past: number },
): number {
	const found = ranked.findIndex(({ doc }) => doc.row.id === id);
	return found < 0 ? past : found + 1;
}
