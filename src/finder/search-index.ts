import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import { type Bbox, SWEDEN } from '../domain/geo.ts';
import type { TileAt } from '../domain/mercator.ts';
import { everything, type Query } from '../domain/query.ts';
import type { Answer, Hit, MapSpot, Wanted } from '../domain/search.ts';
import type { Theme } from '../domain/theme.ts';
import { askedWords, MOST_WORDS, spelledWord } from './asked.ts';
import { clusters } from './clusters.ts';
import { Columns, isSetName } from './columns.ts';
import type { Concepts } from './concepts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { Docs, drillList, drillSets, listed } from './drill.ts';
import { facetCounts, noFacets } from './facets.ts';
import { type FilterName, filterSets } from './filters.ts';
import { spelledWordsOf } from './fold.ts';
import { words32 } from './growing.ts';
import { Kept } from './kept.ts';
import { Moment } from './moment.ts';
import { Nearness } from './nearness.ts';
import { hitOf, pageOf } from './page.ts';
import { Quad } from './quad.ts';
import { firstOf, rank } from './rank.ts';
import { type Reading, readAs } from './reading.ts';
import { Spatial } from './spatial.ts';
import { TextIndex, type TextScores } from './text-index.ts';
import { keyOf, Tiles } from './tiles.ts';
import { widening } from './widen.ts';
import { municipalityConcepts, taxonomyConcepts } from './words.ts';

/** How much a word weighs by where it stands. */
const WEIGHTS = { name: 10, number: 10, otherName: 4, keyword: 4, place: 3, description: 1 } as const;
/** So many themes are offered for a text. */
const MOST_THEMES = 3;
/** So many answers are kept: some ten kilobytes each. */
const MOST_ANSWERS = 300;
const MOST_SPOTS = 200;
/** Of the documents that have some words, or that one filter leaves, so many numbers are kept: four bytes each. */
const MOST_DOCS = 1_500_000;
/** From this second of a minute on the next one is made ready, so many documents at once. */
const PREPARE_FROM = 30;
const AT_ONCE = 8000;

/** An index as it can be written down. */
export type FrozenIndex = ReturnType<SearchIndex['freeze']>;

