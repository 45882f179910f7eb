import { type CardFace, cardOf, type Face } from '#domain/face.ts';
import { looksOld } from '#domain/freshness.ts';
import { civil } from '#domain/time.ts';
import { m } from '#text/generated/messages.js';

/** What a card shows of a face, in the reader's language: the words on its age are the server's. */
export function cardIn(face: Face, locale: 'sv' | 'en', now: number): CardFace {
	return cardOf(face, noteOf(face, locale, now));
}

function noteOf({ kind, dormant, confirmedAt }: Face, locale: 'sv' | 'en', now: number): string | null {
	if (dormant) return m.dormant({}, { locale });
	if (confirmedAt === null || !looksOld(kind, confirmedAt, now)) return null;
	return m.card_unconfirmed({ year: civil(confirmedAt).year }, { locale });
}
