import type { Letter } from '../domain/letter.ts';
import { listingPath } from '../domain/paths.ts';
import { LINK_HOLDS, type Reminder } from '../domain/reminder.ts';
import { m } from '../text/generated/messages.js';
import { localizeHref } from '../text/generated/runtime.js';
import { onPaper } from './paper.ts';

const month = (second: number, locale: 'sv' | 'en') =>
	new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		timeZone: 'Europe/Stockholm',
		month: 'long',
		year: 'numeric',
	}).format(second * 1000);

/**
 * "Is it still right?": all of somebody's entries that are due, in one letter. `address` makes a path within the site an
 * absolute address.
 */
export function reminderLetter({ person, asked, all, stop }: Reminder, address: (path: string) => string): Letter {
	const { locale } = person;
	const say = { locale };
	const at = (path: string, token?: string) =>
		address(localizeHref(path, say) + (token ? `?nyckel=${encodeURIComponent(token)}` : ''));
	const [first] = asked;
	const again = asked.every(({ next }) => next === 2);
	const named = { name: first!.name, count: asked.length };
	const subjects = again
		? [m.mail_reminder_again_one, m.mail_reminder_again_many]
		: [m.mail_reminder_one, m.mail_reminder_many];
	const subject = subjects[asked.length === 1 ? 0 : 1]!(named, say);
	const noted = (confirmedAt: number | null) =>
		confirmedAt === null
			? m.mail_reminder_never({}, say)
			: m.mail_reminder_confirmed({ month: month(confirmedAt, locale) }, say);
	const unsubscribe = at('/paminnelse/nej', stop);
	return {
		kind: 'reminder',
		recipient: person.email,
		subject,
		...onPaper({
			locale,
			title: subject,
			before: [m.mail_reminder_lead({}, say), ...(again ? [m.mail_reminder_else({}, say)] : [])],
			...(asked.length > 1
				? { button: { label: m.mail_reminder_all({ count: asked.length }, say), href: at('/paminnelse', all) } }
				: {}),
			entries: asked.map(({ kind, slug, name, confirmedAt, token }) => ({
				name,
				note: noted(confirmedAt),
				links: [
					{ label: m.reminder_right({}, say), href: at('/paminnelse', token) },
					{ label: m.reminder_change({}, say), href: at(`${listingPath(kind, slug)}/andra`) },
					{ label: m.reminder_closed({}, say), href: at('/paminnelse/stangd', token) },
				],
			})),
			after: [m.mail_reminder_hint({}, say)],
			why: m.mail_reminder_why({}, say),
			stop: { label: m.mail_reminder_stop({}, say), href: unsubscribe },
		}),
		unsubscribe,
		usefulFor: LINK_HOLDS / 4,
	};
}
