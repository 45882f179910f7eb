import { error, fail, redirect } from '@sveltejs/kit';
import { type Bbox, boxAround, circleAround, SWEDEN } from '#domain/geo.ts';
import { type Ring, readRing, ringFrom, ringText } from '#domain/ring.ts';
import { typedRing } from '#domain/ring-typed.ts';
import { type SimplifiedRing, simplifiedRing } from '#planning/simplified.ts';
import { type DrawnProblem, drawnProblem } from '#text/planning-drawn.ts';
import type { Site } from '../../../site.ts';
import { areaOf } from '../drawn-area.ts';
import { drawnHref, simplifiedHref } from '../drawn-href.ts';
import type { Actions, PageServerLoad } from './$types';

/** Corners of a circle: enough that nobody sees them, few enough for an address. */
const CIRCLE = 48;
const KM = { least: 0.5, most: 50 };
/** Bytes of a file: ten thousand corners; any form may have so many. */
const MOST_BYTES = 400 * 1024;
/** Characters of what was pasted that are shown again. */
const SHOWN = 20_000;
/** Kilometres about a municipality's seat that the map shows. */
const ABOUT = 15;

export const load: PageServerLoad = async ({ url, locals: { site } }) => {
	const given = url.searchParams;
	const circle = { place: given.get('place') ?? '', km: given.get('km') ?? '' };
	const wanted = given.has('place') ? await circleOf(site, circle) : null;
	if (wanted && 'ring' in wanted) redirect(303, drawnHref(ringText(wanted.ring)));
	const text = given.get('ring');
	const read = text === null ? null : await known(site, readRing(text));
	const ring = read && 'ring' in read ? read.ring : [];
	return {
		ring,
		simplified: ring.length > 0 ? simplifiedIn(given) : null,
		report: drawnHref(ringText(ring)),
		bounds: boundsOf(ring) ?? (await boundsAbout(site, given.get('i'))),
		wrong: read && 'wrong' in read ? drawnProblem(read.wrong) : null,
		circle: {
			...circle,
			...(wanted && 'field' in wanted ? { field: wanted.field, wrong: drawnProblem(wanted.wrong) } : {}),
		},
	};
};

export const actions: Actions = {
	/** An area that is pasted or handed in as a file. */
	default: async ({ request, locals: { site } }) => {
		const { text, file } = await given(request);
		const read = file || text.trim() ? await known(site, await ringOf(text, file)) : { wrong: 'empty' as const };
		// What was changed in an outline is seen before anything is said of it.
		if ('ring' in read && read.simplified) redirect(303, simplifiedHref(ringText(read.ring), read.simplified));
		if ('ring' in read) redirect(303, drawnHref(ringText(read.ring)));
		return fail(400, { text: text.slice(0, SHOWN), isFile: file !== null, wrong: drawnProblem(read.wrong) });
	},
};

async function given(request: Request): Promise<{ text: string; file: File | null }> {
	const form = await request.formData().catch((reason: unknown) => {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	});
	const [text, file] = [form.get('text'), form.get('file')];
	return { text: typeof text === 'string' ? text : '', file: file instanceof File && file.size > 0 ? file : null };
}

async function ringOf(text: string, file: File | null): Promise<SimplifiedRing> {
	if (!file) return typedRing(text, simplifiedRing);
	return file.size > MOST_BYTES ? { wrong: 'many_corners' } : typedRing(await file.text(), simplifiedRing);
}

/** A ring with something in it. */
async function known(site: Site, read: SimplifiedRing): Promise<Known> {
	if (read.wrong !== undefined) return { wrong: read.wrong };
	const { wrong } = await areaOf(site, read);
	return wrong === undefined ? { ring: read.ring, simplified: read.simplified } : { wrong };
}

type Known = { ring: Ring; simplified?: SimplifiedRing['simplified'] } | { wrong: DrawnProblem };

/** What the address says that was done to an outline. */
function simplifiedIn(given: URLSearchParams): { corners: number; metres: number } | null {
	const [corners, metres] = ['corners', 'metres'].map((name) => given.get(name) ?? '');
	const isTold = [corners, metres].every((told) => /^[1-9]\d{0,4}$/.test(told!));
	return isTold ? { corners: Number(corners), metres: Number(metres) } : null;
}

type Circle = { ring: Ring } | { field: 'place' | 'km'; wrong: DrawnProblem };

/** A circle about a place by its name. */
async function circleOf(site: Site, { place, km }: { place: string; km: string }): Promise<Circle> {
	const radius = Number(km.trim().replace(',', '.'));
	const middle = site.places.find(place);
	if (!middle) return { field: 'place', wrong: 'unknown_place' };
	if (!(radius >= KM.least && radius <= KM.most)) return { field: 'km', wrong: 'bad_km' };
	const corners = circleAround(middle, radius, CIRCLE).slice(1);
	const read = await known(site, ringFrom(corners.map(([lon, lat]) => ({ lon, lat }))));
	return 'ring' in read ? read : { field: 'km', wrong: read.wrong };
}

function boundsOf(ring: Ring): Bbox | null {
	if (ring.length === 0) return null;
	const [lons, lats] = [ring.map(({ lon }) => lon), ring.map(({ lat }) => lat)];
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** About a municipality's seat; all of Sweden where none is named. */
async function boundsAbout(site: Site, slug: string | null): Promise<Bbox> {
	const one = slug ? await site.store.geography.municipalityBySlug(slug) : undefined;
	const seat = one && site.places.find(one.code);
	return seat ? boxAround(seat, ABOUT) : SWEDEN;
}
