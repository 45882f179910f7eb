import { WrongSetting } from '../config.ts';
import { Invalid, Refusal } from '../domain/errors.ts';
import { m } from '../text/generated/messages.js';
import { fileWord, type Locale } from '../text/intake.ts';

/** Something that the one at the terminal can mend; the message is a sentence. */
export class Failure extends Error {
	readonly code: number;
	constructor(sentence: string, code = 1) {
		super(sentence);
		this.code = code;
	}
}

type Say = (data: Record<string, string | number>, options: { locale: Locale }) => string;

const refusals: Record<string, Say> = {
	intake_stale: (_, options) => m.intake_stale({}, options),
	intake_batch_unknown: (data, options) => m.intake_batch_unknown({ batch: data.batch ?? '' }, options),
	intake_batch_undone: (data, options) => m.intake_batch_undone({ batch: data.batch ?? '' }, options),
	intake_batch_covered: (data, options) =>
		m.intake_batch_covered({ batch: data.batch ?? '', later: data.later ?? '' }, options),
	'store.full': (_, options) => m.intake_store_full({}, options),
	'store.busy': (_, options) => m.intake_store_busy({}, options),
	'store.readonly': (_, options) => m.intake_store_readonly({}, options),
};

/** What went wrong in a sentence, and the exit code: 2 when nothing in the file could be read. */
export function sentenceOf(reason: unknown, file: string, locale: Locale): { sentence: string; code: number } {
	const options = { locale };
	if (reason instanceof Failure) return { sentence: reason.message, code: reason.code };
	if (reason instanceof Invalid && reason.fields.file)
		return { sentence: m.intake_nothing({ file, reason: fileWord(reason.fields.file, locale) }, options), code: 2 };
	if (reason instanceof WrongSetting) return { sentence: reason.message, code: 1 };
	if (reason instanceof Refusal) {
		const said = refusals[reason.key]?.(reason.data, options) ?? reason.key;
		return { sentence: m.intake_failed({ reason: said }, options), code: 1 };
	}
	return { sentence: m.intake_failed({ reason: ofSystem(reason, locale) }, options), code: 1 };
}

/** Errors of the file system and of the database before a transaction. */
function ofSystem(reason: unknown, locale: Locale): string {
	const code = String((reason as { code?: unknown })?.code ?? '');
	if (/ENOSPC|SQLITE_FULL|SQLITE_IOERR/.test(code)) return m.intake_store_full({}, { locale });
	if (/EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN/.test(code)) return m.intake_store_readonly({}, { locale });
	if (/SQLITE_BUSY|SQLITE_LOCKED/.test(code)) return m.intake_store_busy({}, { locale });
	return reason instanceof Error ? reason.message : String(reason);
}
