import type { LonLat } from '../../domain/geo.ts';
import { openBetween } from '../../domain/opening-hours.ts';
import type { VenueKind } from '../../domain/taxonomies.ts';
import type { Theme } from '../../domain/theme.ts';
import type { UseSeeker, UseTaken, UseVenue } from '../../store/use.ts';
import { type Area, containment } from '../area.ts';
import { type Hall, idleAt, type Pair, pairs, type Reason, type Seeker } from '../pairs.ts';
import { cellOf, type Period, periodFrom } from '../period.ts';
import type { Room } from '../room.ts';
import { addUse, noUse, type UseTogether, useOf, type VenueUse } from '../use.ts';

export interface UseQuestion {
	area: Area;
}

/** An entry that a list leads to. */
export interface Named {
	id: number;
	kind: 'organisation' | 'venue' | 'activity';
	name: string;
	slug: string;
}

/** A venue whose hours are known. Hours a week on average. */
export interface HallTold extends Named {
	locality: string | null;
	venueKind: VenueKind;
	position: LonLat | null;
	seats: number | null;
	open: number;
	used: number;
	/** Idle between six in the morning and ten in the evening: at night nobody looks for a room. */
	idle: number;
	/** Open then. */
	openByDay: number;
	/** Idle on weekday evenings. */
	evenings: number;
}

export interface SilentVenue extends Named {
	locality: string | null;
	venueKind: VenueKind;
	position: LonLat | null;
	hours: 'known' | 'agreement' | 'unknown';
}

export interface PairTold {
	hall: Named;
	seeker: Named;
	points: number;
	reasons: Reason[];
}

/** How the venues of an area are used. Hours a week on average over the period; what is known of use is activities' times. */
export interface UseAnswer {
	period: Pick<Period, 'firstDay' | 'lastDay' | 'weeks'>;
	/** Venues but outdoor places, by what is known of when they are open. */
	venues: { all: number; known: number; agreement: number; unknown: number; outdoors: number };
	open: number;
	used: number;
	idle: number;
	/** Use before a venue opens or after it closes. */
	outside: number;
	taken: number;
	takenUnknown: number;
	/** Hours by cell of the week (`cellOf`). */
	openByCell: number[];
	idleByCell: number[];
	/** Venues with known hours that are open in the period, those with most idle hours first. */
	halls: HallTold[];
	/** Venues where no public activity is known. Like all lists without those that keep their address back. */
	silent: SilentVenue[];
	silentCount: number;
	/** Associations that are not dormant (null for a drawn area or a district: not all have a position), and those without a venue. */
	organisations: number | null;
	homeless: (Named & { locality: string | null; themes: Theme[] })[];
	homelessCount: number;
	/** Activities without a place. */
	placeless: number;
	/** Best first; null where the area is too large to look for them. */
	activityPairs: PairTold[] | null;
	organisationPairs: PairTold[] | null;
}

/** As long as a list of names may be. */
const MOST_LISTED = 5000;
const MOST_PAIRS = 10;

/** Hours as they are read once for each text in a period: many venues have the same. */
type OpenRead = ReturnType<typeof openBetween>;
let read: { firstDay: string; texts: Map<string, OpenRead> } = { firstDay: '', texts: new Map() };

function openOf(text: string | null, period: Period): OpenRead {
	if (text === null) return null;
	if (read.firstDay !== period.firstDay) read = { firstDay: period.firstDay, texts: new Map() };
	const known = read.texts.get(text);
	if (known !== undefined) return known;
	const open = openBetween(text, period.start, period.end);
	read.texts.set(text, open);
	return open;
}

/** What is gathered of one municipality after another: of the whole country at once it would be some hundred megabytes. */
interface Gathered {
	sum: UseTogether;
	agreement: number;
	unknown: number;
	outdoors: number;
	silentCount: number;
	/** With everything that pairs are found by; empty where none are looked for. */
	halls: Hall[];
	names: Map<number, Named>;
	/** Those that are listed, at most twice as many as are told in the end. */
	told: HallTold[];
	silent: SilentVenue[];
	homeless: UseSeeker[];
	homelessCount: number;
	placeless: UseSeeker[];
	placelessCount: number;
}

