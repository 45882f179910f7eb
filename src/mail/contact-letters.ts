import type { AgainLetter } from '../domain/consent.ts';
import { ANSWER_DAYS, type ContactLetter } from '../domain/contact-person.ts';
import type { Letter } from '../domain/letter.ts';
import { m } from '../text/generated/messages.js';
import { localizeHref } from '../text/generated/runtime.js';
import { type Locale, onPaper } from './paper.ts';

const DAY = 24 * 3600;
type To = Parameters<ContactLetter>[0];

const date = (second: number, locale: Locale) =>
	new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		timeZone: 'Europe/Stockholm',
		...{ day: 'numeric', month: 'long', year: 'numeric' },
	}).format(second * 1000);

const nameIn = ({ contact: { locale }, listing }: To) => listing.texts[locale]?.name ?? listing.name;

/** "May we show you as a contact person?", with all that would be shown. `by`: who asks. `address` makes a path a whole one. */
export function contactLetter(to: To, by: string, address: (path: string) => string): Letter {
	const { locale, email } = to.contact;
	const say = { locale };
	const what = nameIn(to);
	const subject = m.mail_contact_subject({ what }, say);
	return {
		...{ kind: 'contact.ask', recipient: email, subject, usefulFor: 7 * DAY },
		...written(to, address, {
			...{ locale, title: subject },
			before: [m.mail_contact_asks({ by, what }, say)],
			after: [
				m.mail_contact_nothing({ days: ANSWER_DAYS }, say),
				m.mail_contact_keep({}, say),
				m.mail_contact_not({}, say),
			],
			why: m.mail_contact_why({}, say),
		}),
	};
}

/** "Do you want to go on?", a month before a yes lapses. */
export function contactAgainLetter(to: Parameters<AgainLetter>[0], address: (path: string) => string): Letter {
	const { locale, email } = to.contact;
	const say = { locale };
	const what = nameIn(to);
	const subject = m.mail_contact_again_subject({ what }, say);
	return {
		...{ kind: 'contact.again', recipient: email, subject, usefulFor: 14 * DAY },
		...written(to, address, {
			...{ locale, title: subject },
			before: [m.mail_contact_again({ what, time: date(to.until, locale) }, say)],
			after: [m.mail_contact_again_nothing({}, say), m.mail_contact_keep({}, say)],
			why: m.mail_contact_again_why({}, say),
		}),
	};
}

function written(
	{ contact: { locale }, view, token }: To,
	address: (path: string) => string,
	content: Omit<Parameters<typeof onPaper>[0], 'button' | 'entries' | 'stop'>,
) {
	const say = { locale };
	const href = address(`${localizeHref('/kontaktperson', say)}?nyckel=${encodeURIComponent(token)}`);
	const { name, role, phone, email } = view;
	const paper = onPaper({
		...content,
		entries: [
			{
				name,
				note: [role, phone, email].filter(Boolean).join(', '),
				links: [{ label: m.mail_contact_open({}, say), href }],
			},
		],
		stop: { label: m.mail_contact_stop({}, say), href },
	});
	return { ...paper, unsubscribe: href };
}
