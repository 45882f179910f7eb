import { type Kind, kinds } from '../../domain/taxonomies.ts';
import { themes } from '../../domain/theme.ts';
import { civil } from '../../domain/time.ts';
import type { RegisterRead } from '../../store/inventory.ts';
import type { Area } from '../area.ts';
import { baseMonth, type Change, changesSince, courseOf, type Kept, keptFrom } from '../change.ts';
import { figure, type Measure, sumOf } from '../measures.ts';
import type { Room } from '../room.ts';
import { countedIn } from './counted.ts';

export interface ChangeQuestion {
	area: Area;
}

/** How the figures of an area have changed. */
export interface ChangeAnswer {
	/** The month from which change is told, and when its figures were taken (unix seconds); null when there is none yet. */
	since: { month: string; takenAt: number } | null;
	/** Entries by kind, and those confirmed in term. */
	changes: Change[];
	/** Associations and activities by theme, what changed most first; without what stayed. */
	themes: Change[];
	/** The figures month by month, oldest first, with those of now last (`month` null). */
	course: { month: string | null; at: number; population: number; counts: Record<Kind, number | null> }[];
	/** Registers that were read in since: what they brought is no change of civil society. */
	registers: RegisterRead[];
	at: number;
}

const TOLD: Measure[] = [...kinds, ...kinds.map((kind): Measure => `${kind}.term`)];
/** Themes of associations and activities. */
const THEMES: Measure[] = (['organisation', 'activity'] as const).flatMap((kind) =>
	themes.map((theme): Measure => `${kind}.theme.${theme}`),
);

/** Change of an area, from what was kept of its municipalities: figures are kept of whole ones. */
export async function changeTopic(room: Room, { area }: ChangeQuestion): Promise<ChangeAnswer> {
	const whole: Area = { ...area, kind: 'county', locality: null, polygon: null };
	const now = (await countedIn(room, whole, null))!;
	const months = await monthsOf(room, now.codes);
	const base = baseMonth(
		months.map(({ month }) => month),
		civil(room.now).toPlainDate().toPlainYearMonth().toString(),
	);
	const before = months.find(({ month }) => month === base);
	const changed = before ? changesSince(THEMES, before, now.tally) : [];
	const by = ({ before: was, now: is }: Change) => (was === null ? 0 : is - was);
	return {
		since: before ? { month: before.month, takenAt: before.takenAt } : null,
		changes: before ? changesSince(TOLD, before, now.tally) : [],
		themes: changed.filter((one) => by(one) !== 0).sort((a, b) => Math.abs(by(b)) - Math.abs(by(a))),
		course: [
			...months.map((kept) => ({
				month: kept.month,
				at: kept.takenAt,
				population: kept.population,
				counts: countsOf((kind) => courseOf(kind, [kept])[0]?.value ?? null),
			})),
			{
				month: null,
				at: now.at,
				population: now.population,
				counts: countsOf((kind) => figure(now.tally, kind)),
			},
		],
		registers: before ? now.registers.filter(({ readAt }) => readAt > before.takenAt) : [],
		at: now.at,
	};
}

const countsOf = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
	Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

/** The months in which all of some municipalities were kept, each as the sum of them; oldest first. */
async function monthsOf(room: Room, codes: readonly string[]): Promise<Kept[]> {
	const byMonth = Map.groupBy((await room.store.monthlyFigures.course(codes)).map(keptFrom), ({ month }) => month);
	return [...byMonth.values()]
		.filter((some) => some.length === codes.length)
		.map((some) => ({
			...some[0]!,
			population: some.reduce((sum, { population }) => sum + population, 0),
			tally: sumOf(some.map(({ tally }) => tally)),
		}));
}