/** How the venues of an area are used, which stand empty, and who could meet there. */
export async function useTopic({ store, now }: Room, { area }: UseQuestion): Promise<UseAnswer> {
	const period = periodFrom(now);
	const codes = area.municipalities.length ? area.municipalities : await everyCode(store);
	const isPaired = area.kind !== 'country';
	const found: Gathered = {
		...{ sum: noUse(), agreement: 0, unknown: 0, outdoors: 0 },
		...{ silentCount: 0, homelessCount: 0, placelessCount: 0 },
		...{ halls: [], names: new Map(), told: [], silent: [], homeless: [], placeless: [] },
	};
	for (const code of codes) await gather(found, store, { code, here: within(area), period, isPaired });
	const [homeless, placeless] = [found.homeless.sort(byId), found.placeless.sort(byId)];
	const paired = (list: UseSeeker[], times: ReadonlyMap<number, Seeker['times']>) =>
		pairs(
			found.halls,
			list.flatMap((one) => seekerOf(one, times.get(one.id) ?? null)),
			MOST_PAIRS,
		).map((pair) => pairTold(pair, found.names));
	const ids = placeless.map(({ id }) => id);
	const times = isPaired ? await store.use.times(ids, period.start, period.end) : new Map();
	const { sum } = found;
	return {
		period: { firstDay: period.firstDay, lastDay: period.lastDay, weeks: period.weeks },
		venues: {
			all: sum.venues,
			known: sum.known,
			...{ agreement: found.agreement, unknown: found.unknown, outdoors: found.outdoors },
		},
		...{ open: sum.open, used: sum.used, idle: sum.idle, outside: sum.outside },
		...{ taken: sum.taken, takenUnknown: sum.takenUnknown },
		openByCell: [...sum.openByCell],
		idleByCell: [...sum.idleByCell],
		halls: found.told.sort(mostIdle).slice(0, MOST_LISTED),
		silent: found.silent.sort(byId).slice(0, MOST_LISTED),
		silentCount: found.silentCount,
		organisations: area.polygon ? null : await store.use.organisations(codes, localityOf(area)),
		homeless: homeless
			.slice(0, MOST_LISTED)
			.map(({ locality, themes, ...one }) => ({ ...named(one), locality, themes })),
		homelessCount: found.homelessCount,
		placeless: found.placelessCount,
		activityPairs: isPaired ? paired(placeless, times) : null,
		organisationPairs: isPaired ? paired(homeless, times) : null,
	};
}

interface Gathering {
	code: string;
	here: ReturnType<typeof within>;
	period: Period;
	isPaired: boolean;
}

/** Adds what a municipality has. */
async function gather(found: Gathered, store: Room['store'], { code, here, period, isPaired }: Gathering) {
	const taken = Map.groupBy(await store.use.taken([code], period.start, period.end), ({ venue }) => venue);
	for (const venue of (await store.use.venues([code])).filter(here)) {
		if (isPaired) found.names.set(venue.id, named(asVenue(venue)));
		if (venue.venueKind === 'outdoor_place') found.outdoors++;
		else addVenue(found, venue, { taken: taken.get(venue.id) ?? [], period, isPaired });
	}
	// Who keeps an address back may have a place, and is not pointed out as having none.
	const seekers = (await store.use.seekers([code])).filter((one) => !one.masked && here(one));
	const [homeless, placeless] = [ofKind(seekers, 'organisation'), ofKind(seekers, 'activity')];
	found.homelessCount += homeless.length;
	found.placelessCount += placeless.length;
	found.homeless.push(...homeless);
	if (isPaired) {
		found.placeless.push(...placeless);
		for (const one of seekers) found.names.set(one.id, named(one));
		return;
	}
	cut(found.told, mostIdle);
	cut(found.silent, byId);
	cut(found.homeless, byId);
}

