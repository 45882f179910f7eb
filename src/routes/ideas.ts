import type { Query } from '#domain/query.ts';
import type { Facets } from '#domain/search.ts';
import type { Theme } from '#domain/theme.ts';

/** What many look for, in the order it is offered. */
const themes = [
	'language_cafe',
	'football',
	'chess',
	'open_preschool',
	'choir',
	'homework_help',
	'seniors',
	'gardening',
] as const satisfies Theme[];

export type Idea =
	| { theme: (typeof themes)[number] }
	| (Pick<Query, 'kind'> & ({ venueKind: 'bygdegard' } | { equipment: 'kitchen' }));

/** Those that lead somewhere. */
export const ideasOf = ({ theme, venueKind, equipment }: Facets): Idea[] => [
	...themes.filter((code) => theme[code]).map((code) => ({ theme: code })),
	...(venueKind.bygdegard ? [{ kind: ['venue' as const], venueKind: 'bygdegard' as const }] : []),
	...(equipment.kitchen ? [{ kind: ['venue' as const], equipment: 'kitchen' as const }] : []),
];
