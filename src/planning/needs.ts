import type { Audience, Equipment } from '#domain/taxonomies.ts';
import { type Theme, withParents } from '#domain/theme.ts';

/**
 * Equipment that helps what somebody does, by theme: our own rule of thumb, written out in docs/planning-method.md. A
 * theme that is not here, and has none above it here, asks for none.
 */
const helps: Partial<Record<Theme, readonly Equipment[]>> = {
	sport: ['sports_floor', 'changing_rooms'],
	fitness: ['sports_floor', 'changing_rooms'],
	music: ['piano', 'stage', 'hearing_loop'],
	choir: ['piano', 'stage', 'hearing_loop'],
	theatre: ['stage', 'storage'],
	dance: ['sports_floor', 'changing_rooms'],
	film_media: ['projector', 'hearing_loop'],
	visual_arts: ['workshop', 'storage'],
	crafts: ['workshop', 'sewing_machines', 'storage'],
	technology: ['computers', 'wifi'],
	genealogy: ['computers', 'wifi'],
	collecting_models: ['workshop', 'storage'],
	language_cafe: ['kitchen', 'wifi'],
	newcomers: ['kitchen', 'wifi'],
	cultural_community: ['kitchen', 'stage'],
	children_family: ['kitchen', 'playground'],
	open_preschool: ['kitchen', 'playground'],
	youth: ['kitchen', 'wifi'],
	seniors: ['kitchen', 'hearing_loop'],
	disability: ['kitchen', 'hearing_loop'],
	homework_help: ['computers', 'wifi'],
	study_circles: ['projector', 'wifi'],
	learning: ['projector', 'wifi'],
	society: ['projector', 'hearing_loop'],
	place: ['kitchen', 'projector'],
	scouting: ['kitchen', 'barbecue', 'storage'],
	outdoor: ['barbecue', 'storage'],
	faith: ['kitchen', 'piano'],
	care: ['kitchen'],
};

/** What would help, by themes, each once. */
export function helpful(themes: readonly Theme[]): Equipment[] {
	const found = themes.flatMap((theme) => withParents(theme).find((one) => helps[one]) ?? []);
	return [...new Set(found.flatMap((theme) => helps[theme]!))];
}

/** Themes and audiences whose people mostly are free in the daytime. */
const byDay: ReadonlySet<string> = new Set<Theme | Audience>(['open_preschool', 'seniors']);

/** When somebody who has told no times most likely meets: weekdays 6-17, or weekdays 17-22. */
export const meetsAt = (themes: readonly Theme[], audiences: readonly Audience[]): 'daytime' | 'evenings' =>
	themes.some((theme) => byDay.has(theme)) || audiences.some((audience) => byDay.has(audience))
		? 'daytime'
		: 'evenings';

/** Whether a way in without steps counts for more than usually. */
export const needsStepFree = (themes: readonly Theme[], audiences: readonly Audience[]): boolean =>
	[...themes, ...audiences].some((one) => one === 'disability' || one === 'seniors');
