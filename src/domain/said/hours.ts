import { clockAt } from '../civil-date.ts';
import type { DateOfYear, DayHours, Hours, HoursException, Span } from '../hours.ts';
import { weekdays } from '../taxonomies.ts';
import { type SaidDate, type Token, tokensOf } from './tokens.ts';

/** What was understood, or words that were not. */
export type Said<T> = { said: T } | { unread: string[] };

const refused = <T>(text: string): Said<T> => ({ unread: [text.trim().slice(0, 80)] });
const spanFrom = ({ from, to }: { from: number; to: number }): Span => ({
	from: clockAt(from),
	to: to === 1440 ? '24:00' : clockAt(to),
});

/** A day's hours, from "9-12 och 13-17", "stängt", "by appointment"; nothing at all is closed. */
export function readDay(text: string): Said<DayHours> {
	const { tokens, unread } = tokensOf(text.slice(0, 200), 'hours');
	if (unread.length) return { unread };
	const hours = spokenOf(tokens.filter(isTold));
	return hours ? { said: hours } : refused(text);
}

/** Pieces that say something; a dash by itself is a day that is closed. */
const isTold = (token: Token) => token.is !== 'nothing' && !(token.is === 'mode' && token.mode === 'until');

function spokenOf(tokens: readonly Token[]): DayHours | null {
	const spans = tokens.flatMap((token) => (token.is === 'span' ? [spanFrom(token)] : []));
	if (spans.length === tokens.length) return inOrder(spans) ? spans : null;
	if (tokens.length !== 1) return null;
	if (tokens[0]!.is === 'closed') return [];
	return tokens[0]!.is === 'appointment' ? 'appointment' : null;
}

/** Each span after the one before it, and only the last over midnight. */
const inOrder = (spans: readonly Span[]) =>
	spans.every(({ from, to }, place) => {
		const next = spans[place + 1];
		return !next || (from < to && to <= next.from);
	});

/** Hours on dates, one a line: "24 december stängt", "1 juli-15 augusti 10-14". Without a year they are every year's. */
export function readExceptions(text: string): Said<HoursException[]> {
	const found: HoursException[] = [];
	for (const line of text.slice(0, 4000).split(/[\n;]/)) {
		if (!line.trim()) continue;
		const { tokens, unread } = tokensOf(line, 'hours');
		if (unread.length) return { unread };
		const dates = tokens.flatMap((token) => (token.is === 'date' ? [token.date] : []));
		const hours = spokenOf(tokens.filter((token) => isTold(token) && token.is !== 'date'));
		const [from, to] = dates.map(dateOfYear);
		if (!from || dates.length > 2 || !hours || tokens.every((token) => token.is === 'date')) return refused(line);
		const last = to && { ...to, year: to.year ?? from.year };
		const first = { ...from, year: from.year ?? last?.year ?? null };
		found.push({ from: first, to: last ?? null, hours });
	}
	return { said: found };
}

const dateOfYear = ({ year, month, day }: SaidDate): DateOfYear => ({ year, month, day });

/**
 * A week's hours from a sentence: "vardagar 9-17, lördagar 10-14, stängt på röda dagar". Days that are not spoken of
 * are closed.
 */
export function readHours(text: string): Said<Hours> {
	const { tokens, unread } = tokensOf(text.slice(0, 1000), 'hours');
	if (unread.length) return { unread };
	const heard = new HoursListener();
	for (const token of tokens) if (!heard.take(token)) return refused(text);
	const hours = heard.hours();
	return hours ? { said: hours } : refused(text);
}

/** Takes the pieces one by one: days, then what holds for them; or the other way round. */
class HoursListener {
	readonly #week = new Map<number, DayHours>();
	#days: number[] = [];
	#spans: Span[] = [];
	/** What was said before any day: "stängt måndagar". */
	#ahead: DayHours | null = null;
	#holidays = false;
	#closedOnHolidays = false;

	/** False for a piece that hours are not made of. */
	take(token: Token): boolean {
		switch (token.is) {
			case 'days':
				return this.#takeDays(token.days.map((day) => weekdays.indexOf(day)));
			case 'holidays':
				this.#settle();
				if (this.#ahead !== null && !this.#ahead.length) this.#closedOnHolidays = true;
				else this.#holidays = true;
				this.#ahead = null;
				return true;
			case 'not_holidays':
				this.#closedOnHolidays = true;
				return true;
			case 'span':
				this.#spans.push(spanFrom(token));
				return true;
			case 'closed':
			case 'appointment':
				return this.#takeWord(token.is === 'closed' ? [] : 'appointment');
			case 'unit':
				this.#settle();
				this.#days = [0, 1, 2, 3, 4, 5, 6].filter((day) => !this.#week.has(day));
				return token.unit === 'day';
			case 'each':
				return token.each === 1;
			case 'mode':
				return token.mode === 'also';
			case 'break':
			case 'nothing':
				return true;
			default:
				return false;
		}
	}

	/** The week; null when no hours were said. */
	hours(): Hours | null {
		this.#settle();
		// "Efter överenskommelse", and no more, is said of every day.
		if (!this.#week.size && this.#ahead === 'appointment') this.#set([0, 1, 2, 3, 4, 5, 6], 'appointment');
		// So are hours that no day is named for.
		if (!this.#week.size && !this.#days.length) this.#set([0, 1, 2, 3, 4, 5, 6], this.#spans.splice(0));
		const week = weekdays.map((_, day) => this.#week.get(day) ?? []);
		if (this.#days.length || this.#spans.length || this.#holidays || !week.some((day) => day.length)) return null;
		return { week, closedOnHolidays: this.#closedOnHolidays, exceptions: [] };
	}

	#takeDays(days: number[]): boolean {
		if (this.#ahead !== null) {
			this.#set(days, this.#ahead);
			this.#days = [];
			return true;
		}
		if (this.#spans.length && !this.#days.length) {
			// "9-17 vardagar": the hours stand first.
			this.#set(days, this.#spans);
			this.#spans = [];
			return true;
		}
		this.#settle();
		this.#days.push(...days);
		return true;
	}

	#takeWord(hours: DayHours): boolean {
		if (this.#spans.length) this.#settle();
		if (this.#holidays) {
			if (hours.length) return false;
			this.#closedOnHolidays = true;
			this.#holidays = false;
			return true;
		}
		if (!this.#days.length) this.#ahead = hours;
		else this.#set(this.#days.splice(0), hours);
		return true;
	}

	#settle(): void {
		if (!this.#days.length || !this.#spans.length) return;
		this.#set(this.#days.splice(0), this.#spans.splice(0));
		this.#ahead = null;
	}

	#set(days: readonly number[], hours: DayHours): void {
		for (const day of days) this.#week.set(day, hours === 'appointment' ? hours : [...hours]);
	}
}
