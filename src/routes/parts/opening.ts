import { hoursOf, osmOf } from '#domain/hours.ts';
import { openDays } from '#domain/opening-hours.ts';
import { hoursIn } from '#domain/parts/opening.ts';
import { one, type Typed } from '#domain/parts/part.ts';
import { readDay, readExceptions, readHours } from '#domain/said/hours.ts';
import { weekdays } from '#domain/taxonomies.ts';
import { dateOf } from '#domain/time.ts';
import { type CalendarWeek, weeksFrom } from '#domain/weeks.ts';
import { dayInWords, exceptionInWords, hoursInWords } from '#text/hours.ts';

const WEEKS = 3;

/** What the questions on opening hours are shown with. */
export interface OpeningOffered {
	/** The answers in the reader's own words, by name; the line is empty when it was understood. */
	answers: Record<string, string>;
	holidays: boolean;
	/** Words of the line that were not understood. */
	unread: string[];
	/** Hours that the questions can't show, as they are written. */
	unusual: string | null;
	sentences: string[];
	weeks: CalendarWeek[];
	today: string;
}

/** The answers as the line says them, or as they were typed, with what they mean as sentences and as a calendar. */
export function openingOffered(typed: Typed, now: number): OpeningOffered {
	const today = dateOf(now);
	const said = one(typed, 'opening.said').trim();
	const reading = said ? readHours(said) : null;
	const { hours, wrong } = hoursIn(typed);
	const understood = reading !== null && 'said' in reading;
	const days = weekdays.map((day, place) => {
		const text = one(typed, `opening.${day}`);
		return [`opening.${day}`, said && understood ? shownDay(hours.week[place]!) : ownDay(text)] as const;
	});
	const was = one(typed, 'opening.was');
	const text = osmOf(hours);
	const told = !Object.keys(wrong).length && text !== null;
	return {
		answers: {
			'opening.said': understood ? '' : said,
			'opening.exceptions': ownExceptions(one(typed, 'opening.exceptions')),
			...Object.fromEntries(days),
		},
		holidays: hours.closedOnHolidays,
		unread: reading && 'unread' in reading ? reading.unread : [],
		unusual: was && !hoursOf(was) ? was : null,
		sentences: told
			? [
					...(hours.week.some((day) => day.length) ? [hoursInWords(hours)] : []),
					...hours.exceptions.map(exceptionInWords),
				]
			: [],
		weeks: told ? weeksFrom(today, WEEKS, openDays(text, now, WEEKS * 7)) : [],
		today,
	};
}

const shownDay = (hours: Parameters<typeof dayInWords>[0]) => (hours.length ? dayInWords(hours) : '');

/** What was typed for a day, in the reader's own words where it is understood. */
function ownDay(text: string): string {
	const read = readDay(text);
	return 'said' in read ? shownDay(read.said) : text;
}

function ownExceptions(text: string): string {
	const read = readExceptions(text);
	return 'said' in read ? read.said.map(exceptionInWords).join('\n') : text;
}
