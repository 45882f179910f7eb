import type { Kind } from './taxonomies.ts';

/** The Swedish path segment of each kind; pages in other languages are translated from it in text/. */
export const segments: Record<Kind, string> = { organisation: 'forening', venue: 'lokal', activity: 'aktivitet' };

/** The address of a picture within the site: in full, or small. */
export const photoPath = (id: string, size: 'large' | 'small'): string =>
	`/bild/${id}${size === 'small' ? '-liten' : ''}.webp`;

/** The address of an entry within the site, in Swedish: `/forening/asas-bygdegard`. */
export const listingPath = (kind: Kind, slug: string): string => `/${segments[kind]}/${slug}`;
