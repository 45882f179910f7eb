import { inBox, SWEDEN } from './geo.ts';

// No zod here: pages import it.

/** One thing that would be otherwise in a municipality. Points in WGS84 degrees. */
export type Alteration =
	/** A venue closes; opens in the evening; no longer does; counts as a meeting place though it does not now. */
	| { do: 'close' | 'evening' | 'day' | 'use'; venue: number }
	/** A venue moves. */
	| { do: 'move'; venue: number; lon: number; lat: number }
	/** A new meeting place. */
	| { do: 'open'; lon: number; lat: number }
	/** A new meeting place in the middle of a settlement (`localities.id`). */
	| { do: 'town'; locality: number };

/** More than this is no scenario that anybody can keep in mind. */
export const MOST_ALTERATIONS = 40;
/** Decimals of a degree: about a metre. */
const DIGITS = 5;
const BETWEEN = '_';

const NUMBER = '([1-9]\\d{0,14})';
const DEGREES = `(\\d{1,2}(?:\\.\\d{1,${DIGITS}})?)`;
const ofVenue = new RegExp(`^(close|evening|day|use)-${NUMBER}$`);
const ofMove = new RegExp(`^move-${NUMBER}-${DEGREES}-${DEGREES}$`);
const ofPoint = new RegExp(`^open-${DEGREES}-${DEGREES}$`);
const ofTown = new RegExp(`^town-${NUMBER}$`);

/** A coordinate as a scenario holds it. */
export const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** An alteration as an address has it: `close-12`, `move-12-15.1-60.2`, `open-15.1-60.2`, `town-2706767`. */
export function tokenOf(alteration: Alteration): string {
	if (alteration.do === 'town') return `town-${alteration.locality}`;
	if (alteration.do === 'open') return `open-${rounded(alteration.lon)}-${rounded(alteration.lat)}`;
	if (alteration.do === 'move') return `move-${alteration.venue}-${rounded(alteration.lon)}-${rounded(alteration.lat)}`;
	return `${alteration.do}-${alteration.venue}`;
}

/** Reads one; null for what is none, or lies outside Sweden. */
export function alterationOf(token: string): Alteration | null {
	const venue = ofVenue.exec(token);
	if (venue) return { do: venue[1] as 'close', venue: Number(venue[2]) };
	const town = ofTown.exec(token);
	if (town) return { do: 'town', locality: Number(town[1]) };
	const move = ofMove.exec(token);
	const point = ofPoint.exec(token);
	const [lon, lat] = (move?.slice(2) ?? point?.slice(1) ?? []).map(Number);
	if (lon === undefined || lat === undefined || !inBox({ lon, lat }, SWEDEN)) return null;
	return move ? { do: 'move', venue: Number(move[1]), lon, lat } : { do: 'open', lon, lat };
}

/** A scenario with one more alteration: what it takes the place of goes, such as other hours for the same venue. */
export const withAlteration = (plan: readonly Alteration[], next: Alteration): Alteration[] => [
	...plan.filter((old) => !replaces(next, old)),
	next,
];

/** A scenario without one of its alterations. */
export const withoutAlteration = (plan: readonly Alteration[], gone: Alteration): Alteration[] =>
	plan.filter((one) => tokenOf(one) !== tokenOf(gone));

/** What a venue's alteration is about: that it is there, or when it is open. */
const isHours = ({ do: what }: Alteration) => what === 'evening' || what === 'day';

function replaces(next: Alteration, old: Alteration): boolean {
	if (!('venue' in next) || !('venue' in old)) return tokenOf(next) === tokenOf(old);
	if (next.venue !== old.venue) return false;
	return next.do === 'close' || old.do === 'close' || isHours(next) === isHours(old);
}

/** A scenario as an address has it; none is ''. */
export const planText = (plan: readonly Alteration[]): string => plan.map(tokenOf).join(BETWEEN);

/** Reads a scenario, whatever stands there; `unread` of its parts could not be read, or were too many. */
export function readPlan(text: string): { plan: Alteration[]; unread: number } {
	const tokens = text.split(BETWEEN).filter(Boolean);
	let plan: Alteration[] = [];
	let unread = 0;
	for (const token of tokens) {
		const next = alterationOf(token);
		const longer = next && withAlteration(plan, next);
		if (longer && longer.length <= MOST_ALTERATIONS) plan = longer;
		else unread++;
	}
	return { plan, unread };
}

/** An address's parameters with another scenario in them, and without some: `?theme=choir&plan=close-12`. */
export function planHref(
	params: URLSearchParams,
	plan: readonly Alteration[],
	without: readonly string[] = [],
): string {
	const next = new URLSearchParams(params);
	for (const name of without) next.delete(name);
	if (plan.length) next.set('plan', planText(plan));
	else next.delete('plan');
	const text = next.toString();
	return text ? `?${text}` : '?';
}

/**
 * A point as people type or paste it: "60.6066, 15.6355", also with decimal commas and signs for degrees. Null for what is
 * none in Sweden, where no latitude can be taken for a longitude: either may come first.
 */
export function pointTyped(text: string): { lon: number; lat: number } | null {
	const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
	if (numbers.length !== 2) return null;
	const [a, b] = numbers.map((degrees) => rounded(Number(degrees.replace(',', '.')))) as [number, number];
	const ways = [
		{ lon: b, lat: a },
		{ lon: a, lat: b },
	];
	return ways.find((point) => inBox(point, SWEDEN)) ?? null;
}
