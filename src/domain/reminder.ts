import type { Cared } from '../store/freshness.ts';
import type { Store } from '../store/open.ts';
import { momentsOf, reached } from './freshness.ts';
import type { Letter } from './letter.ts';
import type { Person } from './person.ts';
import { signed } from './signed.ts';
import { signingKeys } from './signing-keys.ts';
import { civil } from './time.ts';

const DAY = 86_400;
/** Seconds from one letter about an entry to the next, and from any letter to somebody to the next to them. */
const ANSWERED = 21 * DAY;
const RESTED = 14 * DAY;
/** What falls due so soon is asked about along with what is due: one letter rather than two. */
const AHEAD = 30 * DAY;
/** So many entries in one letter; the others come with the next. */
const MOST = 40;
/** A link in a letter holds for so long; the one that stops letters for longer. */
export const LINK_HOLDS = 60 * DAY;
const STOP_HOLDS = 400 * DAY;
/** People looked for at a time. */
const PAGE = 200;

/** An entry that a letter asks about, for the first or the second time. */
export interface Asked extends Cared {
	next: 1 | 2;
}

/** What a link in a letter says of itself, and is signed for. Short names: it stands in an address. */
export interface LinkPayload {
	use: 'right' | 'stop';
	person: number;
	listings: number[];
	/** When it was written, and until when it holds; unix seconds. */
	at: number;
	until: number;
}

/** What there is to be written: tokens, of all entries together, of each, and of "no more letters". */
export interface Reminder {
	person: Person;
	asked: (Asked & { token: string })[];
	all: string;
	stop: string;
}

/** How much of what somebody looks after one letter asks now: nothing unless something is due. */
export function toAskNow(cared: readonly Cared[], lastLetter: number | null, now: number): Asked[] {
	if (lastLetter !== null && now - lastLetter < RESTED) return [];
	const nextOf = ({ kind, since, step, askedAt, asks }: Cared): { next: 1 | 2; due: number } | null => {
		if (!asks || step === 2) return null;
		const { due } = momentsOf(kind, since);
		// Who was asked ahead of time, along with something else, has until then.
		return step === 1 ? { next: 2, due: Math.max(due, askedAt! + ANSWERED) } : { next: 1, due };
	};
	const open = cared.flatMap((entry) => {
		const found = nextOf(entry);
		return found ? [{ ...entry, ...found }] : [];
	});
	if (!open.some(({ due }) => due <= now)) return [];
	return open
		.filter(({ next, due }) => due <= now || (next === 1 && due <= now + AHEAD))
		.sort((a, b) => a.due - b.due)
		.slice(0, MOST)
		.map(({ due: _due, ...asked }) => asked);
}

/** Letters that ask for something come when people are at their desks: on weekdays between eight and five. */
export function isTimeToAsk(now: number): boolean {
	const { dayOfWeek, hour } = civil(now);
	return dayOfWeek <= 5 && hour >= 8 && hour < 17;
}

/**
 * Asks everybody who looks after something that is due, each in one letter. What was asked and the letter are kept in one
 * transaction: however many processes do this, and wherever one is killed, each step is taken once. Gives how many letters.
 */
export async function remind(store: Store, now: number, letter: (to: Reminder) => Letter): Promise<number> {
	const [key] = await signingKeys(store, now);
	const times = { now, answered: now - ANSWERED, rested: now - RESTED, most: PAGE };
	let letters = 0;
	for (let after = 0; ; ) {
		const people = await store.freshness.toAsk(reached('due', now), { ...times, after });
		for (const person of people) if (await remindOne(person)) letters++;
		if (people.length < PAGE) return letters;
		after = people.at(-1)!;
	}

	function remindOne(id: number): Promise<boolean> {
		return store.transaction(async (tx) => {
			const person = await tx.people.get(id);
			if (!person || (await tx.freshness.stoppedAt(id)) !== null) return false;
			const cared = await tx.freshness.cared(id, person.locale, now);
			const asked = toAskNow(cared, await tx.freshness.lastTo(id), now);
			if (!asked.length) return false;
			for (const { id: listing, since, next } of asked)
				await tx.freshness.remember({ listing, person: id, since, step: next }, now);
			const link = (use: LinkPayload['use'], listings: number[], holds: number) =>
				signed({ use, person: id, listings, at: now, until: now + holds } satisfies LinkPayload, key);
			const right = (listings: number[]) => link('right', listings, LINK_HOLDS);
			const withTokens = [];
			for (const one of asked) withTokens.push({ ...one, token: await right([one.id]) });
			const all = await right(asked.map((one) => one.id));
			await tx.outbox.add(letter({ person, asked: withTokens, all, stop: await link('stop', [], STOP_HOLDS) }), now);
			return true;
		});
	}
}

/** What somebody was asked is forgotten after two years. */
export const forgetReminders = (store: Store, now: number): Promise<void> =>
	store.transaction((tx) => tx.freshness.forgetBefore(now - 2 * 365 * DAY));
