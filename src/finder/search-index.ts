import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import { type Bbox, SWEDEN } from '../domain/geo.ts';
import type { TileAt } from '../domain/mercator.ts';
import { everything, type Query } from '../domain/query.ts';
import { Repeats } from '../domain/recent.ts';
import type { Answer, Hit, MapSpot, Wanted } from '../domain/search.ts';
import type { Theme } from '../domain/theme.ts';
import { askedWords, MOST_WORDS, spelledWord } from './asked.ts';
import { clusters } from './clusters.ts';
import { Columns } from './columns.ts';
import type { Concepts } from './concepts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { bitsOfDocs, drillAll, drillList, drillStraight } from './drill.ts';
import { facetCounts, noFacets } from './facets.ts';
import { type Filter, filtersOf } from './filters.ts';
import { spelledWordsOf } from './fold.ts';
import { Kept } from './kept.ts';
import { KeptDocs } from './kept-docs.ts';
import { Moment } from './moment.ts';
import { Nearness } from './nearness.ts';
import { passing } from './overlay.ts';
import { hitOf, pageOf } from './page.ts';
import { Quad } from './quad.ts';
import { Ranking } from './rank.ts';
import { type Reading, readAs } from './reading.ts';
import { Spatial } from './spatial.ts';
import { TextIndex } from './text-index.ts';
import { keyOf, Tiles } from './tiles.ts';
import { questions, REHEARSAL } from './warm.ts';
import { widening } from './widen.ts';
import { municipalityConcepts, taxonomyConcepts } from './words.ts';

