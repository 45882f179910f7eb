import type { FormSend } from '../store/form-sends.ts';
import type { Queries, Store } from '../store/open.ts';
import { Invalid } from './errors.ts';
import { keyed, readForm } from './form-token.ts';
import { digest } from './secret.ts';

/** What comes with a form that needs no account. */
export interface Sender {
	/** The token that `makeForm` gave. */
	form: unknown;
	/** A field that nobody sees. */
	website: unknown;
	/** The network address that it came from. */
	address: string;
}

/** A form is not filled in quicker than this by a person; seconds. */
const LEAST_SECONDS = 3;
const DAY = 86_400;

/** So many in a day: from one network address (a library, a school), of one thing, in the same words anywhere, and of all. */
export const sendLimits = { address: 20, about: 10, print: 3, all: 2000 } as const;

/**
 * What is known of a form before it is kept: its secret, and what it is counted by. Whoever is refused gets the form back
 * with what they wrote: a robot learns nothing by it, and a person loses nothing. Throws `Invalid`: `form: robot | old | quick`.
 */
export async function fromPerson(store: Store, about: string, sender: Sender, words: string, now: number) {
	const form = await filledIn(store, about, sender, now);
	const print = words
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	const address = await keyed(store, networkOf(sender.address), now);
	return {
		secret: form.secret,
		follow: await digest(form.secret),
		send: { address, about, print: await digest(print) },
	};
}

/** The form of somebody who filled it in as people do: one that we gave, not at once, without what nobody sees. */
export async function filledIn(store: Store, about: string, sender: Pick<Sender, 'form' | 'website'>, now: number) {
	if (sender.website) throw new Invalid({ form: 'robot' });
	const form = await readForm(store, about, sender.form, now);
	if (!form) throw new Invalid({ form: 'old' });
	if (now - form.made < LEAST_SECONDS) throw new Invalid({ form: 'quick' });
	return form;
}

/** Counts a form as sent. Throws `Invalid`: `form: same` (the same words of the same thing) or `too_many`. */
export async function countSend(tx: Queries, send: FormSend, now: number): Promise<void> {
	const sent = await tx.formSends.like(send, now - DAY);
	if (sent.same > 0) throw new Invalid({ form: 'same' });
	const full = (Object.keys(sendLimits) as (keyof typeof sendLimits)[]).some((what) => sent[what] >= sendLimits[what]);
	if (full) throw new Invalid({ form: 'too_many' });
	await tx.formSends.add(send, now);
}

/** Forgets what was counted, after a day. */
export const forgetSends = (store: Store, now: number): Promise<void> =>
	store.transaction((tx) => tx.formSends.forgetBefore(now - DAY));

/** What one subscriber has of addresses: one of IPv4, a /64 of IPv6. */
export function networkOf(address: string): string {
	const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (four) return four[1]!;
	const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
	const parts = (text: string) => (text ? text.split(':') : []);
	const [before, after] = [parts(head), parts(tail ?? '')];
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':');
}
