import type { IndexRow } from '../../../src/domain/face.ts';
import type { Bbox, LonLat } from '../../../src/domain/geo.ts';
import type { TileAt } from '../../../src/domain/mercator.ts';
import type { Kind } from '../../../src/domain/taxonomies.ts';
import type { ControlField } from '../fts5.ts';

/** An entry as every peer is given it: its texts in the order of the fields. */
export interface Doc {
	id: number;
	kind: Kind;
	position: (LonLat & { approximate: boolean }) | null;
	texts: string[];
	/** What the finder takes; the others do not look at it. */
	row?: IndexRow;
}

/** What can be asked of a peer; a search of texts alone has no places. */
export interface Peer {
	/** The ids of the best hits of some words. */
	text(q: string, limit: number): Answer<number[]>;
	/** The ids of the nearest within so many kilometres. */
	radius?(near: LonLat, km: number, limit: number): Answer<number[]>;
	/** What lies in a box, each with its place. */
	box?(bbox: Bbox): Answer<unknown[]>;
	/** A vector tile of everything: cells of an eighth of its side, with a count of each kind. */
	tile?(at: TileAt): Answer<Uint8Array>;
	/** Lets go of answers that are kept, before the next is measured; of those to words only if words are asked. */
	forget?(words: boolean): void;
	/** Megabytes that it holds outside this process. */
	elsewhereMb?(): number;
	close?(): Answer<void>;
}

type Answer<T> = T | Promise<T>;

/** Takes all entries and makes them ready to be asked. `socket` is the folder where PostgreSQL listens. */
export type Build = (
	docs: Iterable<Doc>,
	fields: readonly ControlField[],
	where: { socket: string; port: number },
) => Promise<Peer>;

/** What a child is told to do. */
export interface Job {
	peer: string;
	/** A file with one entry on each line. */
	docs: string;
	fields: readonly ControlField[];
	socket: string;
	port: number;
	limit: number;
	/** By the name of the question. */
	texts: Record<string, string[]>;
	rounds: number;
	near: LonLat[];
	boxes: Bbox[];
	tiles: Record<string, TileAt[]>;
	/** The hits of each text are told too, in order. */
	hits?: boolean;
}

/** What a child tells, bit by bit: what was told stands if it is stopped. */
export type Told =
	| { built: number; mb: number }
	| { question: string; times: number[]; results: number }
	| { hits: number[][] };
