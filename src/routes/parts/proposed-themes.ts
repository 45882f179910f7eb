import { one, type Typed } from '#domain/parts/part.ts';
import type { Theme } from '#domain/theme.ts';
import { certainThemesOf, likelyThemesOf } from '../../intake/themes/names.ts';

/** More than these are no help. */
const MOST = 3;

/**
 * What an entry may be about by its name, else by what is told of it: the themes that an import would find, the surest first.
 * To be proposed and never chosen for anybody: "Nora Fotboll" is sure to play football, "Nora Vänner" may be anything.
 */
export function proposedThemes(typed: Typed, known: string | null): Theme[] {
	const name = one(typed, 'name') || known || '';
	const byName = [...certainThemesOf(name), ...likelyThemesOf(name)];
	const found = byName.length ? byName : likelyThemesOf(one(typed, 'texts.sv.description'));
	const chosen: readonly string[] = typed.themes ?? [];
	return [...new Set(found)].filter((theme) => !chosen.includes(theme)).slice(0, MOST);
}
