import { escapeUTF8 as esc } from 'entities/escape';
import { m } from '../../text/generated/messages.js';
import { fieldWord, flat, type Locale, number } from '../../text/intake.ts';
import type { Difference } from '../merge.ts';
import type { Plan } from '../plan.ts';
import { MOST, moreThan, table } from './html.ts';

/** What becomes different, entry by entry. */
export function changesTable(plan: Plan, locale: Locale): string {
	const changed = plan.rows.filter((row) => row.fate === 'changed');
	if (changed.length === 0) return '';
	const options = { locale };
	const rows = changed
		.slice(0, MOST)
		.flatMap(({ line, row, differences }) =>
			differences.map(
				(it, i) =>
					`<tr>${i === 0 ? `<td class="n" rowspan="${differences.length}">${line}</td><td rowspan="${differences.length}">${esc(row.listing.name)}</td>` : ''}${cells(it, locale)}</tr>`,
			),
		);
	const heads = [
		m.intake_html_line({}, options),
		fieldWord('name', locale),
		m.intake_html_field({}, options),
		m.intake_html_before({}, options),
		m.intake_html_after({}, options),
	];
	return `<h2>${m.intake_html_changes({}, options)}</h2><details class="changes"${changed.length <= 20 ? ' open' : ''}><summary><b>${m.intake_html_entries({ count: number(changed.length, locale) }, options)}</b></summary>${table(heads, rows)}${moreThan(changed.length, locale)}</details>`;
}

/** What the register no longer has. */
export function goneList(plan: Plan, locale: Locale): string {
	if (plan.gone.length === 0) return '';
	const options = { locale };
	const names = plan.gone.slice(0, MOST).map(({ name }) => `<li>${esc(name)}</li>`);
	return `<h2>${m.intake_html_gone({}, options)}</h2><p>${m.intake_html_gone_lead({}, options)}</p><ul>${names.join('')}</ul>${moreThan(plan.gone.length, locale)}`;
}

const cells = ({ field, before, after }: Difference, locale: Locale) =>
	`<td>${esc(fieldWord(field, locale))}</td><td>${marked('del', field, before, locale)}</td><td>${marked('ins', field, after, locale)}</td>`;

function marked(tag: 'del' | 'ins', field: string, value: unknown, locale: Locale): string {
	const text = flat(field, value, locale);
	if (text === '') return m.intake_html_empty({}, { locale });
	return `<${tag}>${esc(text.length > 160 ? `${text.slice(0, 160)} …` : text)}</${tag}>`;
}
