import type { Letter } from '../domain/letter.ts';
import type { Person } from '../domain/person.ts';
import { m } from '../text/generated/messages.js';
import { onPaper } from './paper.ts';

const DAY = 24 * 3600;

const passkey = {
	added: { subject: m.mail_passkey_added_subject, text: m.mail_passkey_added },
	removed: { subject: m.mail_passkey_removed_subject, text: m.mail_passkey_removed },
};

/** "A key was added to your account", or removed: so that nobody does it behind one's back. */
export function passkeyLetter(to: {
	person: Pick<Person, 'email' | 'locale'>;
	/** The key's. */
	name: string;
	what: keyof typeof passkey;
	href: string;
}): Letter {
	const { person, name, what, href } = to;
	const { locale } = person;
	const say = { locale };
	const { subject, text } = passkey[what];
	return {
		kind: `passkey.${what}`,
		recipient: person.email,
		subject: subject({}, say),
		...onPaper({
			locale,
			title: subject({}, say),
			before: [text({ name }, say), m.mail_passkey_not_you({}, say)],
			button: { label: m.mail_passkey_account({}, say), href },
			after: [],
			why: m.mail_passkey_why({}, say),
		}),
		usefulFor: 7 * DAY,
	};
}
