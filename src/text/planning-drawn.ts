import type { RingProblem } from '#domain/ring.ts';
import { LEAST_KM2, MOST_CORNERS, MOST_KM2 } from '#domain/ring.ts';
import { listed, number } from './format.ts';
import { m } from './generated/messages.js';

/** So many municipalities are named. */
const NAMED = 3;

/** What a drawn area is called within a sentence, by the municipalities it lies in. */
export const drawnName = (municipalities: readonly string[]): string =>
	m.drawn_name({
		where:
			municipalities.length > NAMED
				? m.drawn_municipalities({ count: municipalities.length })
				: listed([...municipalities]),
	});

const problems = {
	unreadable: m.drawn_wrong_unreadable,
	not_an_area: m.drawn_wrong_not_an_area,
	several: m.drawn_wrong_several,
	holes: m.drawn_wrong_holes,
	projected: m.drawn_wrong_projected,
	swapped: m.drawn_wrong_swapped,
	outside: m.drawn_wrong_outside,
	few_corners: m.drawn_wrong_few_corners,
	many_corners: () => m.drawn_wrong_many_corners({ most: MOST_CORNERS }),
	crosses: m.drawn_wrong_crosses,
	small: () => m.drawn_wrong_small({ least: number(LEAST_KM2 * 100) }),
	large: () => m.drawn_wrong_large({ most: number(MOST_KM2) }),
	nobody_there: m.drawn_wrong_nobody_there,
	unknown_place: m.drawn_wrong_unknown_place,
	bad_km: m.drawn_wrong_bad_km,
	empty: m.drawn_wrong_empty,
} satisfies Record<RingProblem | 'nobody_there' | 'unknown_place' | 'bad_km' | 'empty', () => string>;
export type DrawnProblem = keyof typeof problems;

/** Why something is no area that can be asked about, and what to do. */
export const drawnProblem = (problem: DrawnProblem): string => problems[problem]();

/** What was done to an outline with more corners than an address holds. */
export const simplifiedSaid = ({ corners, metres }: { corners: number; metres: number }, left: number): string =>
	m.drawn_simplified({ corners: number(corners), left, metres: number(metres) });
