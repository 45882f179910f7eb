import type { CalendarWeek } from '#domain/weeks.ts';

/** What was understood of times that somebody writes, as it is shown back to them. */
export interface ReadBack {
	/** The line was understood, and can be turned into the questions below it. */
	read: boolean;
	/** What was not understood of what was written, as a sentence; null where all was. */
	told: string | null;
	/** Lines that would be understood, the nearest to what was written first. */
	ideas: string[];
	sentences: string[];
	weeks: CalendarWeek[];
	/** A civil date. */
	today: string;
}

/** What our server reads from the answers of a part as they stand in their form; null when it can't be asked now. */
export async function readBack(address: string, part: string, form: HTMLFormElement, signal: AbortSignal) {
	const body = new URLSearchParams({ part });
	for (const [name, value] of new FormData(form))
		if (name.startsWith(`${part}.`) && typeof value === 'string') body.append(name, value);
	try {
		const response = await fetch(address, { method: 'POST', body, signal });
		return response.ok ? ((await response.json()) as ReadBack) : null;
	} catch {
		return null;
	}
}