/** How much a word weighs by where it stands. */
const WEIGHTS = { name: 10, number: 10, otherName: 4, keyword: 4, place: 3, description: 1 } as const;
/** So many themes are offered for a text. */
const MOST_THEMES = 3;
/** So many answers are kept: some ten kilobytes each. */
const MOST_ANSWERS = 300;
const MOST_SPOTS = 200;
/** A map of more spots than a screen shows is not kept. */
const weightOf = (spots: MapSpot[]) => (spots.length > MOST_SPOTS ? Infinity : MOST_SPOTS);
/** At a start so few documents may stand outside what they are found by on a map. */
const OUTSIDE = 500;
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
	readonly #maps = new Kept<MapSpot[]>(MOST_ANSWERS * MOST_SPOTS, weightOf);
	readonly #repeats = new Repeats(5 * MOST_ANSWERS);
	readonly #docs: KeptDocs;
	readonly #extents = new Kept<Bbox | null>(MOST_ANSWERS);
	#moment: Moment | null = null;
	/** That of the next minute, made little by little. */
	#coming: Moment | null = null;
	/** That of a minute before, for whoever reads on from a page that was made then. */
	#earlier: Moment | null = null;
	#dead = 0;

	/** `municipalities` are names by code: they are words of every entry that lies there. */
	constructor(municipalities: ReadonlyMap<string, string>) {
		this.#concepts = [taxonomyConcepts(), municipalityConcepts(municipalities)];
		this.#text = new TextIndex({
			related: (word, literal) => this.#concepts.slice(+literal).flatMap((one) => one.related(word, this.#columns)),
			misspelt: (word) => this.#concepts.map((one) => one.misspelt(word, this.#columns)),
			focus: () => this.#columns.focus.data,
		});
		this.#docs = new KeptDocs(this.#columns, this.#text);
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

	/** Lets go of what was answered. */
	#forget(): void {
		this.#answers.clear();
		this.#maps.clear();
		this.#extents.clear();
		this.#docs.clear();
		this.#tiles.clear();
	}

	drop(id: number): void {
		this.#forget();
		const doc = this.#columns.byId.get(id);
		if (doc === undefined) return;
		this.#dead++;
		this.#moment?.drop(doc);
		this.#coming?.drop(doc);
		this.#earlier?.drop(doc);
		this.#columns.remove(id);
	}

	/** As it can be written down. */
	freeze() {
		return {
			columns: this.#columns.freeze(),
			text: this.#text.freeze(),
			dead: this.#dead,
		};
	}

	/** Takes what was written down, into an index that holds nothing yet. */
	thaw({ columns, text, dead }: FrozenIndex): void {
		this.#columns.thaw(columns);
		this.#text.thaw(text);
		this.#dead = dead;
	}

	/** What is asked again and again in one minute, while nothing changes, is answered from what was answered the second time. */
	search(query: Query, now: number, { facets = true, widen = true, keep = true }: Wanted = {}): Answer {
		const answer = () => this.#answer(query, now, { facets, widen });
		const asked = keep && `${facets} ${widen} ${JSON.stringify(query)}`;
		if (!asked || !this.#repeats.again(asked)) return answer();
		return this.#answers.get(`${Math.floor(now / 60)} ${asked}`, answer);
	}

	#answer(query: Query, now: number, { facets, widen }: Required<Omit<Wanted, 'keep'>>): Answer {
		const cursor = readCursor(query, now);
		const at = cursor?.at ?? now;
		const { drilled, asked, ranking, parts } = this.#narrow(query, at, facets);
		const left = drilled.left.list;
		const { page, past } = pageOf(this.#columns, ranking, cursor, query.limit);
		const last = page.at(-1);
		const more = last !== undefined && past + page.length < left.length;
		const idAt = (place: number) => this.#columns.id.data[ranking.docs[place]!]!;
		const readings = (q: string) => this.readings({ ...everything, q });
		const countOf = (wider: Query) => this.#narrow(wider, at, false).drilled.left.list.length;
		return {
			total: left.length,
			hits: page.map((place) => hitOf(idAt(place), ranking, place)),
			facets: facets ? facetCounts(parts, drilled, asked, query) : noFacets,
			readAs: left.length ? readAs(query.q, this.readings(query), spelledWord) : null,
			next: more ? writeCursor(query, { at, id: idAt(last), past: past + page.length }) : null,
			widen: widen && left.length === 0 ? widening(query, { count: countOf, readings }) : null,
		};
	}

	top(query: Query, now: number): Hit[] {
		const { ranking } = this.#narrow(query, now, false);
		const idAt = (place: number) => this.#columns.id.data[ranking.docs[place]!]!;
		return ranking.first(query.limit, null).map((place) => hitOf(idAt(place), ranking, place));
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

	/** Kept from the second time: who moves a map asks for another box each time, a page's picture is the same for all who ask. */
	map(query: Query, zoom: number, now: number): MapSpot[] {
		const index = { columns: this.#columns, quad: this.#quad, spatial: this.#spatial };
		const spots = () => clusters(index, (asked) => this.#tiles.mask(asked, now), { query, zoom });
		const key = `${zoom} ${keyOf(query, now)}`;
		return this.#repeats.again(`map ${key}`) ? this.#maps.get(key, spots) : spots();
	}

	extent(query: Query, now: number): Bbox | null {
		return this.#extents.get(keyOf(query, now), () => this.#quad.extent(this.#tiles.mask(query, now), SWEDEN));
	}

	tile(query: Query, at: TileAt, now: number): Uint8Array {
		return this.#tiles.tile(query, at, now);
	}

	/** What a query leaves, as a set; not to be changed. */
	#left(query: Query, now: number): BitSet {
		const text = this.#docs.having(query);
		const filters = filtersOf(this.#parts(query, now), query);
		if (!text && filters.size === 0) return this.#columns.alive;
		const among = text ? bitsOfDocs(text, this.#columns.length) : this.#columns.alive.words;
		return BitSet.fromWords(passing(among, filters.values()));
	}

	#parts(query: Query, now: number) {
		const momentAt = () => this.#momentAt(now);
		return {
			columns: this.#columns,
			spatial: this.#spatial,
			near: Nearness.of(this.#columns, query),
			all: this.#docs.everyone(),
			// What the minute makes of all documents is asked for only where a time is.
			get moment() {
				return momentAt();
			},
			together: (name: string, values: readonly string[], make: () => Uint32Array) =>
				this.#docs.together(`${name} ${values}`, make),
		};
	}

	/** `counted`: whether what is left without one of the filters is asked for too. */
	#narrow(query: Query, now: number, counted: boolean) {
		const { alive } = this.#columns;
		const parts = this.#parts(query, now);
		const tally = (docs: Uint32Array) => this.#columns.values.tally(docs);
		const alone = (filter: Filter) => this.#docs.alone(query, filter);
		const filters = filtersOf(parts, query);
		const having = this.#docs.having(query);
		const drilled = having
			? (counted ? drillList : drillStraight)(having, filters, { tally, length: this.#columns.length })
			: drillAll({ all: parts.all, alive, tally, alone }, filters);
		const { left: docs, places } = drilled;
		const ranking = new Ranking(parts, { docs, having, places }, query);
		return { parts, drilled, asked: new Set(filters.keys()), ranking };
	}

	/** Makes ready what the first question would else wait for; `now` in unix seconds. */
	warm(now: number): void {
		this.#momentAt(now);
		this.#spatial.grow(OUTSIDE);
		this.#quad.grow(OUTSIDE);
		if (this.size > AT_ONCE) this.#rehearse(now);
		this.search(everything, now);
		this.tile(everything, { z: 0, x: 0, y: 0 }, now);
	}

	/** Answers questions of every shape, in a second at most, and lets go of what was kept of them: each costs what it did. */
	#rehearse(now: number): void {
		const until = performance.now() + REHEARSAL;
		for (const { query, tiles } of questions(this.#columns)) {
			this.search(query, now);
			for (const at of tiles) this.tile(query, at, now);
			if (performance.now() > until) break;
		}
		this.#forget();
		this.#text.forget();
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
		if (this.#moment && minute < this.#moment.minute) return this.#momentBefore(now, minute);
		this.#moment = this.#coming?.minute === minute ? this.#coming : new Moment(this.#columns, now);
		this.#coming = null;
		this.#earlier = null;
		this.#moment.advance();
		return this.#moment;
	}

	/** The present one stays: making one takes as long as answering a hundred questions. */
	#momentBefore(now: number, minute: number): Moment {
		if (this.#earlier?.minute !== minute) this.#earlier = new Moment(this.#columns, now);
		this.#earlier.advance();
		return this.#earlier;
	}

	/** How each word of a query is taken: why what is found is found. */
	readings(query: Query): Reading[] {
		return this.#text.readings(askedWords(query));
	}
}
