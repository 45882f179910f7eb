/** A letter as it will be read: said in plain text and in HTML alike. */
export interface Letter {
	/** What sort of letter it is, for the log; never shown. */
	kind: string;
	recipient: string;
	subject: string;
	text: string;
	html: string;
	/** Where the recipient can say that they want no more of the kind. */
	unsubscribe?: string | undefined;
	/** Seconds after which it is of no more use. */
	usefulFor: number;
}

/** Signs that turn the direction of what stands around them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A letter as it may be sent: whatever names and words of others are in it, its subject is one line, and nothing in it is
 * turned around.
 */
export function safeToSend<L extends Pick<Letter, 'subject' | 'text' | 'html'>>(letter: L): L {
	const unturned = (text: string) => text.replace(TURNS, '');
	const subject = unturned(letter.subject)
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	return { ...letter, subject, text: unturned(letter.text), html: unturned(letter.html) };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds to the next try after so many that failed: soon at first, then seldom. */
const pauses = [MINUTE / 2, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];

/** When a letter is to be tried again after `tries` that failed, unix seconds; null when it would then be of no use. */
export function nextTry(tries: number, expiresAt: number, now: number): number | null {
	const at = now + (pauses[tries - 1] ?? 12 * HOUR);
	return at < expiresAt ? at : null;
}
