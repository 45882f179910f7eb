import type { PossibleDuplicate } from '#domain/duplicate.ts';
import type { Kind, Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';

/** An entry that another may be, as it is shown to who can tell. */
export interface ShownAlike {
	id: number;
	kind: Kind;
	slug: string;
	name: string;
	where: string;
	street: string | null;
	/** Why, the weightiest first. */
	reasons: PossibleDuplicate['reasons'];
}

/** What may be the same, as the public sees it; those that have just gone are left out. */
export async function shownAlike(
	store: Site['store'],
	alike: readonly PossibleDuplicate[],
	locale: Language,
): Promise<ShownAlike[]> {
	const faces = await store.faces.byIds(
		alike.map(({ id }) => id),
		locale,
	);
	return faces.map(({ id, kind, slug, name, locality, municipality, street }) => ({
		...{ id, kind, slug, name, street },
		where: locality && locality !== municipality.name ? `${locality}, ${municipality.name}` : municipality.name,
		reasons: alike.find((one) => one.id === id)!.reasons,
	}));
}
