import type { Kind } from './taxonomies.ts';

/** The Swedish path segment of each kind; pages in other languages are translated from it in text/. */
export const segments: Record<Kind, string> = { organisation: 'forening', venue: 'lokal', activity: 'aktivitet' };

/** The address of an entry within the site, in Swedish: `/forening/asas-bygdegard`. */
export const listingPath = (kind: Kind, slug: string): string => `/${segments[kind]}/${slug}`;
