import type { Known } from '../domain/duplicate/pairs.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Watch } from './watch.ts';

interface Reads {
	/** Those of them that are public. */
	readIds(ids: readonly number[]): Known[];
	readOwn(municipality: string, kind: Kind): Known[];
	/** So many entries are kept. */
	most: number;
}

/** More changes than these are not followed one by one: what is kept is read anew when somebody asks. */
const MOST_CHANGED = 2000;

const placeOf = (municipality: string, kind: Kind) => `${municipality} ${kind}`;

/**
 * The public entries of municipalities, kept between two who ask: the same object as long as nothing in it has changed. What
 * has changed is read anew, and nothing else.
 */
export function keptEntries(watch: Watch, { readIds, readOwn, most }: Reads) {
	/** Whole municipalities, the one asked for last at the end. */
	const lists = new Map<string, Map<number, Known>>();
	/** Others, one by one. */
	const others = new Map<number, Known>();
	const changed = new Set<number>();
	watch.keep((ids) => {
		if (ids === 'all' || changed.size + ids.length > MOST_CHANGED) return letGo();
		for (const id of ids) others.delete(id);
		if (lists.size) for (const id of ids) changed.add(id);
	});

	function letGo(): void {
		lists.clear();
		others.clear();
		changed.clear();
	}

	/** Takes up what has changed since somebody asked last. */
	function follow(): void {
		watch.newest();
		if (!changed.size) return;
		for (const list of lists.values()) for (const id of changed) list.delete(id);
		for (const entry of readIds([...changed])) lists.get(placeOf(entry.municipality, entry.kind))?.set(entry.id, entry);
		changed.clear();
	}

	function makeRoom(): void {
		let size = others.size + lists.values().reduce((sum, list) => sum + list.size, 0);
		for (const id of others.keys()) {
			if (size <= most) return;
			others.delete(id);
			size--;
		}
		for (const [place, list] of lists) {
			if (size <= most) return;
			lists.delete(place);
			size -= list.size;
		}
	}

	return {
		/** Those of a kind in a municipality. */
		of(municipality: string, kind: Kind): Known[] {
			follow();
			const place = placeOf(municipality, kind);
			const list = lists.get(place) ?? new Map(readOwn(municipality, kind).map((entry) => [entry.id, entry]));
			lists.delete(place);
			lists.set(place, list);
			makeRoom();
			return [...list.values()];
		},
		/** Those of them that are public. */
		byIds(ids: readonly number[]): Known[] {
			follow();
			for (const entry of readIds(ids.filter((id) => !others.has(id)))) others.set(entry.id, entry);
			const found = ids.flatMap((id) => others.get(id) ?? []);
			makeRoom();
			return found;
		},
	};
}
