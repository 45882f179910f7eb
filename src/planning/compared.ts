import { type Basis, isUsable, type Judged, LEAST_COMPARED, perThousand } from './basis.ts';
import { figure, type Measure } from './measures.ts';
import { type Spread, type Standing, spreadOf, standingIn } from './spread.ts';

/** A measure of one municipality beside those it is compared with, all of 1 000 inhabitants. */
export interface Comparison {
	measure: Measure;
	count: number;
	perThousand: number | null;
	/** Of those whose figures are in order; null when there are too few. */
	spread: Spread | null;
	standing: Standing | null;
}

const kindOf = (measure: Measure) => measure.split('.')[0] as 'organisation' | 'venue' | 'activity';

/** Measures of a municipality, each beside how it lies among others. */
export function compared(measures: readonly Measure[], own: Judged, peers: readonly Judged[]): Comparison[] {
	return measures.map((measure) => {
		const usable = peers.filter((peer) => isUsable(kindOf(measure), peer));
		const rates = usable.flatMap((peer) => perThousand(figure(peer.tally, measure), peer.population) ?? []);
		const count = figure(own.tally, measure);
		const rate = perThousand(count, own.population);
		const spread = rates.length < LEAST_COMPARED ? null : spreadOf(rates);
		return {
			measure,
			count,
			perThousand: rate,
			spread,
			standing: spread && rate !== null ? standingIn(rate, spread) : null,
		};
	});
}

/** A share of the others from which what they have is said to be missing here. */
const MOST = 0.75;

/**
 * Of some measures, those that nothing here counts under though most of the others have them, what most have first. Only
 * where the figures are in order can one say that something is missing; else none.
 */
export function missingHere(
	measures: readonly Measure[],
	own: Judged,
	peers: readonly Judged[],
	basis: Basis,
): { measure: Measure; have: number; of: number }[] {
	if (basis !== 'sound' && basis !== 'few') return [];
	return measures
		.flatMap((measure) => {
			const usable = peers.filter((peer) => isUsable(kindOf(measure), peer));
			const have = usable.filter(({ tally }) => figure(tally, measure) > 0).length;
			const lacks = figure(own.tally, measure) === 0 && usable.length >= LEAST_COMPARED;
			return lacks && have >= usable.length * MOST ? [{ measure, have, of: usable.length }] : [];
		})
		.sort((a, b) => b.have - a.have);
}
