import { escapeUTF8 as esc } from 'entities/escape';
import { m } from '../../text/generated/messages.js';
import { fieldWord, howRead, isManyGone, type Locale, number, reasonWord } from '../../text/intake.ts';
import type { Counts, Plan } from '../plan.ts';
import { losesRow, type Problem } from '../problem.ts';
import { changesTable, goneList } from './html-changes.ts';
import { STYLE } from './html-style.ts';

export interface ReportContext {
	locale: Locale;
	/** The municipality's name. */
	municipality: string;
	/** Null for a trial. */
	batch: number | null;
	/** Unix seconds. */
	at: number;
}

/** Rows of one table; beyond them the reader is told how many more there are. */
export const MOST = 500;

/** The report for people, as one HTML file that needs nothing else: no scripts, light and dark, fit to print. */
export function htmlReport(plan: Plan, context: ReportContext): string {
	const { locale, municipality, batch, at } = context;
	const options = { locale };
	const title = esc(m.intake_html_title({ file: plan.file }, options));
	const when = new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		timeZone: 'Europe/Stockholm',
		dateStyle: 'long',
		timeStyle: 'short',
	}).format(at * 1000);
	const lead =
		batch === null
			? m.intake_html_lead_dry({ municipality, when }, options)
			: m.intake_html_lead_done({ municipality, when, batch }, options);
	const parts = [
		`<h1>${title}</h1><p class="lead">${esc(lead)}</p>`,
		numbers(plan.counts, locale),
		problemsPart(plan, locale),
		changesTable(plan, locale),
		goneList(plan, locale),
		labelsPart(plan, locale),
		mappingPart(plan, locale),
		privacyPart(plan, locale),
	];
	return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main>${parts.join('\n')}</main></body></html>
`;
}

function numbers(counts: Counts, locale: Locale): string {
	const options = { locale };
	const shown: [string, number, string][] = [
		[m.intake_rows({}, options), counts.rows, ''],
		[m.intake_added({}, options), counts.added, 'good'],
		[m.intake_changed({}, options), counts.changed, 'good'],
		[m.intake_unchanged({}, options), counts.unchanged, ''],
		[m.intake_gone({}, options), counts.gone, counts.gone > 0 ? 'look' : ''],
		[m.intake_refused({}, options), counts.refused, counts.refused > 0 ? 'look' : ''],
		[m.intake_persons({}, options), counts.persons, ''],
		[m.intake_warnings({}, options), counts.warnings, counts.warnings > 0 ? 'look' : ''],
	];
	const items = shown.map(
		([label, value, tone]) => `<div class="${tone}"><dt>${esc(label)}</dt><dd>${number(value, locale)}</dd></div>`,
	);
	return `<dl class="numbers">${items.join('')}</dl>`;
}

/** Problems by what they are, those that lost a row first, then the most frequent. */
function problemsPart({ problems, rows, gone, counts }: Plan, locale: Locale): string {
	const options = { locale };
	const names = new Map(rows.map(({ line, row }) => [line, row.listing.name]));
	const before = counts.changed + counts.unchanged + gone.length;
	const many = m.intake_many_gone({ gone: number(gone.length, locale), before: number(before, locale) }, options);
	const warning = isManyGone(gone.length, before) ? `<p class="warning">${esc(many)}</p>` : '';
	const head = `<h2>${m.intake_html_look_at({}, options)}</h2>${warning}`;
	if (problems.length === 0) return `${head}<p>${m.intake_html_all_well({}, options)}</p>`;
	const kinds = [...Map.groupBy(problems, (it) => `${it.field}:${it.reason}`).values()];
	kinds.sort((a, b) => Number(losesRow(b[0]!.reason)) - Number(losesRow(a[0]!.reason)) || b.length - a.length);
	return `${head}<p>${m.intake_html_look_lead({}, options)}</p>${kinds.map((kind) => problemKind(kind, names, locale)).join('')}`;
}

function problemKind(problems: readonly Problem[], names: ReadonlyMap<number, string>, locale: Locale): string {
	const options = { locale };
	const { field, reason } = problems[0]!;
	const lost = losesRow(reason);
	const result = lost ? m.intake_html_not_published({}, options) : m.intake_html_field_left_out({}, options);
	const all = number(problems.length, locale);
	const count =
		problems.length === 1 ? m.intake_html_row_one({}, options) : m.intake_html_rows_count({ count: all }, options);
	const columns: [string, (it: Problem) => string][] = [
		[m.intake_html_line({}, options), (it) => String(it.line)],
		[fieldWord('name', locale), (it) => names.get(it.line) ?? ''],
		[m.intake_html_value({}, options), (it) => it.value],
	];
	const told = columns.filter(([, cell]) => problems.some((it) => cell(it) !== ''));
	const rows = problems
		.slice(0, MOST)
		.map((it) => `<tr>${told.map(([, cell]) => `<td>${esc(cell(it))}</td>`).join('')}</tr>`);
	const heads = told.map(([head]) => head);
	const body = told.length > 1 ? table(heads, rows) : `<p class="lines">${lineList(problems, locale)}</p>`;
	return `<details class="${lost ? 'lost' : ''}"${problems.length <= 20 ? ' open' : ''}>