/** Everything that is found, in memory. Entries are replaced by adding anew; the dead are skipped. */
export class SearchIndex {
	readonly #columns = new Columns();
	readonly #spatial = new Spatial(this.#columns);
	readonly #quad = new Quad(this.#columns);
	readonly #tiles = new Tiles(this.#columns, this.#quad, (query, now) => this.#left(query, now));
	readonly #concepts: readonly Concepts[];
	readonly #text: TextIndex;
	readonly #answers = new Kept<Answer>(MOST_ANSWERS);
	/** A map of more spots than a screen shows is not kept. */
	readonly #maps = new Kept<MapSpot[]>(MOST_ANSWERS * MOST_SPOTS, (spots) =>
		spots.length > MOST_SPOTS ? Infinity : MOST_SPOTS,
	);
	readonly #texts = new Kept<Docs>(MOST_DOCS, ({ list }) => list.length + 100);
	#all: Docs | null = null;
	readonly #extents = new Kept<Bbox | null>(MOST_ANSWERS);
	#moment: Moment | null = null;
	/** That of the next minute, made little by little. */
	#coming: Moment | null = null;
	#dead = 0;

	/** `municipalities` are names by code: they are words of every entry that lies there. */
	constructor(municipalities: ReadonlyMap<string, string>) {
		this.#concepts = [taxonomyConcepts(), municipalityConcepts(municipalities)];
		this.#text = new TextIndex({
			related: (word, literal) => this.#concepts.slice(+literal).flatMap((one) => one.related(word, this.#columns)),
			misspelt: (word) => this.#concepts.map((one) => one.misspelt(word, this.#columns)),
			focus: () => this.#columns.focus.data,
		});
	}

	get size(): number {
		return this.#columns.byId.size;
	}

	/** The part of it that is dead weight, 0 to 1. */
	get waste(): number {
		return this.#dead / Math.max(1, this.#columns.length);
	}

	put(row: IndexRow): void {
		this.drop(row.id);
		const doc = this.#columns.add(row);
		this.#moment?.advance();
		this.#text.add(doc, [
			{ text: row.name, weight: WEIGHTS.name },
			{ text: row.organisationNumber ?? '', weight: WEIGHTS.number },
			{ text: row.otherNames.join(' '), weight: WEIGHTS.otherName },
			{ text: row.keywords.join(' '), weight: WEIGHTS.keyword },
			{ text: row.places.join(' '), weight: WEIGHTS.place },
			{ text: row.descriptions.join(' '), weight: WEIGHTS.description },
		]);
	}

	drop(id: number): void {
		this.#answers.clear();
		this.#maps.clear();
		this.#extents.clear();
		this.#texts.clear();
		this.#all = null;
		this.#tiles.clear();
		const doc = this.#columns.byId.get(id);
		if (doc === undefined) return;
		this.#dead++;
		this.#moment?.drop(doc);
		this.#coming?.drop(doc);
		this.#columns.remove(id);
	}

	/** As it can be written down. */
	freeze() {
		return {
			columns: this.#columns.freeze(),
			text: this.#text.freeze(),
			spatial: this.#spatial.freeze(),
			dead: this.#dead,
		};
	}

	/** Takes what was written down, into an index that holds nothing yet. */
	thaw({ columns, text, spatial, dead }: FrozenIndex): void {
		this.#columns.thaw(columns);
		this.#text.thaw(text);
		this.#spatial.thaw(spatial);
		this.#dead = dead;
	}

	/** The same question in the same minute, while nothing has changed, is answered once. */
	search(query: Query, now: number, { facets = true, widen = true }: Wanted = {}): Answer {
		const key = `${Math.floor(now / 60)} ${facets} ${widen} ${JSON.stringify(query)}`;
		return this.#answers.get(key, () => this.#answer(query, now, { facets, widen }));
	}

	#answer(query: Query, now: number, { facets, widen }: Required<Wanted>): Answer {
		const cursor = readCursor(query, now);
		const at = cursor?.at ?? now;
		const { drilled, asked, text, parts } = this.#narrow(query, at);
		const left = drilled.left.list;
		const ranking = rank(parts, left, text?.scores ?? null, query);
		const { page, past } = pageOf(this.#columns, ranking, cursor, query.limit);
		const last = page.at(-1);
		const more = last !== undefined && past + page.length < left.length;
		const idAt = (place: number) => this.#columns.id.data[ranking.docs[place]!]!;
		const countOf = (wider: Query) => this.#narrow(wider, at).drilled.left.list.length;
		return {
			total: left.length,
			hits: page.map((place) => hitOf(idAt(place), ranking, place)),
			facets: facets ? facetCounts(parts, drilled, asked, query, !text && asked.size === 0) : noFacets,
			readAs: left.length ? readAs(query.q, this.readings(query), spelledWord) : null,
			next: more ? writeCursor(query, { at, id: idAt(last), past: past + page.length }) : null,
			widen: widen && left.length === 0 ? widening(query, countOf) : null,
		};
	}

	top(query: Query, now: number): Hit[] {
		const { drilled, text, parts } = this.#narrow(query, now);
		const ranking = rank(parts, drilled.left.list, text?.scores ?? null, query);
		const idAt = (place: number) => this.#columns.id.data[ranking.docs[place]!]!;
		return firstOf(ranking, query.limit, null).map((place) => hitOf(idAt(place), ranking, place));
	}

	themesFor(text: string): { theme: Theme; count: number }[] {
		const { alive } = this.#columns;
		return taxonomyConcepts()
			.named(spelledWordsOf(text).slice(0, MOST_WORDS), 'theme')
			.map((value) => ({
				theme: value as Theme,
				count: this.#columns.setOf('theme', value)?.intersection_size(alive) ?? 0,
			}))
			.filter(({ count }) => count > 0)
			.slice(0, MOST_THEMES);
	}

	map(query: Query, zoom: number, now: number): MapSpot[] {
		const key = `${zoom} ${keyOf(query, now)}`;
		return this.#maps.get(key, () => {
			const mask = this.#tiles.mask(query, now);
			return clusters({ columns: this.#columns, quad: this.#quad }, mask, { zoom, bbox: query.bbox });
		});
	}

	extent(query: Query, now: number): Bbox | null {
		return this.#extents.get(keyOf(query, now), () => this.#quad.extent(this.#tiles.mask(query, now), SWEDEN));
	}

	tile(query: Query, at: TileAt, now: number): Uint8Array {
		return this.#tiles.tile(query, at, now);
	}

	/** What a query leaves, as a set. */
	#left(query: Query, now: number): BitSet {
		if (query.q.trim()) return new BitSet(this.#narrow(query, now).drilled.left.list);
		const momentAt = () => this.#momentAt(now);
		// What the minute makes of all documents is asked for only where a time is.
		const parts = {
			columns: this.#columns,
			spatial: this.#spatial,
			near: Nearness.of(this.#columns, query),
			get moment() {
				return momentAt();
			},
		};
		const left = this.#columns.alive.clone();
		for (const set of filterSets(parts, query).values()) left.intersection(set);
		return left;
	}

	#narrow(query: Query, now: number) {
		const columns = this.#columns;
		const all = this.#everyone();
		const near = Nearness.of(columns, query);
		const parts = { columns, spatial: this.#spatial, near, moment: this.#momentAt(now), all };
		const text = this.#textScores(query);
		const having = text && this.#having(query, text);
		const sets = filterSets(parts, query, having?.list);
		const tally = (docs: Uint32Array) => columns.tally(docs);
		const alone = (name: FilterName, set: BitSet) => this.#alone(query, name, set);
		const drilled = having
			? drillList(having, text!.scores, sets, tally)
			: drillSets(all, columns.alive, sets, { tally, alone });
		return { parts, drilled, asked: new Set(sets.keys()), text };
	}

	/** Every document that is there. */
	#everyone(): Docs {
		const columns = this.#columns;
		this.#all ??= new Docs(
			() => listed(columns.alive, words32()),
			() => columns.tallyAll(),
		);
		return this.#all;
	}

	/** The documents that are there and have the words of a query; with their counts they are kept for the next who ask for them. */
	#having(query: Query, { docs }: TextScores): Docs {
		const key = `${query.literal} ${query.q}`;
		const { alive } = this.#columns;
		const there = () => (this.#dead === 0 ? docs : docs.filter((doc) => alive.has(doc)));
		return this.#texts.get(key, () => this.#counted(there()));
	}

	/** What a filter leaves by itself, with its counts, kept for the next who ask for it; null of one that hardly two choose alike. */
	#alone(query: Query, name: FilterName, set: BitSet): Docs | null {
		if (!isSetName(name)) return null;
		const make = () => this.#counted(listed(this.#columns.alive.new_intersection(set), words32()));
		return this.#texts.get(`${name} ${query[name]}`, make);
	}

	#counted(list: Uint32Array): Docs {
		return new Docs(
			() => list,
			() => this.#columns.tally(list),
		);
	}

	/** Makes ready what the first question would else wait for; `now` in unix seconds. */
	warm(now: number): void {
		this.#momentAt(now);
		this.#spatial.grow();
		this.search(everything, now);
		this.tile(everything, { z: 0, x: 0, y: 0 }, now);
	}

	/** Makes a little of what the questions of the next minute need, in some milliseconds; to be called now and then. */
	prepare(now: number): void {
		const next = Math.floor(now / 60) + 1;
		if (now % 60 < PREPARE_FROM || !this.#moment || this.#moment.minute === next) return;
		if (this.#coming?.minute !== next) this.#coming = new Moment(this.#columns, next * 60);
		this.#coming.advance(AT_ONCE);
	}

	/** What the time of a question makes of the documents; kept for the minute. */
	#momentAt(now: number): Moment {
		const minute = Math.floor(now / 60);
		if (this.#moment?.minute === minute) return this.#moment;
		this.#moment = this.#coming?.minute === minute ? this.#coming : new Moment(this.#columns, now);
		this.#coming = null;
		this.#moment.advance();
		return this.#moment;
	}

	/** The documents that have every word, with their score; null when nothing is asked in words. */
	#textScores(query: Query): TextScores | null {
		const asked = askedWords(query);
		if (asked.length === 0) return query.q.trim() ? { docs: new Uint32Array(), scores: new Float32Array() } : null;
		return this.#text.every(asked);
	}

	/** How each word of a query is taken: why what is found is found. */
	readings(query: Query): Reading[] {
		return this.#text.readings(askedWords(query));
	}
}
