import { chordKm, distanceKm, type LonLat, unitVector } from '#domain/geo.ts';
import { type Audience, type Equipment, equipment } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { helpful, meetsAt, needsStepFree } from './needs.ts';
import { cellOf, type PartOfDay } from './period.ts';
import { covers, type Span } from './spans.ts';
import type { OpenUse } from './use.ts';

/** A venue that is open with nothing going on. Never one whose address is kept back. */
export interface Hall extends LonLat {
	id: number;
	seats: number | null;
	equipment: readonly Equipment[];
	/** Null when nobody has told. */
	stepFree: boolean | null;
	use: OpenUse;
}

/** An association without a venue, or an activity without a place. Never one whose address is kept back. */
export interface Seeker extends LonLat {
	id: number;
	themes: readonly Theme[];
	audiences: readonly Audience[];
	/** When an activity happens; null for who has told no times. */
	times: readonly Span[] | null;
}

/** Why two fit: what is told in the pair's line. */
export type Reason =
	| { is: 'distance'; km: number }
	| { is: 'times'; fit: number; of: number }
	| { is: 'idle'; hours: number; at: 'daytime' | 'evenings' }
	| { is: 'equipment'; has: Equipment[] }
	| { is: 'seats'; seats: number }
	| { is: 'step_free' };

export interface Pair {
	hall: Hall;
	seeker: Seeker;
	/** 0 to `MOST_POINTS`. */
	points: number;
	/** In the order in which they weigh; distance always. */
	reasons: Reason[];
}

/** Kilometres in a straight line beyond which nobody is sent. */
export const MOST_KM = 10;
/** Idle hours a week at the right time of day: below these no pair, and from these on no better. */
const LEAST_IDLE = 2;
const ENOUGH_IDLE = 8;
/** Of an activity's times, at least this share must fit. */
const LEAST_FIT = 0.75;
/** What each part weighs: when it is free, how near it is, what it has, and that one can get in. */
export const weights = { time: 4, near: 3, equipment: 2, stepFree: 1 } as const;
export const MOST_POINTS = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
/** So many of a seeker's best halls are kept for choosing; a hall is named at most so often. */
const KEPT = 5;
const MOST_OFTEN = 2;

const WEEKDAYS = [0, 1, 2, 3, 4];
const partsOf: Record<'daytime' | 'evenings', PartOfDay[]> = { daytime: ['morning', 'day'], evenings: ['evening'] };

/** Idle hours on weekdays, in a week, at a time of day. */
export const idleAt = ({ idleByCell }: OpenUse, when: 'daytime' | 'evenings'): number =>
	WEEKDAYS.flatMap((weekday) => partsOf[when].map((part) => idleByCell[cellOf(weekday, part)]!)).reduce(
		(sum, hours) => sum + hours,
		0,
	);

/** What is looked at often, of a hall and of a seeker: equipment as bits, positions on a sphere of radius one. */
interface HallAhead {
	hall: Hall;
	x: number;
	y: number;
	z: number;
	has: number;
	daytime: number;
	evenings: number;
}
interface SeekerAhead {
	seeker: Seeker;
	x: number;
	y: number;
	z: number;
	wants: number;
	at: 'daytime' | 'evenings';
	/** What a way in without steps is worth: half to everybody, the whole to those of whom many need it. */
	entrance: number;
}

const bits = (codes: readonly Equipment[]) => codes.reduce((mask, code) => mask | (1 << equipment.indexOf(code)), 0);

function hallAhead(hall: Hall): HallAhead {
	const [x, y, z] = unitVector(hall);
	const idle = { daytime: idleAt(hall.use, 'daytime'), evenings: idleAt(hall.use, 'evenings') };
	return { hall, x, y, z, has: bits(hall.equipment), ...idle };
}

function seekerAhead(seeker: Seeker): SeekerAhead {
	const [x, y, z] = unitVector(seeker);
	const { themes, audiences } = seeker;
	const entrance = weights.stepFree * (needsStepFree(themes, audiences) ? 1 : 0.5);
	return { seeker, x, y, z, wants: bits(helpful(themes)), at: meetsAt(themes, audiences), entrance };
}

