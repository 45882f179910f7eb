import { SMALL } from '#planning/mask.ts';
import { FEWEST_OF_PART } from '#planning/part-ages.ts';
import type { Picture } from '#planning/section.ts';
import type { About, Table } from '#planning/table.ts';
import type { WhomAnswer } from '#planning/topics/whom.ts';
import { listed, lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { audienceLabel, languageLabel, themeLabel } from '#text/labels.ts';
import { rateSaid } from '#text/planning-here.ts';
import { bars } from '../../../charts/bars.ts';
import { bandSaid, languageWithin } from './whom.ts';

/** So many languages are drawn; the table has all. */
const DRAWN = 12;
/** So many themes that hang on few are listed. */
const LISTED = 20;

/** What the section on whom activities reach shows. */
export function whomPictures(answer: WhomAnswer, about: About): Picture[] {
	return [ages(answer, about), audiences(answer, about), languages(answer, about)];
}

interface Shown {
	name: string;
	/** The name within a sentence, where it is not only its first letter that differs. */
	within?: string;
	value: number | null;
	said: string;
}

function picture(key: string, caption: string, rows: readonly Shown[], table: Omit<Table, 'key' | 'title'>): Picture {
	return {
		key,
		caption,
		alt: m.plan_whom_ages_alt({
			what: listed(rows.map(({ name, within, said }) => `${within ?? lowerFirst(name)} ${said}`)),
		}),
		svg: bars(rows.map(({ name, value, said }) => ({ label: name, value, said }))),
		table: { key, title: caption, ...table },
	};
}

function ages({ ages: rows, rounded }: WhomAnswer, about: About): Picture {
	const known = rows.some(({ persons, masked }) => persons !== null || masked);
	const caption = known ? m.plan_whom_ages_rate_caption() : m.plan_whom_ages_caption();
	const shown = rows.map((row) => {
		const value = known ? row.openPerThousand : row.open;
		return {
			name: bandSaid(row),
			value,
			said: value === null ? m.plan_unknown() : known ? rateSaid(value) : number(value),
		};
	});
	return picture('whom-ages', caption, shown, {
		columns: [
			{ key: 'age', label: m.plan_whom_col_age(), kind: 'text' },
			{ key: 'open', label: m.plan_whom_col_open(), kind: 'count' },
			{ key: 'aimed', label: m.plan_whom_col_aimed(), kind: 'count' },
			{ key: 'persons', label: m.plan_whom_col_persons(), kind: 'count' },
			{ key: 'open_per_1000', label: m.plan_whom_col_rate(), kind: 'number', digits: 1 },
		],
		rows: rows.map((row) => ({
			cells: [
				bandSaid(row),
				row.open,
				row.aimed,
				row.masked ? { under: rounded ? FEWEST_OF_PART : SMALL } : row.persons,
				row.openPerThousand,
			],
		})),
		notes: known && rounded ? [m.plan_ages_rounded()] : [],
		about,
	});
}

function audiences({ audiences: rows, withoutAudience }: WhomAnswer, about: About): Picture {
	const named = rows.map(({ audience, ...counts }) => ({ name: audienceLabel(audience), ...counts }));
	const shown = [...named, { name: m.plan_whom_untold(), activities: withoutAudience, organisations: null }];
	return picture(
		'whom-audiences',
		m.plan_whom_audiences_caption(),
		shown.map(({ name, activities }) => ({ name, value: activities, said: number(activities) })),
		{ ...countTable(m.plan_whom_col_audience(), 'audience', shown), about },
	);
}

function languages({ languages: rows, withoutLanguage }: WhomAnswer, about: About): Picture {
	const named = rows.map(({ language, ...counts }) => ({
		name: languageLabel(language),
		within: languageWithin(language),
		...counts,
	}));
	const untold = {
		name: m.plan_whom_untold(),
		within: m.plan_whom_untold(),
		activities: withoutLanguage,
		organisations: null,
	};
	return picture(
		'whom-languages',
		m.plan_whom_languages_caption(),
		[...named.filter(({ activities }) => activities > 0).slice(0, DRAWN), untold].map(
			({ name, within, activities }) => ({
				name,
				within,
				value: activities,
				said: number(activities),
			}),
		),
		{ ...countTable(m.plan_whom_col_language(), 'language', [...named, untold]), about },
	);
}

function countTable(
	label: string,
	key: string,
	rows: readonly { name: string; activities: number; organisations: number | null }[],
): Omit<Table, 'key' | 'title' | 'about'> {
	return {
		columns: [
			{ key, label, kind: 'text' },
			{ key: 'activities', label: m.plan_whom_col_activities(), kind: 'count' },
			{ key: 'organisations', label: m.plan_whom_col_organisations(), kind: 'count' },
		],
		rows: rows.map(({ name, activities, organisations }) => ({ cells: [name, activities, organisations] })),
		notes: [],
	};
}

/** The list of themes that hang on few or are stale; none where no theme does. */
export function whomTables({ fragile }: WhomAnswer, about: About): Table[] {
	if (fragile.length === 0) return [];
	return [
		{
			key: 'whom-fragile',
			title: m.plan_whom_fragile_caption(),
			columns: [
				{ key: 'theme', label: m.plan_whom_col_theme(), kind: 'text' },
				{ key: 'activities', label: m.plan_whom_col_activities(), kind: 'count' },
				{ key: 'organisers', label: m.plan_whom_col_hosts(), kind: 'count' },
				{ key: 'entries', label: m.plan_whom_col_entries(), kind: 'count' },
				{ key: 'unconfirmed', label: m.plan_whom_col_old(), kind: 'count' },
				{ key: 'looked_after', label: m.plan_whom_col_kept(), kind: 'count' },
			],
			rows: fragile.slice(0, LISTED).map(({ theme, activities, hosts, entries, old, kept }) => ({
				cells: [themeLabel(theme), activities, hosts, entries, old, kept],
			})),
			notes: [],
			about,
		},
	];
}
