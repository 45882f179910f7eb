import { type CardFace, cardOf, type Face } from '#domain/face.ts';
import { looksOld } from '#domain/freshness.ts';
import { clock, monthOrYear, shortDay } from '#text/format.ts';
import { m } from '#text/generated/messages.js';

/** What a card shows of a face, in the reader's language: the words on its age are the server's. */
export function cardIn(face: Face, locale: 'sv' | 'en', now: number): CardFace {
	return cardOf(face, noteOf(face, locale, now));
}

/**
 * An item with its next time (unix seconds) in words, "tis 24 nov kl. 18.00". The server's too: to make the formats of
 * dates was a quarter of the time in which a page of cards comes alive.
 */
export function timed<T extends { next: number | null }>(item: T): Omit<T, 'next'> & { next: string | null } {
	const { next } = item;
	return { ...item, next: next === null ? null : `${shortDay(next)} ${m.at_clock({ time: clock(next) })}` };
}

function noteOf({ kind, dormant, confirmedAt }: Face, locale: 'sv' | 'en', now: number): string | null {
	if (dormant) return m.dormant({}, { locale });
	if (confirmedAt === null || !looksOld(kind, confirmedAt, now)) return null;
	return m.card_unconfirmed({ since: monthOrYear(confirmedAt, now, locale) }, { locale });
}
