import { m } from '../../text/generated/messages.js';
import { fieldWord, howRead, isManyGone, type Locale, number, reasonWord } from '../../text/intake.ts';
import type { Plan } from '../plan.ts';
import { losesRow, type Problem } from '../problem.ts';

/** How many kinds of remarks the terminal shows. */
const SHOWN = 8;

/** The report for the terminal: how the file was read, the counts, the first problems. Lines of plain text. */
export function terminalReport(plan: Plan, locale: Locale): string[] {
	return [
		...howLines(plan, locale),
		'',
		...countLines(plan, locale),
		...problemLines(plan, locale),
		...labelLines(plan, locale),
	];
}

function howLines(plan: Plan, locale: Locale): string[] {
	const options = { locale };
	const lines = [howRead(plan, locale)];
	if (plan.unknownColumns.length > 0) {
		const columns = plan.unknownColumns.slice(0, 12).join(', ');
		lines.push(
			m.intake_columns_unknown({ columns: plan.unknownColumns.length > 12 ? `${columns} …` : columns }, options),
		);
	}
	if (plan.missingColumns.length > 0)
		lines.push(m.intake_columns_missing({ columns: plan.missingColumns.join(', ') }, options));
	return lines;
}

function countLines({ counts, contacts, gone }: Plan, locale: Locale): string[] {
	const options = { locale };
	const shown: [string, number][] = [
		[m.intake_rows({}, options), counts.rows],
		[m.intake_added({}, options), counts.added],
		[m.intake_changed({}, options), counts.changed],
		[m.intake_unchanged({}, options), counts.unchanged],
		[m.intake_gone({}, options), counts.gone],
		[m.intake_refused({}, options), counts.refused],
		[m.intake_persons({}, options), counts.persons],
		[m.intake_warnings({}, options), counts.warnings],
	];
	const width = Math.max(...shown.map(([label]) => label.length));
	const lines = shown.map(([label, count]) => `  ${label.padEnd(width)}  ${number(count, locale).padStart(8)}`);
	if (contacts > 0) lines.push(m.intake_contacts({ count: number(contacts, locale) }, options));
	const before = counts.changed + counts.unchanged + gone.length;
	if (isManyGone(gone.length, before))
		lines.push('', m.intake_many_gone({ gone: number(gone.length, locale), before: number(before, locale) }, options));
	return lines;
}

/** One line for each kind of remark: how many, what, on which lines first; those that lost a row before others. */
function problemLines({ problems }: Plan, locale: Locale): string[] {
	if (problems.length === 0) return [];
	const options = { locale };
	const kinds = [...Map.groupBy(problems, (it) => `${it.field}:${it.reason}`).values()];
	kinds.sort((a, b) => Number(losesRow(b[0]!.reason)) - Number(losesRow(a[0]!.reason)) || b.length - a.length);
	const lines = kinds.slice(0, SHOWN).map((kind) => kindLine(kind, locale));
	const more = kinds.length - lines.length;
	const rest = more > 0 ? [`  ${m.intake_more({ count: number(more, locale) }, options)}`] : [];
	return ['', m.intake_first_problems({}, options), ...lines, ...rest];
}

function kindLine(kind: readonly Problem[], locale: Locale): string {
	const options = { locale };
	const { field, reason } = kind[0]!;
	const value = kind.find((it) => it.value !== '')?.value;
	const example = value ? `, ${m.intake_such_as({ value }, options)}` : '';
	const first = kind
		.slice(0, 4)
		.map((it) => it.line)
		.join(', ');
	const where = m.intake_lines({ lines: kind.length > 4 ? `${first} …` : first }, options);
	return `${number(kind.length, locale).padStart(7)}  ${fieldWord(field, locale)}: ${reasonWord(reason, locale)}${example} (${where})`;
}

function labelLines({ unplaced }: Plan, locale: Locale): string[] {
	const labels = Object.entries(unplaced).sort((a, b) => b[1] - a[1]);
	if (labels.length === 0) return [];
	const named = labels.slice(0, 8).map(([label, rows]) => `${label} (${rows})`);
	const text = labels.length > 8 ? `${named.join(', ')} …` : named.join(', ');
	return ['', m.intake_unplaced({ count: number(labels.length, locale), labels: text }, { locale })];
}
