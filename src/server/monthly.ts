import { civil } from '../domain/time.ts';
import { measures, type Tally } from '../planning/measures.ts';
import type { Store } from '../store/open.ts';

/** The month of a moment in Sweden, "2026-11"; unix seconds. */
export const monthOf = (now: number): string => civil(now).toPlainDate().toPlainYearMonth().toString();

/**
 * Keeps the figures of this month, unless they are: all municipalities or none. However many processes try at once, one does.
 * `figures` gives the tallies by SCB code; it is asked only when it has to be. Gives whether they were kept now.
 */
export async function keepMonth(
	store: Store,
	now: number,
	figures: () => Promise<ReadonlyMap<string, Tally>>,
): Promise<boolean> {
	const month = monthOf(now);
	if (await store.monthlyFigures.has(month)) return false;
	const tallies = await figures();
	const municipalities = await store.geography.municipalities();
	return store.transaction(async (tx) => {
		if (!(await tx.monthlyFigures.begin(month, now, measures))) return false;
		for (const { code: municipality, population } of municipalities) {
			const figures = [...(tallies.get(municipality) ?? [])];
			await tx.monthlyFigures.add({ municipality, month, population, figures });
		}
		return true;
	});
}
