import type { Store } from '../store/open.ts';
import type { Actor } from './person.ts';
import { digest, randomToken } from './secret.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a session lasts without being used, and at most, in seconds. For who sees what others have told as OWASP ASVS 4.0.3
 * has it for level 2 (3.3.2).
 */
export const limits = {
	person: { idle: 30 * DAY, most: 180 * DAY },
	staff: { idle: 30 * MINUTE, most: 12 * HOUR },
} as const;

/** How long a device has to answer with a passkey: a page that offers keys in its field may stand open for a while. */
export const PASSKEY_MINUTES = 10;

/** How long somebody may be away at their municipality's own sign-in. */
export const OPENID_MINUTES = 15;

/** What is sensitive is done by who has shown who they are within so many minutes (OWASP ASVS 4.0.3, 3.7.1). */
export const PROVED_MINUTES = 15;

/** Whether somebody has shown lately who they are: a browser left open is not enough for all. Times in unix seconds. */
export const provedLately = (provedAt: number, now: number): boolean => now - provedAt < PROVED_MINUTES * MINUTE;

const ROTATE = DAY;
/** Requests that were under way when the secret changed still show the one before. */
const GRACE = MINUTE;
/** That a session is used is noted no oftener than this: each note is a write, and half an hour has to be told from less. */
const NOTE = { person: 10 * MINUTE, staff: MINUTE };

/** How somebody signed in: by a code in a letter, a key, or as their municipality vouches for them. */
export type SignInWay = 'letter' | 'passkey' | 'municipality';

export interface SignedIn {
	actor: Actor;
	session: number;
	way: SignInWay;
	/** When they showed who they are, in unix seconds. */
	provedAt: number;
	/** A new secret for the browser to keep from now on. */
	rotated?: string;
}

const staff = new Set(['reviewer', 'administrator', 'operator']);

/** Whether somebody works for others: reviews, administrates or runs the instance. */
export const isStaff = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some(({ role }) => staff.has(role));

/**
 * Who is behind a browser's secret, or null. Notes that the session is used, and changes its secret once a day. `digestOf`: the
 * same as `digest`, where the platform does it at once.
 */
export async function sessionOf(
	store: Store,
	token: string,
	now: number,
	digestOf: (secret: string) => string | Promise<string> = digest,
): Promise<SignedIn | null> {
	const shown = await digestOf(token);
	const found = await store.sessions.byToken(shown);
	if (!found) return null;
	const actor = await store.people.actor(found.person);
	if (!actor) return null;
	const sort = isStaff(actor) ? 'staff' : 'person';
	const { idle, most } = limits[sort];
	if (now - found.seenAt >= idle || now - found.createdAt >= most) {
		await store.transaction((tx) => tx.sessions.end(found.id, found.person));
		return null;
	}
	const signedIn = { actor, session: found.id, way: found.way, provedAt: found.provedAt };
	const age = now - found.rotatedAt;
	// A day old; or the new secret never reached the browser, which still shows the one before.
	if (shown === found.token ? age >= ROTATE : age >= GRACE) {
		const rotated = randomToken();
		const fresh = await digest(rotated);
		const mine = await store.transaction((tx) => tx.sessions.rotate(found, fresh, shown, now));
		return mine ? { ...signedIn, rotated } : signedIn;
	}
	const arrived = found.previous !== null && shown === found.token;
	if (arrived || now - found.seenAt >= NOTE[sort])
		await store.transaction((tx) => tx.sessions.note(found.id, now, arrived));
	return signedIn;
}

/** "Firefox, Windows": enough for somebody to know their own browsers by, and no more. */
export function agentOf(header: string | null): string {
	const text = header ?? '';
	const first = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(text))?.[1];
	const browser = first([
		[/Edg(e|A|iOS)?\//, 'Edge'],
		[/OPR\//, 'Opera'],
		[/SamsungBrowser\//, 'Samsung Internet'],
		[/Firefox\/|FxiOS\//, 'Firefox'],
		[/Chrome\/|CriOS\//, 'Chrome'],
		[/Safari\//, 'Safari'],
	]);
	const system = first([
		[/iPhone|iPad/, 'iOS'],
		[/Android/, 'Android'],
		[/Windows/, 'Windows'],
		[/Mac OS X|Macintosh/, 'macOS'],
		[/CrOS/, 'ChromeOS'],
		[/Linux/, 'Linux'],
	]);
	return [browser, system].filter(Boolean).join(', ');
}
