import type { Letter } from '../domain/letter.ts';
import type { ReportState, ReportWhat, SuggestionState } from '../domain/report-whats.ts';
import { m } from '../text/generated/messages.js';
import { reportWhatNames } from '../text/names.ts';
import { type Locale, onPaper } from './paper.ts';

const DAY = 24 * 3600;

/**
 * "We have what you wrote; follow it here": to who told something without an account. `name`: the entry's; null for a
 * place that is missing, whose name is the writer's own, and no letter of ours carries that to an address they chose.
 */
export function followLetter(to: { recipient: string; locale: Locale; name: string | null; href: string }): Letter {
	const { recipient, locale, name, href } = to;
	const say = { locale };
	const subject = name === null ? m.mail_told_subject_missing({}, say) : m.mail_told_subject({ name }, say);
	return {
		kind: 'told.received',
		recipient,
		subject,
		...onPaper({
			locale,
			title: m.mail_told_title({}, say),
			before: [m.mail_told({}, say)],
			button: { label: m.mail_told_open({}, say), href },
			after: [m.mail_told_not_you({}, say)],
			why: m.mail_told_why({}, say),
		}),
		usefulFor: 2 * DAY,
	};
}

const answers = {
	mended: m.told_mended,
	not_so: m.told_not_so,
	not_ours: m.told_not_ours,
	added: m.told_added,
	known: m.told_known,
	declined: m.told_declined,
};

/** What the municipality answers: to who told it. `href`: the entry's page, if there is one. */
export function answerLetter(to: {
	recipient: string;
	locale: Locale;
	/** The entry's name, or what the place that was missing is called. */
	name: string;
	answer: Exclude<ReportState | SuggestionState, 'open'>;
	words: string | null;
	href: string | null;
}): Letter {
	const { recipient, locale, name, answer, words, href } = to;
	const say = { locale };
	const subject = m.mail_answer_subject({ name }, say);
	return {
		kind: `told.${answer}`,
		recipient,
		subject,
		...onPaper({
			locale,
			title: subject,
			before: [answers[answer]({}, say), ...(words ? [words] : [])],
			...(href === null ? {} : { button: { label: m.mail_decision_open({}, say), href } }),
			after: [],
			why: m.mail_told_why({}, say),
		}),
		usefulFor: 7 * DAY,
	};
}

/** An address within a text, made one that no mail program turns into a link: strangers wrote it. */
const unlinked = (text: string) => text.replace(/https?:\/\//gi, '');

/** "Others have told of errors on your page": to who looks after an entry, with all that came in. */
export function reportsLetter(to: {
	recipient: string;
	locale: Locale;
	name: string;
	reports: readonly { what: ReportWhat; message: string }[];
	href: string;
}): Letter {
	const { recipient, locale, name, reports, href } = to;
	const say = { locale };
	const subject = m.mail_reports_subject({ name }, say);
	return {
		kind: 'reports',
		recipient,
		subject,
		...onPaper({
			locale,
			title: subject,
			before: [
				m.mail_reports({}, say),
				...reports.map(
					({ what, message }) => reportWhatNames[what]({}, say) + (message ? `: ${unlinked(message)}` : ''),
				),
			],
			button: { label: m.mail_reports_open({}, say), href },
			after: [m.mail_reports_municipality({}, say)],
			why: m.mail_reports_why({}, say),
		}),
		usefulFor: 7 * DAY,
	};
}
