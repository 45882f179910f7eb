import { localizeHref } from '#text/generated/runtime.js';

/** In the place of a municipality in the address of a report: an area that somebody drew, by its parameter `ring`. */
export const DRAWN = 'ritat';
/** The page that draws. */
export const DRAWING = '/planering/rita';

/** The page that draws, with an area to begin with, or with the map about a municipality (the last part of its address). */
export function drawingHref(ring: string, about = ''): string {
	const params = new URLSearchParams([...(ring ? [['ring', ring]] : []), ...(about ? [['i', about]] : [])]);
	return localizeHref(DRAWING) + (params.size > 0 ? `?${params}` : '');
}

/** The report of a drawn area. */
export const drawnHref = (ring: string): string =>
	`${localizeHref(`/planering/${DRAWN}`)}?${new URLSearchParams({ ring })}`;

/** The page that draws, with an outline that was given fewer corners so that an address holds it. */
export const simplifiedHref = (ring: string, { corners, metres }: { corners: number; metres: number }): string =>
	`${drawingHref(ring)}&${new URLSearchParams({ corners: String(corners), metres: String(metres) })}`;
