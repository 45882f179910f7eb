import { error } from '@sveltejs/kit';
import type { Area } from '#planning/area.ts';
import { type Choice, ChoiceSchema, everyPlace } from '#planning/choice.ts';
import type { Site } from '../../site.ts';

/** What a page of planning is about. */
export interface Asked {
	/** The municipality, county or country of the address. */
	whole: Area;
	/** The part of it that is asked about; the whole, if no part is. */
	area: Area;
	choice: Choice;
	/** Whether a part was asked for that nobody knows. */
	unknown: boolean;
	/** County above it, where there is one. */
	county: { name: string; slug: string } | null;
	/** Parts that can be asked about, by the value of the parameter `area`. */
	parts: { value: string; name: string }[];
}

export const COUNTRY = 'sverige';

/**
 * Reads an address: `/planering/halmstad?area=locality-2706767&theme=language_cafe`. Throws 404 for a place that there is not;
 * a parameter that can't be read asks for nothing.
 */
export async function askedOf(site: Site, slug: string, params: URLSearchParams, country: string): Promise<Asked> {
	const { whole, county } = await wholeOf(site, slug, country);
	const choice = choiceOf(params);
	const parts = whole.kind === 'municipality' ? await partsOf(site, whole) : [];
	const wanted = params.get('area') ?? '';
	const part = parts.find(({ area }) => partName(area) === wanted)?.area;
	return {
		whole,
		area: part ?? whole,
		choice,
		unknown: wanted !== '' && !part,
		county,
		parts: parts.map(({ area }) => ({ value: partName(area), name: area.name })),
	};
}

/** How a part of an area is written in an address. */
export const partName = ({ kind, key }: Area): string => `${kind}-${key}`;

/** What is chosen by the parameters that can be read. */
export function choiceOf(params: URLSearchParams): Choice {
	const given = Object.fromEntries(
		[...new Set(params.keys())].filter((key) => key in everyPlace).map((key) => [key, params.getAll(key).join(',')]),
	);
	const read = ChoiceSchema.safeParse(given);
	if (read.success) return read.data;
	const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
	return ChoiceSchema.parse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))));
}

async function wholeOf({ store }: Site, slug: string, country: string): Promise<Pick<Asked, 'whole' | 'county'>> {
	const none = { locality: null, polygon: null };
	if (slug === COUNTRY)
		return { whole: { ...none, kind: 'country', key: 'se', name: country, municipalities: [] }, county: null };
	const counties = await store.geography.counties();
	const county = counties.find((one) => one.slug === slug);
	const all = await store.geography.municipalities();
	if (county) {
		const municipalities = all.filter((one) => one.county === county.code).map(({ code }) => code);
		return { whole: { ...none, kind: 'county', key: county.code, name: county.name, municipalities }, county: null };
	}
	const one = all.find((municipality) => municipality.slug === slug);
	if (!one) error(404, 'municipality.unknown');
	const above = counties.find(({ code }) => code === one.county)!;
	return {
		whole: { ...none, kind: 'municipality', key: one.code, name: one.name, municipalities: [one.code] },
		county: { name: above.name, slug: above.slug },
	};
}

async function partsOf({ store }: Site, whole: Area): Promise<{ area: Area }[]> {
	const localities = await store.geography.localitiesOf(whole.key);
	return localities.map(({ id, name }) => ({
		area: { ...whole, kind: 'locality' as const, key: String(id), name, locality: id },
	}));
}
