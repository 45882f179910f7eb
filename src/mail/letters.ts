import type { Letter } from '../domain/letter.ts';
import { m } from '../text/generated/messages.js';
import { type Locale, onPaper } from './paper.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** "Here is your code": to whoever wants to sign in, with a link for the device that asked. `minutes`: how long it holds. */
export function signInLetter(to: {
	recipient: string;
	locale: Locale;
	code: string;
	href: string;
	minutes: number;
}): Letter {
	const { recipient, locale, code, href, minutes } = to;
	const say = { locale };
	const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
	return {
		kind: 'sign-in',
		recipient,
		subject: m.mail_sign_in_subject({ code: spaced }, say),
		...onPaper({
			locale,
			title: m.mail_sign_in_title({}, say),
			before: [m.mail_sign_in_code({ minutes }, say)],
			code: spaced,
			button: { label: m.mail_sign_in_button({}, say), href },
			after: [m.mail_sign_in_device({}, say), m.mail_sign_in_not_you({}, say)],
			why: m.mail_sign_in_why({}, say),
		}),
		usefulFor: minutes * MINUTE,
	};
}

const decided = {
	published: { subject: m.mail_decision_published_subject, text: m.mail_decision_published },
	returned: { subject: m.mail_decision_returned_subject, text: m.mail_decision_returned },
	declined: { subject: m.mail_decision_declined_subject, text: m.mail_decision_declined },
};

/** To whom an answer goes, of which entry, what the reviewer said, and where one goes on. */
interface Answered {
	recipient: string;
	locale: Locale;
	/** The entry's. */
	name: string;
	words: string | null;
	href: string;
}

/** What the municipality has decided: its subject is its title, and what the reviewer said stands under what became of it. */
function answer(
	{ recipient, locale, words, href }: Answered,
	{ kind, subject, text, open, why }: { kind: string; subject: string; text: string; open: string; why: string },
): Letter {
	return {
		kind,
		recipient,
		subject,
		...onPaper({
			locale,
			title: subject,
			before: [text, ...(words ? [words] : [])],
			button: { label: open, href },
			after: [],
			why,
		}),
		usefulFor: 7 * DAY,
	};
}

/** "What you sent in has been decided": to who changed an entry. */
export function decisionLetter({ decision, ...to }: Answered & { decision: keyof typeof decided }): Letter {
	const { subject, text } = decided[decision];
	const say = { locale: to.locale };
	return answer(to, {
		...{ kind: `decision.${decision}`, subject: subject({ name: to.name }, say), text: text({}, say) },
		...{ open: m.mail_decision_open({}, say), why: m.mail_decision_why({}, say) },
	});
}

/** "Somebody wants to look after your page": to the address that the entry shows, or one at its domain. `by`: who asks. */
export function claimCodeLetter(to: {
	recipient: string;
	locale: Locale;
	code: string;
	name: string;
	by: string;
	href: string;
}): Letter {
	const { recipient, locale, code, name, by, href } = to;
	const say = { locale };
	const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
	return {
		kind: 'claim.code',
		recipient,
		subject: m.mail_claim_code_subject({ code: spaced, name }, say),
		...onPaper({
			locale,
			title: m.mail_claim_code_title({}, say),
			before: [m.mail_claim_code_who({ by, name }, say)],
			code: spaced,
			button: { label: m.mail_decision_open({}, say), href },
			after: [m.mail_claim_code_not({}, say)],
			why: m.mail_claim_code_why({}, say),
		}),
		usefulFor: DAY,
	};
}

/** What the municipality decided: to who asked to look after an entry. */
export function claimDecisionLetter({ given, ...to }: Answered & { given: boolean }): Letter {
	const say = { locale: to.locale };
	const subject = given ? m.mail_claim_given_subject : m.mail_claim_declined_subject;
	const text = given ? m.mail_claim_given : m.mail_claim_declined;
	return answer(to, {
		...{
			kind: given ? 'claim.given' : 'claim.declined',
			subject: subject({ name: to.name }, say),
			text: text({}, say),
		},
		...{ open: m.mail_decision_open({}, say), why: m.mail_claim_why({}, say) },
	});
}

/** "Go on here": to who is registering something and wants to do the rest later. `days`: how long it is kept. */
export function draftLetter(to: {
	recipient: string;
	locale: Locale;
	name: string;
	href: string;
	days: number;
}): Letter {
	const { recipient, locale, name, href, days } = to;
	const say = { locale };
	return {
		kind: 'draft',
		recipient,
		subject: m.mail_draft_subject({ name }, say),
		...onPaper({
			locale,
			title: m.mail_draft_title({}, say),
			before: [m.mail_draft_text({ name, days }, say)],
			button: { label: m.mail_draft_open({}, say), href },
			after: [m.mail_draft_sign_in({}, say)],
			why: m.mail_draft_why({}, say),
		}),
		usefulFor: days * DAY,
	};
}

const registered = {
	published: { subject: m.mail_registered_published_subject, text: m.mail_registered_published },
	returned: { subject: m.mail_registered_returned_subject, text: m.mail_registered_returned },
	declined: { subject: m.mail_registered_declined_subject, text: m.mail_registered_declined },
};

/** What the municipality decided: to who registered something. */
export function registrationLetter({ decision, ...to }: Answered & { decision: keyof typeof registered }): Letter {
	const { subject, text } = registered[decision];
	const say = { locale: to.locale };
	const opens = { published: m.mail_decision_open, returned: m.mail_draft_open, declined: m.mail_registered_account };
	return answer(to, {
		...{ kind: `registration.${decision}`, subject: subject({ name: to.name }, say), text: text({}, say) },
		...{ open: opens[decision]({}, say), why: m.mail_registered_why({}, say) },
	});
}
