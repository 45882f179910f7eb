import type { VenueKind } from '../../domain/taxonomies.ts';

/** The tags of an element (OpenStreetMap wiki, Map features). */
export type Tags = Readonly<Record<string, string>>;

/** Swedish names say more than tags, which have no word for a bygdegård. */
const byName: readonly [RegExp, VenueKind][] = [
	[/bygdeg[åa]rd|sockeng[åa]rd/i, 'bygdegard'],
	[/folkets ?(hus|park)/i, 'folkets_hus'],
	[/ordenshus|iogt|nto-?(hus|g[åa]rd)|templarg[åa]rd|godtemplar/i, 'ordenshus'],
	[/hembygdsg[åa]rd|hembygdsmuseum|gammelg[åa]rd/i, 'hembygdsgard'],
	[/bya?stuga|sockenstuga|byahus|byg[åa]rd/i, 'bystuga'],
	[/scout/i, 'scout_hut'],
	[/f[öo]rsamlingshem|f[öo]rsamlingsg[åa]rd|kyrkans hus|missionshus|b[öo]nhus|b[öo]nehus/i, 'faith_premises'],
	[/fritidsg[åa]rd|ungdomsg[åa]rd|ungdomens hus/i, 'youth_centre'],
	[/kvartersg[åa]rd|kvarterslokal|kvartershus/i, 'residents_premises'],
	[/kulturhus|konsthall/i, 'culture_house'],
	[/klubbstuga|klubbhus|klubblokal/i, 'club_house'],
];

const NAMED_FIRST = new Set(['community_centre', 'social_centre', 'events_venue', 'social_club', 'townhall', 'museum']);

const amenities: Record<string, VenueKind> = {
	library: 'library',
	community_centre: 'community_centre',
	social_centre: 'community_centre',
	place_of_worship: 'faith_premises',
	school: 'school',
	kindergarten: 'preschool',
	arts_centre: 'culture_house',
	theatre: 'culture_house',
	events_venue: 'other',
	social_club: 'club_house',
	clubhouse: 'club_house',
};

const buildings: Record<string, VenueKind> = {
	parish_hall: 'faith_premises',
	clubhouse: 'club_house',
	scout_hut: 'scout_hut',
	sports_hall: 'sports_hall',
	sports_centre: 'sports_hall',
};

/** The kind of venue that an element is, or null when it is none where people meet. */
export function venueKindOf(tags: Tags): VenueKind | null {
	const name = tags.name ?? '';
	const named = byName.find(([pattern]) => pattern.test(name))?.[1] ?? null;
	if (tags.club === 'scout' || tags.leisure === 'scout' || tags.building === 'scout_hut') return 'scout_hut';
	const meeting = tags.amenity ?? (tags.tourism === 'museum' ? 'museum' : '');
	if (NAMED_FIRST.has(meeting) && named) return named;
	if (meeting === 'museum') return 'culture_house';
	if (meeting === 'community_centre') return communityCentre(tags);
	const amenity = amenities[meeting];
	if (amenity) return amenity;
	if (tags.leisure === 'sports_centre' || tags.leisure === 'sports_hall') return 'sports_hall';
	const building = buildings[tags.building ?? ''];
	if (building) return named ?? building;
	return tags.club ? (named ?? 'club_house') : null;
}

function communityCentre(tags: Tags): VenueKind {
	if (tags.religion || tags.community_centre === 'parish_hall' || tags.building === 'parish_hall')
		return 'faith_premises';
	if (tags.community_centre === 'youth_centre' || tags['community_centre:for'] === 'juvenile') return 'youth_centre';
	if (tags.community_centre === 'club_home') return 'club_house';
	return 'community_centre';
}
