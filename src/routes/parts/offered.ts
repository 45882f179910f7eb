import type { PartKey } from '#domain/parts/keys.ts';
import { one, type Typed } from '#domain/parts/part.ts';
import { languagesIn } from '#domain/parts/words.ts';
import type { Actor } from '#domain/person.ts';
import { everything } from '#domain/query.ts';
import type { Kind, Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';
import { municipalityList } from '../municipality-list.ts';
import { openingOffered } from './opening.ts';
import { proposedThemes } from './proposed-themes.ts';
import { whenOffered } from './when.ts';

/** What a part's questions are made for. */
export interface Asked {
	site: Site;
	locale: Language;
	kind: Kind;
	typed: Typed;
	/** Who answers; null for somebody who has not signed in. */
	actor: Actor | null;
	/** The entry's name, or null for one that is being registered. */
	listing: { id: number; name: string } | null;
	/** Code, as far as it is known. */
	municipality: string | null;
}

const nothing = async () => ({});

/** What the server adds to the questions of each part. */
export const offered: Record<PartKey, (asked: Asked) => Promise<object>> = {
	basics: async ({ site, listing }) => ({
		municipalities: listing ? '' : await municipalityList(site),
	}),
	host: async (asked) => ({
		organisation: await found(asked, 'organisation'),
		venue: await found(asked, 'venue'),
	}),
	place: async ({ site, municipality }) => {
		const own = municipality ? await site.store.geography.municipality(municipality) : undefined;
		const localities = own ? await site.store.geography.localitiesOf(own.code) : [];
		return {
			municipality: own ? { code: own.code, name: own.name } : null,
			localities: localities.map(({ name }) => name),
			middle: own ? { lon: own.lon, lat: own.lat } : null,
		};
	},
	subject: async ({ typed, listing }) => ({ proposed: proposedThemes(typed, listing?.name ?? null) }),
	words: async ({ typed }) => ({ languages: languagesIn(typed) }),
	price: nothing,
	when: async ({ site, typed }) => whenOffered(typed, site.now()),
	opening: async ({ site, typed }) => openingOffered(typed, site.now()),
	access: nothing,
	rooms: nothing,
	contact: nothing,
};

/** How many of those found are shown. */
const MOST = 8;

/** Of a kind: what is chosen, those that one looks after, and what the words looked for find, nearest to the municipality first. */
async function found({ site, locale, typed, actor, municipality }: Asked, kind: 'organisation' | 'venue') {
	const q = one(typed, `${kind}Sought`).trim().slice(0, 200);
	const chosen = Number(one(typed, kind)) || null;
	const own = actor?.roles.flatMap(({ listing }) => listing ?? []) ?? [];
	const near = municipality ? site.places.middleOf(municipality) : null;
	const hits = q ? site.finder.top({ ...everything, q, kind: [kind], near, limit: MOST }, site.now()) : [];
	const ids = [...new Set([...(chosen ? [chosen] : []), ...own, ...hits.map(({ id }) => id)])];
	const faces = await site.store.faces.byIds(ids, locale);
	return faces
		.filter((face) => face.kind === kind)
		.slice(0, MOST + own.length)
		.map(({ id, name, locality, municipality: { name: of } }) => ({
			...{ id, name },
			where: locality && locality !== of ? `${locality}, ${of}` : of,
		}));
}