<summary><b>${esc(fieldWord(field, locale))}</b> ${esc(reasonWord(reason, locale))} <span>${count}. ${result}.</span></summary>
${body}${moreThan(problems.length, locale)}</details>`;
}

const lineList = (problems: readonly Problem[], locale: Locale) =>
	`${m.intake_html_line({}, { locale })} ${problems
		.slice(0, MOST)
		.map((it) => it.line)
		.join(', ')}`;

/** A table with its headings; cells are HTML already. */
export const table = (heads: readonly string[], rows: readonly string[]): string =>
	`<div class="scroll"><table><thead><tr>${heads.map((head) => `<th scope="col">${esc(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;

/** Says that not all are shown, where that is so. */
export const moreThan = (count: number, locale: Locale): string =>
	count > MOST
		? `<p class="more">${m.intake_html_shown_of({ shown: MOST, count: number(count, locale) }, { locale })}</p>`
		: '';

function labelsPart(plan: Plan, locale: Locale): string {
	const labels = Object.entries(plan.unplaced).sort((a, b) => b[1] - a[1]);
	if (labels.length === 0) return '';
	const options = { locale };
	const rows = labels
		.slice(0, MOST)
		.map(([label, count]) => `<tr><td>${esc(label)}</td><td class="n">${count}</td></tr>`);
	return `<h2>${m.intake_html_labels({}, options)}</h2><p>${m.intake_html_labels_lead({}, options)}</p>
<details${labels.length <= 20 ? ' open' : ''}><summary><b>${number(labels.length, locale)}</b></summary>${table(
		[m.intake_html_label({}, options), m.intake_html_rows({}, options)],
		rows,
	)}${moreThan(labels.length, locale)}</details>`;
}

function mappingPart(plan: Plan, locale: Locale): string {
	if (!plan.mapping) return '';
	const options = { locale };
	const row = (column: string, becomes: string) => `<tr><td>${esc(column)}</td><td>${esc(becomes)}</td></tr>`;
	const rows = [
		...Object.entries(plan.mapping.fields).flatMap(([field, columns]) =>
			columns.map((column) => row(column, fieldWord(field, locale))),
		),
		...plan.mapping.contacts.map((column) => row(column, fieldWord('contacts', locale))),
		...[...plan.unknownColumns, ...plan.mapping.ignored].map((column) =>
			row(column, m.intake_html_unused({}, options)),
		),
	];
	const format = [
		plan.format.toUpperCase(),
		plan.sheet,
		plan.encoding,
		plan.delimiter === '\t' ? 'tab' : plan.delimiter,
	];
	const columns = plan.missingColumns.join(', ');
	const warning = columns === '' ? '' : `<p class="warning">${esc(m.intake_columns_missing({ columns }, options))}</p>`;
	return `<h2>${m.intake_html_how({}, options)}</h2>${warning}<p>${esc(howRead(plan, locale))} ${esc(
		m.intake_format({ format: format.filter(Boolean).join(', ') }, options),
	)}</p>${table([m.intake_html_column({}, options), m.intake_html_becomes({}, options)], rows)}`;
}

function privacyPart(plan: Plan, locale: Locale): string {
	const options = { locale };
	const contacts = plan.contacts > 0 ? ` ${m.intake_contacts({ count: number(plan.contacts, locale) }, options)}` : '';
	return `<h2>${m.intake_html_privacy({}, options)}</h2><p>${m.intake_html_privacy_lead({}, options)}${contacts}</p>`;
}
