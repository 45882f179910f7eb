import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from '../intake/plan.ts';
import { htmlReport, type ReportContext } from '../intake/report/html.ts';
import { machineReport } from '../intake/report/machine.ts';
import { terminalReport } from '../intake/report/terminal.ts';
import { m } from '../text/generated/messages.js';
import type { ImportOptions } from './import.ts';

/** Writes the reports that were asked for, and gives the lines for the terminal. A report that can't be written is said. */
export function writeReports(plan: Plan, context: ReportContext, options: ImportOptions, folder: string): string[] {
	const { locale, batch } = context;
	const lines = terminalReport(plan, locale);
	const html = options.reportHtml ?? join(folder, 'reports', `${nameOf(context)}.html`);
	lines.push('', written(html, htmlReport(plan, context), locale) ?? m.intake_report_at({ file: html }, { locale }));
	if (options.report) {
		const failed = written(
			options.report,
			`${JSON.stringify(machineReport(plan, batch, batch === null), null, '\t')}\n`,
			locale,
		);
		if (failed) lines.push(failed);
	}
	if (batch !== null) lines.push(m.intake_undo_hint({ batch }, { locale }));
	return lines;
}

const nameOf = ({ batch, at }: ReportContext) =>
	`import-${new Date(at * 1000).toISOString().slice(0, 19).replace(/[:T]/g, '')}-${batch ?? 'trial'}`;

/** Null when it was written, else a sentence. */
function written(file: string, text: string, locale: ReportContext['locale']): string | null {
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		return null;
	} catch {
		return m.intake_report_unwritten({ file }, { locale });
	}
}
