import type { Queries } from '../store/open.ts';
import { digest } from './secret.ts';

/** How a municipality said that the columns of its file are to be read: kept when that was published, for the next file with the same headings. */

/** So many sorts of files are remembered of a municipality; the oldest goes first. */
const MOST = 20;
const nameOf = (municipality: string) => `read_before:${municipality}`;

type Kept = [print: string, mapping: unknown][];

async function kept(store: Queries, municipality: string): Promise<Kept> {
	return JSON.parse((await store.meta.get(nameOf(municipality))) ?? '[]') as Kept;
}

const printOf = (columns: readonly string[]): Promise<string> => digest(JSON.stringify([...columns].sort()));

/** Remembers how a file with these columns was read. */
export async function rememberRead(
	tx: Queries,
	municipality: string,
	columns: readonly string[],
	mapping: unknown,
): Promise<void> {
	const print = await printOf(columns);
	const others = (await kept(tx, municipality)).filter(([other]) => other !== print);
	const all: Kept = [...others, [print, mapping]];
	await tx.meta.set(nameOf(municipality), JSON.stringify(all.slice(-MOST)));
}

/** How a file with these columns was read before; undefined for one that nobody has said anything of. `columnsOf` is asked only where anything is remembered. */
export async function readBefore(
	store: Queries,
	municipality: string,
	columnsOf: () => Promise<readonly string[]>,
): Promise<unknown> {
	const all = await kept(store, municipality);
	if (!all.length) return undefined;
	const print = await printOf(await columnsOf());
	return all.find(([other]) => other === print)?.[1];
}
