import { same } from '../change.ts';
import { Invalid } from '../errors.ts';
import { type DateOfYear, type DayHours, type Hours, type HoursException, hoursOf, osmOf } from '../hours.ts';
import { readDay, readExceptions, readHours } from '../said/hours.ts';
import { type Weekday, weekdays } from '../taxonomies.ts';
import { one, type Part, type Typed } from './part.ts';

const names = ['said', 'was', 'clear', 'holidays', 'exceptions', ...weekdays].map((name) => `opening.${name}`);

/**
 * When a place is open: a line in people's words, which takes the place of the week, or each day for itself, and certain
 * dates. Hours that the questions can't show stay as they are (`was`) until others are given.
 */
export const opening: Part = {
	asks: (name) => names.includes(name),
	owns: (field) => field === 'openingHours',
	typed: ({ openingHours }) => typedHours((openingHours as string | null) ?? ''),
	read: (typed) => {
		const was = one(typed, 'opening.was').trim();
		if (one(typed, 'opening.clear')) return { openingHours: null };
		const { hours, wrong } = hoursIn(typed);
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		const shown = was ? hoursOf(was) : null;
		const text = osmOf(hours);
		if (was && (shown ? same(shown, hours) : !text)) return { openingHours: was.slice(0, 500) };
		if (text && text.length > 500) throw new Invalid({ 'opening.exceptions': 'long' });
		return { openingHours: text };
	},
};

const dayName = (day: Weekday) => `opening.${day}`;

function typedHours(was: string): Typed {
	const hours = was ? hoursOf(was) : null;
	const week = hours?.week ?? weekdays.map((): DayHours => []);
	return {
		'opening.said': [''],
		'opening.was': [was],
		'opening.holidays': hours?.closedOnHolidays ? ['yes'] : [],
		'opening.exceptions': [(hours?.exceptions ?? []).map(exceptionText).join('\n')],
		...Object.fromEntries(weekdays.map((day, place) => [dayName(day), [dayText(week[place]!)]])),
	};
}

/** As `readDay` and `readExceptions` read them again, in neither reader's language: the page says them in its own. */
const dayText = (hours: DayHours) =>
	hours === 'appointment' ? 'by appointment' : hours.map(({ from, to }) => `${from}-${to}`).join(', ');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dateText = ({ year, month, day }: DateOfYear) => [day, MONTHS[month - 1], year].filter(Boolean).join(' ');
const exceptionText = ({ from, to, hours }: HoursException) =>
	`${dateText(from)}${to ? ` - ${dateText(to)}` : ''}: ${dayText(hours) || 'closed'}`;

/** What was typed as hours, and by name what could not be read. */
export function hoursIn(typed: Typed): { hours: Hours; wrong: Record<string, string> } {
	const wrong: Record<string, string> = {};
	const said = one(typed, 'opening.said').trim();
	const read = said ? readHours(said) : null;
	if (read && 'unread' in read) wrong['opening.said'] = 'unread';
	const dated = readExceptions(one(typed, 'opening.exceptions'));
	if ('unread' in dated) wrong['opening.exceptions'] = 'unread';
	const week = weekdays.map((day) => {
		if (said) return [];
		const hours = readDay(one(typed, dayName(day)));
		if ('unread' in hours) wrong[dayName(day)] = 'unread';
		return 'said' in hours ? hours.said : [];
	});
	const ofWeek = read && 'said' in read ? read.said : null;
	return {
		hours: {
			week: ofWeek?.week ?? week,
			closedOnHolidays: one(typed, 'opening.holidays') === 'yes' || ofWeek?.closedOnHolidays === true,
			exceptions: 'said' in dated ? dated.said : [],
		},
		wrong,
	};
}
