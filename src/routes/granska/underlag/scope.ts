import { error } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { levelLabel } from '#text/ground.ts';
import type { Site } from '../../../site.ts';

/** What stands for all of Sweden in an address and a form. */
const WHOLE = 'alla';
/** The Swedish path. */
export const PATH = '/granska/underlag';

/** The page of what is somebody's: of a municipality, or of all of Sweden (null). */
export const groundHref = (municipality: string | null): string =>
	`${localizeHref(PATH)}?kommun=${municipality ?? WHOLE}`;

/**
 * Whose people are asked about: a municipality's code, or null for all of Sweden, which is the operator's. Without a word
 * the most that somebody may. What is not theirs is not found.
 */
export function groundScope(actor: Actor, theirs: readonly { code: string }[], asked: string | null): string | null {
	const isEverywhere = may(actor, 'planning.people');
	if (!asked) return isEverywhere ? null : theirs[0]!.code;
	if (asked === WHOLE && isEverywhere) return null;
	if (theirs.some(({ code }) => code === asked)) return asked;
	error(404, 'page.unknown');
}

/** What planning reckons with now, in a sentence. */
export async function nowSaid({ store }: Site, municipality: string | null, name: string): Promise<string> {
	if (municipality === null) {
		const levels = await store.population.levels();
		const all = (await store.geography.municipalities()).length;
		return m.ground_now_whole({ counted: number(levels.size), all: number(all) });
	}
	const level = await store.population.levelOf(municipality);
	return level ? m.ground_now_level({ name, level: levelLabel(level) }) : m.ground_now_estimate({ name });
}
