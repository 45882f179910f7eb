/**
 * The few ways in which a request can be refused. Each carries a key and data, never a sentence:
 * the doors (api, routes, cli) turn it into HTTP or words, each in exactly one file.
 */
export abstract class Refusal extends Error {
	abstract readonly status: number;
	/** Which kind it is; pages and server are bundled apart, so that one kind can be two classes. */
	readonly refusal: string;
	/** A key of the text files, never shown as it is. */
	readonly key: string;
	readonly data: Readonly<Record<string, string | number>>;
	constructor(key: string, data: Record<string, string | number> = {}) {
		super(key);
		this.refusal = (new.target as unknown as { called: string }).called;
		this.name = this.refusal;
		this.key = key;
		this.data = data;
	}
	static called = 'Refusal';
	static [Symbol.hasInstance](value: unknown): boolean {
		const kind = (value as { refusal?: unknown } | null)?.refusal;
		return typeof kind === 'string' && (this.called === 'Refusal' || this.called === kind);
	}
}

/** What was asked for does not exist, or is not the asker's to see. */
export class NotFound extends Refusal {
	static override called = 'NotFound';
	readonly status = 404;
}

/** It clashes with what already stands. */
export class Conflict extends Refusal {
	static override called = 'Conflict';
	readonly status = 409;
}

/** One reason for each wrong field: `{ radius: 'too_big' }`. */
export class Invalid extends Refusal {
	static override called = 'Invalid';
	readonly status = 400;
	readonly fields: Readonly<Record<string, string>>;
	constructor(fields: Record<string, string>) {
		super('invalid');
		this.fields = fields;
	}
}

/** The store can't take the write now (disk full, locked by another process); trying again later may work. */
export class Unavailable extends Refusal {
	static override called = 'Unavailable';
	readonly status = 503;
}
