import { setTimeout } from 'node:timers/promises';

/** Milliseconds of each request, by what it was for. */
export type Times = Record<string, number[]>;

/** A browser without JavaScript: it opens pages and sends their forms. */
export class Client {
	readonly #origin: string;
	readonly #cookie: string;
	readonly #times: Times;
	/** What was shown that should not have been: a status, and where. */
	readonly errors: string[] = [];

	constructor(origin: string, cookie: string, times: Times) {
		this.#origin = origin;
		this.#cookie = cookie;
		this.#times = times;
	}

	/** Opens a page. */
	get(what: string, path: string): Promise<{ status: number; location: string; html: string }> {
		return this.#ask(what, path, {});
	}

	/** Sends a form. `expected`: statuses beside a redirect that are no error. */
	post(what: string, path: string, form: Record<string, string>, expected: number[] = []) {
		return this.#ask(what, path, { method: 'POST', body: new URLSearchParams(form) }, expected);
	}

	async #ask(what: string, path: string, init: RequestInit, expected: number[] = []) {
		const began = performance.now();
		const headers = { cookie: this.#cookie, origin: this.#origin, accept: 'text/html' };
		const response = await fetch(this.#origin + path, { ...init, headers, redirect: 'manual' });
		const html = await response.text();
		const list = this.#times[what] ?? [];
		this.#times[what] = list;
		list.push(performance.now() - began);
		const { status } = response;
		if (status >= 400 && !expected.includes(status)) this.errors.push(`${status} ${what} ${path}`);
		return { status, location: response.headers.get('location') ?? '', html };
	}
}

type Fields = Record<string, string | null>;

/** A page's form to change an entry: what stands in its fields, and what stood there when it was made. */
export function formIn(html: string): { values: Record<string, string>; seen: Fields } {
	const values: Record<string, string> = {};
	for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
		const name = /\bname="([^"]*)"/.exec(tag)?.[1];
		if (name) values[name] = unmarked(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '');
	}
	for (const [, name, text] of html.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g))
		values[name!] = unmarked(text!);
	const { seen, ...fields } = values;
	if (seen === undefined) throw new Error('There is no form.');
	return { values: fields, seen: JSON.parse(seen) as Fields };
}

const marks: Record<string, string> = { quot: '"', lt: '<', gt: '>', '#39': "'", amp: '&' };
const unmarked = (text: string) => text.replace(/&(quot|lt|gt|#39|amp);/g, (_, mark: string) => marks[mark]!);

/** Waits as somebody who reads and types; milliseconds. Null does not wait. */
export const think = async (time: number | null): Promise<void> => {
	if (time !== null) await setTimeout(time * (0.5 + Math.random()));
};
