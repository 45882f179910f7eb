import { redirect } from '@sveltejs/kit';
import { polygonOf, type ReadRing, type RingProblem, readRing, ringText } from '#domain/ring.ts';
import type { Area } from '#planning/area.ts';
import { drawnName } from '#text/planning-drawn.ts';
import type { Site } from '../../site.ts';
import { drawingHref } from './drawn-href.ts';

/** An area that can be asked about, or why there is none. */
export type ReadArea = { area: Area; wrong?: undefined } | { wrong: RingProblem | 'nobody_there' };

/** The area of a ring that was read: it lies in the municipalities of its people and places. */
export async function areaOf(site: Site, read: ReadRing): Promise<ReadArea> {
	if (read.wrong !== undefined) return read;
	const polygon = polygonOf(read.ring);
	const { answer } = await site.planning.ask('drawn', { polygon });
	const { municipalities } = answer;
	if (municipalities.length === 0) return { wrong: 'nobody_there' };
	const names = new Map((await site.store.geography.municipalities()).map(({ code, name }) => [code, name]));
	const name = drawnName(municipalities.map((code) => names.get(code) ?? code));
	return { area: { kind: 'drawn', key: ringText(read.ring), name, municipalities, locality: null, polygon } };
}

/** The drawn area of an address; what is none leads to the page that draws, which says why. */
export async function drawnWhole(site: Site, params: URLSearchParams): Promise<Area> {
	const ring = params.get('ring') ?? '';
	const { area } = { area: undefined, ...(await areaOf(site, readRing(ring))) };
	return area ?? redirect(303, drawingHref(ring));
}
