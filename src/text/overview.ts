import { m } from './generated/messages.js';

/** What a picture of the map shows, in words: how much, and around which settlement most of it is, if it has one. */
export function overviewSaid(
	count: number,
	most: { place: string | null; count: number },
	locale: 'sv' | 'en',
): string {
	const number = (value: number) => value.toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB');
	if (count === 0) return m.overview_none({}, { locale });
	const said = { count, shown: number(count) };
	const { place } = most;
	if (!place) return m.overview_some(said, { locale });
	if (most.count === count) return m.overview_all({ ...said, place }, { locale });
	return m.overview_most({ ...said, place, most: number(most.count) }, { locale });
}