/** Points of a pair; below zero when the two do not fit. Makes nothing new: it is asked millions of times. */
function pointsOf(a: HallAhead, b: SeekerAhead, least: number): number {
	const known =
		(b.wants ? (weights.equipment * count(a.has & b.wants)) / count(b.wants) : 0) + (a.hall.stepFree ? b.entrance : 0);
	// Even beside each other and always free they would not reach what is asked.
	if (known + weights.time + weights.near < least) return -1;
	const km = chordKm(Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z));
	if (km > MOST_KM) return -1;
	const near = weights.near * (1 - km / MOST_KM);
	if (known + near + weights.time < least) return -1;
	const time = timeShare(a, b);
	return time < 0 ? -1 : known + near + weights.time * time;
}

function timeShare(a: HallAhead, { seeker, at }: SeekerAhead): number {
	if (seeker.times?.length) {
		const share = fitting(a.hall, seeker.times) / seeker.times.length;
		return share < LEAST_FIT ? -1 : share;
	}
	return a[at] < LEAST_IDLE ? -1 : Math.min(1, a[at] / ENOUGH_IDLE);
}

const fitting = ({ use }: Hall, times: readonly Span[]) => times.filter((time) => covers(use.idleSpans, time)).length;

function count(mask: number): number {
	let ones = 0;
	for (let left = mask; left; left &= left - 1) ones++;
	return ones;
}

function pairOf(a: HallAhead, { seeker, at }: SeekerAhead, points: number): Pair {
	const { hall } = a;
	const { times } = seeker;
	const reasons: Reason[] = times?.length
		? [{ is: 'times', fit: fitting(hall, times), of: times.length }]
		: [{ is: 'idle', hours: a[at], at }];
	reasons.push({ is: 'distance', km: distanceKm(hall, seeker) });
	const has = helpful(seeker.themes).filter((one) => hall.equipment.includes(one));
	if (has.length) reasons.push({ is: 'equipment', has });
	if (hall.seats) reasons.push({ is: 'seats', seats: hall.seats });
	if (hall.stepFree) reasons.push({ is: 'step_free' });
	return { hall, seeker, points, reasons };
}

/** How well a hall serves a seeker, or null when it does not. */
export function fit(hall: Hall, seeker: Seeker): Pair | null {
	const [a, b] = [hallAhead(hall), seekerAhead(seeker)];
	const points = pointsOf(a, b, 0);
	return points < 0 ? null : pairOf(a, b, points);
}

interface Candidate {
	hall: HallAhead;
	seeker: SeekerAhead;
	points: number;
}

/**
 * The pairs that fit best, best first: a seeker is named once, a hall at most twice, so that the list names many. Ties are
 * broken by id, so that the same register gives the same list. Each seeker's five best halls within reach are looked at.
 */
export function pairs(halls: readonly Hall[], seekers: readonly Seeker[], most: number): Pair[] {
	// By latitude, so that a seeker need only look at a band.
	const sorted = halls.map(hallAhead).sort((a, b) => a.hall.lat - b.hall.lat);
	const band = MOST_KM / 110.5;
	const found: Candidate[] = [];
	for (const seeker of seekers.map(seekerAhead)) {
		const { lat } = seeker.seeker;
		const best: Candidate[] = [];
		for (let at = firstFrom(sorted, lat - band); at < sorted.length && sorted[at]!.hall.lat <= lat + band; at++) {
			const hall = sorted[at]!;
			const points = pointsOf(hall, seeker, best.length < KEPT ? 0 : best.at(-1)!.points);
			if (points < 0) continue;
			best.push({ hall, seeker, points });
			best.sort(better).splice(KEPT);
		}
		found.push(...best);
	}
	return chosen(found.sort(better), most).map(({ hall, seeker, points }) => pairOf(hall, seeker, points));
}

function firstFrom(sorted: readonly HallAhead[], lat: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]!.hall.lat < lat) low = middle + 1;
		else high = middle;
	}
	return low;
}

const better = (a: Candidate, b: Candidate) =>
	b.points - a.points || a.hall.hall.id - b.hall.hall.id || a.seeker.seeker.id - b.seeker.seeker.id;

function chosen(sorted: readonly Candidate[], most: number): Candidate[] {
	const seekers = new Set<Seeker>();
	const often = new Map<Hall, number>();
	const list: Candidate[] = [];
	for (const pair of sorted) {
		if (list.length >= most) break;
		const { hall } = pair.hall;
		const times = often.get(hall) ?? 0;
		if (seekers.has(pair.seeker.seeker) || times >= MOST_OFTEN) continue;
		seekers.add(pair.seeker.seeker);
		often.set(hall, times + 1);
		list.push(pair);
	}
	return list;
}
