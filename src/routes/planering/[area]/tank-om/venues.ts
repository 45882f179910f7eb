import type { WhatIfPlace } from '#planning/topics/what-if.ts';
import type { AlterableVenue } from '#store/scenarios.ts';

const PAGE = 20;

/** A line of the list of venues. */
export interface VenueLine {
	id: number;
	slug: string;
	name: string;
	venueKind: AlterableVenue['venueKind'];
	/** What planning knows of it; null without a place on the map. */
	place: Pick<WhatIfPlace, 'would' | 'evening' | 'rough'> | null;
}

/** Letters without their marks and cases, so that "ASA" finds "Åsa". */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A page of a municipality's venues by name. */
export function venuePage(all: readonly AlterableVenue[], places: readonly WhatIfPlace[], params: URLSearchParams) {
	const words = (params.get('name') ?? '').trim().slice(0, 100);
	const found = all.filter(({ name }) => plain(name).includes(plain(words)));
	const last = Math.max(1, Math.ceil(found.length / PAGE));
	const wanted = Number(params.get('page') ?? 1);
	const page = Number.isInteger(wanted) ? Math.min(last, Math.max(1, wanted)) : 1;
	const placeOf = new Map(places.map((place) => [place.listing, place]));
	const lines = found.slice((page - 1) * PAGE, page * PAGE).map((venue): VenueLine => {
		const place = placeOf.get(venue.id);
		return { ...venue, place: place ? { would: place.would, evening: place.evening, rough: place.rough } : null };
	});
	return { words, lines, page, last, total: found.length, of: all.length, first: (page - 1) * PAGE + 1 };
}
