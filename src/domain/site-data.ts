import type { BreadcrumbList, CollectionPage, SearchAction, WebSite, WithContext } from 'schema-dts';

/** Pages that lead to entries as schema.org data (JSON-LD). Addresses are whole ones. */

const context = 'https://schema.org' as const;

/** A page and what it is called. */
export interface Step {
	name: string;
	url: string;
}

/** The site itself, and where its search is; `searchUrl` takes the words as `q`. */
export function websiteData(site: Step & { description: string; language: string }, searchUrl: string) {
	const { name, url, description, language } = site;
	return {
		'@context': context,
		'@type': 'WebSite',
		name,
		url,
		description,
		inLanguage: language,
		potentialAction: {
			'@type': 'SearchAction',
			target: { '@type': 'EntryPoint', urlTemplate: `${searchUrl}?q={words}` },
			// Google's own property, unknown to the vocabulary's types.
			'query-input': 'required name=words',
		} as SearchAction,
	} satisfies WithContext<WebSite>;
}

/** The way to a page, from the top; the page itself last. */
export function breadcrumbData(steps: readonly Step[]): WithContext<BreadcrumbList> {
	return {
		'@context': context,
		'@type': 'BreadcrumbList',
		itemListElement: steps.map(({ name, url }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			item: url,
		})),
	};
}

/** A page that gathers others: the ones it shows, in its order. */
export function collectionData(
	page: Step & { description: string },
	shown: readonly Step[],
	total = shown.length,
): WithContext<CollectionPage> {
	return {
		'@context': context,
		'@type': 'CollectionPage',
		name: page.name,
		url: page.url,
		description: page.description,
		mainEntity: {
			'@type': 'ItemList',
			numberOfItems: total,
			itemListElement: shown.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, url })),
		},
	};
}

/** How much of a site is the invented Sweden. */
export type Invented = 'none' | 'some' | 'all';
