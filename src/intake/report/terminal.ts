import { m } from '../../text/generated/messages.js';
import type { Plan } from '../plan.ts';
import { fieldWord, isManyGone, type Locale, losesRow, number, reasonWord, systemWord } from './words.ts';

/** How many problems the terminal shows. */
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
	const lines: string[] = [];
	const system = plan.mapping?.system ?? 'OpenStreetMap';
	if (plan.known)
		lines.push(
			system === 'own'
				? m.intake_how_own({}, options)
				: m.intake_how_known({ system: systemWord(system, locale) }, options),
		);
	else lines.push(m.intake_how_proposed({}, options));
	if (plan.unknownColumns.length > 0) {
		const columns = plan.unknownColumns.slice(0, 12).join(', ');
		lines.push(
			m.intake_columns_unknown({ columns: plan.unknownColumns.length > 12 ? `${columns} …` : columns }, options),
		);
	}
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

function problemLines({ problems }: Plan, locale: Locale): string[] {
	if (problems.length === 0) return [];
	const options = { locale };
	const first = problems.toSorted((a, b) => Number(losesRow(b.reason)) - Number(losesRow(a.reason))).slice(0, SHOWN);
	const lines = first.map(({ line, field, reason, value }) => {
		const what = `${fieldWord(field, locale)}: ${value ? `”${value}” ` : ''}${reasonWord(reason, locale)}`;
		return `  ${m.intake_line({ line }, options)}  ${what}`;
	});
	const more = problems.length - first.length;
	return [
		'',
		m.intake_first_problems({}, options),
		...lines,
		...(more > 0 ? [`  ${m.intake_more({ count: number(more, locale) }, options)}`] : []),
	];
}

function labelLines({ unplaced }: Plan, locale: Locale): string[] {
	const labels = Object.entries(unplaced).sort((a, b) => b[1] - a[1]);
	if (labels.length === 0) return [];
	const named = labels.slice(0, 8).map(([label, rows]) => `${label} (${rows})`);
	const text = labels.length > 8 ? `${named.join(', ')} …` : named.join(', ');
	return ['', m.intake_unplaced({ count: number(labels.length, locale), labels: text }, { locale })];
}
