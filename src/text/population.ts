import type { PeoplePlan } from '../intake/people/plan.ts';
import { type PeopleProblem, refuses } from '../intake/people/problem.ts';
import { m } from './generated/messages.js';
import { fileWord, type Locale, number } from './intake.ts';

type Messages = Record<string, (inputs: Record<string, unknown>, options: { locale: Locale }) => string>;
const said = (key: string, locale: Locale): string | undefined => (m as unknown as Messages)[key]?.({}, { locale });

// Keys are put together here: for servers and terminals, never for a page's code.

/** "DeSO", "kilometerrutor". */
export const populationLevel = (level: string, locale: Locale): string =>
	said(`population_level_${level}`, locale) ?? level;
/** Why nothing in a file of people could be read. */
export const populationFile = (reason: string, locale: Locale): string =>
	said(`population_file_${reason}`, locale) ?? fileWord(reason, locale);
/** What is wrong with a record of people, such as "ytan korsar sig själv". */
export const peopleReason = (reason: string, locale: Locale) => said(`population_reason_${reason}`, locale) ?? reason;

/** How many of one kind are told one by one. */
const SHOWN = 5;
/** How many municipalities' sums are shown. */
const SUMS = 25;

/** What a plan says, for a terminal: what the file is, every fate counted, what is wrong, and the sums. */
export function populationReport(plan: PeoplePlan, locale: Locale): string[] {
	const options = { locale };
	const lines: string[] = [
		plan.system
			? m.population_format({ format: plan.format, system: plan.system }, options)
			: m.population_format_plain({ format: plan.format }, options),
	];
	const count = (fate: string) => plan.rows.filter((row) => row.fate === fate).length;
	const counts: [string, number][] = [
		[m.population_rows({}, options), plan.rows.length],
		[m.population_new({}, options), count('new')],
		[m.population_replaces({}, options), count('replaces')],
		[m.population_left_out({}, options), count('left_out')],
		[m.population_wrong({}, options), count('refused')],
	];
	for (const [label, value] of counts) lines.push(`${label.padEnd(20)} ${number(value, locale)}`);
	lines.push(
		...told(
			m.population_problems({}, options),
			plan.problems.filter(({ reason }) => refuses(reason)),
			locale,
		),
	);
	lines.push(
		...told(
			m.population_remarks({}, options),
			plan.problems.filter(({ reason }) => !refuses(reason)),
			locale,
		),
	);
	return [...lines, ...sums(plan, locale)];
}

function told(heading: string, problems: PeopleProblem[], locale: Locale): string[] {
	if (problems.length === 0) return [];
	const lines: string[] = ['', heading];
	for (const [, some] of Map.groupBy(problems, ({ reason }) => reason)) {
		for (const problem of some.slice(0, SHOWN)) lines.push(`  ${sentence(problem, locale)}`);
		if (some.length > SHOWN)
			lines.push(`  ${m.population_more({ count: number(some.length - SHOWN, locale) }, { locale })}`);
	}
	return lines;
}

function sentence({ line, code, reason, value }: PeopleProblem, locale: Locale): string {
	const options = { locale };
	const why = peopleReason(reason, locale);
	const where = line === 0 ? m.population_problem_whole({ reason: why }, options) : placed(line, code, why, locale);
	return value === '' ? where : m.population_problem_value({ told: where, value }, options);
}

const placed = (line: number, code: string, reason: string, locale: Locale) =>
	code === ''
		? m.population_problem_plain({ line, reason }, { locale })
		: m.population_problem({ line, code, reason }, { locale });

function sums({ sums }: PeoplePlan, locale: Locale): string[] {
	if (sums.length === 0) return [];
	const lines: string[] = ['', m.population_sums({}, { locale })];
	for (const { name, persons, registered } of sums.slice(0, SUMS)) {
		const share = registered > 0 ? number(Math.round((1000 * persons) / registered) / 10, locale) : '–';
		lines.push(
			`  ${m.population_sum({ name, persons: number(Math.round(persons), locale), registered: number(registered, locale), share }, { locale })}`,
		);
	}
	if (sums.length > SUMS) lines.push(`  ${m.population_more_sums({ count: sums.length - SUMS }, { locale })}`);
	return lines;
}
