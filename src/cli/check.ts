import type { Command } from 'commander';
import { everything } from '../domain/query.ts';
import { createFinder } from '../finder/finder.ts';
import { isDamage, type Store } from '../store/open.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

/** One thing that is wrong, by what kind it is of. */
export interface Finding {
	what: 'damaged' | 'orphan' | 'occurrences' | 'index';
	detail: string;
}

/** Looks through the whole store: its file, its references, its occurrences, and whether search finds what is there. */
export async function checkStore(store: Store, now: number): Promise<Finding[]> {
	return [
		...(await step('damaged', () => store.check.damage())),
		...(await step('orphan', () => store.check.orphans())),
		...(await step('occurrences', () => store.check.occurrences())),
		...(await step('index', () => indexFindings(store, now))),
	];
}

/** One look; where the file is so damaged that it fails, that is what was found, and the others still look. */
async function step(what: Finding['what'], look: () => Promise<string[]>): Promise<Finding[]> {
	try {
		return (await look()).map((detail) => ({ what, detail }));
	} catch (reason) {
		if (!isDamage(reason)) throw reason;
		return [{ what: 'damaged', detail: (reason as Error).message }];
	}
}

/** More entries than this are not each searched for: at the scale of a country that would take a night. */
const SEARCHED = 2000;

async function indexFindings(store: Store, now: number): Promise<string[]> {
	const finder = await createFinder(store);
	const found: string[] = [];
	const every = Math.ceil(finder.size / SEARCHED);
	let place = 0;
	for await (const rows of store.indexRows.all())
		for (const { id, name } of rows) {
			if (place++ % every) continue;
			const { total } = finder.search({ ...everything, q: name, limit: 1 }, now);
			// A name of signs alone can not be searched for.
			if (total === 0 && /[\p{L}\p{N}]/u.test(name)) found.push(`${id} ${name}`);
		}
	const rows = (await store.municipalities.counts(now)).reduce((sum, { count }) => sum + count, 0);
	if (rows !== finder.size) found.push(`${rows} ≠ ${finder.size}`);
	finder.close();
	return found;
}

/** A file that can not even be opened is a finding too. */
async function openAndCheck(): Promise<Finding[]> {
	try {
		return await withStore((store) => checkStore(store, Math.floor(Date.now() / 1000)));
	} catch (reason) {
		if (!isDamage(reason)) throw reason;
		return [{ what: 'damaged', detail: (reason as Error).message }];
	}
}

/** Adds `samlas check`. */
export function checkCommand(program: Command): void {
	program
		.command('check')
		.description('look for damage: the file, its references, its occurrences, and the index against the table')
		.action(async () => {
			const locale = consoleLocale(process.env);
			const findings = await openAndCheck();
			if (findings.length === 0) {
				console.log(m.check_well({}, { locale }));
				return;
			}
			for (const { what, detail } of findings.slice(0, 50))
				console.error(`${m[`check_${what}`]({}, { locale })}: ${detail}`);
			console.error(m.check_found({ count: findings.length }, { locale }));
			process.exitCode = 1;
		});
}
