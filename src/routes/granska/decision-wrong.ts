import { m } from '#text/generated/messages.js';

/** What is wrong with a decision on something that was told, in words: with the whole of it, and with what was written. */
export function decisionWrong(fields: Record<string, string> | undefined): { form?: string; words?: string } {
	const { form, words, decision } = fields ?? {};
	return {
		...(form ? { form: form === 'report.decided' ? m.review_decided() : m.form_unavailable() } : {}),
		...(decision ? { form: m.desk_decide() } : {}),
		...(words ? { words: words === 'long' ? m.edit_long() : m.review_words_missing() } : {}),
	};
}
