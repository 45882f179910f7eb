import type { Letter } from '../domain/letter.ts';
import type { Role } from '../domain/permission.ts';
import type { Person } from '../domain/person.ts';
import { m } from '../text/generated/messages.js';
import { roleLabel } from '../text/roles.ts';
import { type Locale, onPaper } from './paper.ts';

const DAY = 24 * 3600;

/** "Somebody asks you to look after …". `what`: the entry, the municipality, or the site itself. */
export function invitationLetter(to: {
	recipient: string;
	locale: Locale;
	/** Who asks. */
	by: string;
	role: Role;
	what: string;
	days: number;
	href: string;
}): Letter {
	const { recipient, locale, by, role, what, days, href } = to;
	const say = { locale };
	return {
		kind: 'invitation',
		recipient,
		subject: m.mail_invitation_subject({ what }, say),
		...onPaper({
			locale,
			title: m.mail_invitation_subject({ what }, say),
			before: [
				m.mail_invitation({ by, role: roleLabel(role, locale), what }, say),
				m.mail_invitation_how({ email: recipient, days }, say),
			],
			button: { label: m.mail_invitation_open({}, say), href },
			after: [m.mail_invitation_not({}, say)],
			why: m.mail_invitation_why({}, say),
		}),
		usefulFor: days * DAY,
	};
}

/** "You no longer look after …", or "you are its owner now": to whom it happened. */
export function roleLetter(to: {
	person: Pick<Person, 'email' | 'locale'>;
	what: string;
	/** The role that was taken; null: they are the owner now. */
	taken: Role | null;
	href: string;
}): Letter {
	const { person, what, taken, href } = to;
	const { locale } = person;
	const say = { locale };
	const subject = taken ? m.mail_role_taken_subject({ what }, say) : m.mail_handed_over_subject({ what }, say);
	const text = taken
		? m.mail_role_taken({ role: roleLabel(taken, locale), what }, say)
		: m.mail_handed_over({ what }, say);
	return {
		kind: taken ? 'role.taken' : 'role.handed_over',
		recipient: person.email,
		subject,
		...onPaper({
			...{ locale, title: subject, before: [text], after: [] },
			button: { label: m.mail_passkey_account({}, say), href },
			why: m.mail_role_why({}, say),
		}),
		usefulFor: 7 * DAY,
	};
}

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
