import type { ReadBack } from '#components/parts/read-back.ts';
import { hoursOf, osmOf } from '#domain/hours.ts';
import { openDays } from '#domain/opening-hours.ts';
import { hoursIn } from '#domain/parts/opening.ts';
import { one, type Typed } from '#domain/parts/part.ts';
import { readDay, readExceptions, readHours, type Said } from '#domain/said/hours.ts';
import { weekdays } from '#domain/taxonomies.ts';
import { dateOf } from '#domain/time.ts';
import { weeksFrom } from '#domain/weeks.ts';
import { upperFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { dayInWords, exceptionInWords, hoursInWords } from '#text/hours.ts';
import { weekdayLabel } from '#text/labels.ts';
import { nearest, without } from './ideas.ts';

const WEEKS = 3;

/** What the questions on opening hours are shown with. */
export interface OpeningOffered extends ReadBack {
	/** The answers in the reader's own words, by name; the line is empty when it was understood. */
	answers: Record<string, string>;
	holidays: boolean;
	/** Hours that the questions can't show, as they are written. */
	unusual: string | null;
}

/** The answers as the line says them, or as they were typed, with what they mean as sentences and as a calendar. */
export function openingOffered(typed: Typed, now: number): OpeningOffered {
	const today = dateOf(now);
	const said = one(typed, 'opening.said').trim();
	const reading = said ? readHours(said) : null;
	const { hours, wrong } = hoursIn(typed);
	const understoodLine = reading !== null && 'said' in reading;
	const days = weekdays.map((day, place) => {
		const text = one(typed, `opening.${day}`);
		return [`opening.${day}`, said && understoodLine ? shownDay(hours.week[place]!) : ownDay(text)] as const;
	});
	const was = one(typed, 'opening.was');
	const text = osmOf(hours);
	const told = !Object.keys(wrong).length && text !== null;
	return {
		answers: {
			'opening.said': understoodLine ? '' : said,
			'opening.exceptions': ownExceptions(one(typed, 'opening.exceptions')),
			...Object.fromEntries(days),
		},
		holidays: hours.closedOnHolidays,
		read: understoodLine,
		...lineBack(said, reading, wrong),
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

/** What can't be read, with lines that would be understood: what was written made whole where that is enough, else others. */
function lineBack(
	said: string,
	reading: Said<unknown> | null,
	wrong: Record<string, string>,
): Pick<ReadBack, 'told' | 'ideas'> {
	const examples = [m.opening_example_week(), m.opening_example_days(), m.opening_example_asked()];
	if (!reading || 'said' in reading) return { told: dayBack(wrong), ideas: said ? [] : examples };
	const timed = m.opening_idea_time({ said });
	const whole = nearest([timed], sentenceOf);
	if (whole.length) return { told: m.opening_no_time(), ideas: whole };
	const rest = without(said, reading.unread);
	const near = rest ? nearest([rest, m.opening_idea_time({ said: rest })], sentenceOf) : [];
	return {
		told: m.when_unread({ words: reading.unread.join(', ') }),
		ideas: near.length ? near : examples,
	};
}

/** A line in our own words, as it is understood; null when it is not. */
function sentenceOf(line: string): string | null {
	const reading = readHours(line);
	return 'said' in reading ? hoursInWords(reading.said) : null;
}

/** The first of the days, or the dates, that can't be read. */
function dayBack(wrong: Record<string, string>): string | null {
	const day = weekdays.find((one) => wrong[`opening.${one}`]);
	if (day) return m.opening_day_told({ day: upperFirst(weekdayLabel(day)), told: m.opening_day_wrong() });
	return wrong['opening.exceptions'] ? m.opening_exceptions_wrong() : null;
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
