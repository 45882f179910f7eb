import type { Connection } from './connection.ts';

/** A form sent without an account: from where, of what, and in which words; digests where it could tell of somebody. */
export interface FormSend {
	address: string;
	about: string;
	print: string;
}

/** How many were sent since a time: of any sort, and those that share something with one. */
export interface SendsLike {
	all: number;
	address: number;
	about: number;
	print: number;
	/** The same words of the same thing. */
	same: number;
}

/** What was sent lately without an account. Times in unix seconds. */
export function formSendQueries({ sqlite }: Connection) {
	const add = sqlite.prepare(
		'INSERT INTO form_sends (address, about, print, at) VALUES (@address, @about, @print, @now)',
	);
	const like = sqlite.prepare<[object], SendsLike>(
		`SELECT count(*) AS "all", total(address = @address) AS address, total(about = @about) AS about,
			total(print = @print) AS print, total(print = @print AND about = @about) AS same
		FROM form_sends WHERE at > @since`,
	);
	const forget = sqlite.prepare('DELETE FROM form_sends WHERE at <= ?');
	return {
		add: async (send: FormSend, now: number): Promise<void> => void add.run({ ...send, now }),
		like: async (send: FormSend, since: number): Promise<SendsLike> => like.get({ ...send, since })!,
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