/** Forgets what stands too far down a list to be told. */
function cut<T>(list: T[], order: (a: T, b: T) => number): void {
	if (list.length <= 2 * MOST_LISTED) return;
	list.sort(order).length = MOST_LISTED;
}

function addVenue(
	found: Gathered,
	venue: UseVenue,
	{ taken, period, isPaired }: Pick<Gathering, 'period' | 'isPaired'> & { taken: UseTaken[] },
): void {
	const open = openOf(venue.openingHours, period);
	const hours = open?.is ?? 'unknown';
	const use = useOf({ open: open?.is === 'known' ? open.spans : null, taken }, period);
	addUse(found.sum, use);
	if (hours !== 'known') found[hours]++;
	if (isPaired) found.halls.push(...hallOf(venue, use));
	if (venue.masked) return;
	found.told.push(...hallTold(venue, use));
	if (venue.activities > 0) return;
	found.silentCount++;
	found.silent.push(silentOf(venue, hours));
}

const byId = (a: Named, b: Named) => a.id - b.id;
const mostIdle = (a: HallTold, b: HallTold) => b.idle - a.idle || byId(a, b);

const everyCode = async (store: Room['store']) => (await store.geography.municipalities()).map(({ code }) => code);

const localityOf = ({ kind, name }: Area) => (kind === 'locality' ? name : null);

/** Whether an entry of the area's municipalities lies in it. Outlines need a position; a settlement is what the entry calls it. */
function within(area: Area): (entry: { locality: string | null; position: LonLat | null }) => boolean {
	if (area.polygon) {
		const holds = containment(area.polygon);
		return ({ position }) => position !== null && holds(position.lon, position.lat);
	}
	const name = localityOf(area);
	return name === null ? () => true : ({ locality }) => locality === name;
}

const ofKind = (seekers: UseSeeker[], kind: UseSeeker['kind']) => seekers.filter((one) => one.kind === kind);
const asVenue = (venue: UseVenue) => ({ ...venue, kind: 'venue' as const });
const named = ({ id, kind, name, slug }: Named): Named => ({ id, kind, name, slug });

function hallOf({ id, position, seats, equipment, stepFree }: UseVenue, { hours }: VenueUse): Hall[] {
	return position && hours ? [{ ...position, id, seats, equipment, stepFree, use: hours }] : [];
}

function seekerOf({ id, position, themes, audiences }: UseSeeker, times: Seeker['times']): Seeker[] {
	return position ? [{ ...position, id, themes, audiences, times }] : [];
}

function pairTold({ hall, seeker, points, reasons }: Pair, names: ReadonlyMap<number, Named>): PairTold {
	return { hall: names.get(hall.id)!, seeker: names.get(seeker.id)!, points, reasons };
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const nightOf = (cells: ArrayLike<number>) => WEEK.reduce((sum, day) => sum + cells[cellOf(day, 'night')]!, 0);

/** What is not open in the period, such as in winter, stands empty for nobody. */
function hallTold(venue: UseVenue, { hours }: VenueUse): HallTold[] {
	if (!hours?.open) return [];
	const { locality, venueKind, position, seats } = venue;
	return [
		{
			...named(asVenue(venue)),
			...{ locality, venueKind, position, seats, open: hours.open, used: hours.used },
			idle: hours.idle - nightOf(hours.idleByCell),
			openByDay: hours.open - nightOf(hours.openByCell),
			evenings: idleAt(hours, 'evenings'),
		},
	];
}

function silentOf(venue: UseVenue, hours: SilentVenue['hours']): SilentVenue {
	const { locality, venueKind, position } = venue;
	return { ...named(asVenue(venue)), locality, venueKind, position, hours };
}
