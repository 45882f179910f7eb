import { error } from '@sveltejs/kit';
import { isTheme } from '#domain/theme.ts';
import { dateOf } from '#domain/time.ts';
import type { Area } from '#planning/area.ts';
import { type Choice, ChoiceSchema, everyPlace } from '#planning/choice.ts';
import type { Weights } from '#planning/topics/diversity.ts';
import type { Site } from '../../site.ts';
import { drawnWhole } from './drawn-area.ts';
import { DRAWN } from './drawn-href.ts';

/** What a page of planning is about. */
export interface Asked {
	/** The municipality, county or country of the address, or the area that was drawn. */
	whole: Area;
	/** The part of it that is asked about; the whole, if no part is. */
	area: Area;
	choice: Choice;
	/** What themes weigh in the section on diversity, where it is not 1. */
	weights: Weights;
	/** Its address: the last part. */
	slug: string;
	/** The month whose kept figures are meant, "2026-03", and the date that asks for it; null for those of now. */
	month: string | null;
	asOf: string | null;
	/** Whether a part was asked for that nobody knows. */
	unknown: boolean;
	/** County above it, where there is one. */
	county: { name: string; slug: string } | null;
	/** Parts that can be asked about, by the value of the parameter `area`. */
	parts: { value: string; name: string }[];
}

export const COUNTRY = 'sverige';

/**
 * Reads an address: `/planering/halmstad?area=locality-2706767&theme=language_cafe`, or `/planering/ritat?ring=…`. Throws 404 for
 * a place that there is not, and leads to the page that draws for a ring that is none; another parameter that can't be read
 * asks for nothing.
 */
export async function askedOf(site: Site, slug: string, params: URLSearchParams, country: string): Promise<Asked> {
	const { whole, county } =
		slug === DRAWN ? { whole: await drawnWhole(site, params), county: null } : await wholeOf(site, slug, country);
	const choice = choiceOf(params);
	const parts = whole.kind === 'municipality' ? await partsOf(site, whole) : [];
	// What was kept of earlier months are figures of municipalities.
	const month = whole.kind === 'drawn' ? null : await monthAsked(site, params.get('asOf'));
	const wanted = params.get('area') ?? '';
	const part = await outlined(site, parts.find(({ area }) => partName(area) === wanted)?.area);
	return {
		whole,
		area: part ?? whole,
		choice,
		weights: weightsOf(params),
		slug,
		month,
		asOf: month && params.get('asOf'),
		unknown: wanted !== '' && !part,
		county,
		parts: parts.map(({ area }) => ({ value: partName(area), name: area.name })),
	};
}

/**
 * The newest month whose figures were kept on a date (`2026-03-15`) or before; null for today and what can't be read. Of a
 * date before all that was kept it is the first month, and the page says which it shows.
 */
async function monthAsked({ store, now }: Site, date: string | null): Promise<string | null> {
	if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date) || date >= dateOf(now())) return null;
	const months = await store.monthlyFigures.months();
	const then = months.findLast(({ takenAt }) => dateOf(takenAt) <= date) ?? months[0];
	return then?.month ?? null;
}

/** What themes weigh by `weight-sport=2`, 0 to 9; what can't be read and what weighs 1 is left out. */
function weightsOf(params: URLSearchParams): Weights {
	const weights: Weights = {};
	for (const [name, value] of params) {
		const theme = name.replace(/^weight-/, '');
		if (name === theme || !isTheme(theme) || !/^\d$/.test(value) || value === '1') continue;
		weights[theme] = Number(value);
	}
	return weights;
}

/** The parameters of an address that ask for the same but weights, each with its value. */
export function parametersOf({
	area,
	whole,
	choice,
	asOf,
}: Pick<Asked, 'area' | 'whole' | 'choice' | 'asOf'>): [string, string][] {
	const chosen = Object.entries(choice).flatMap(([name, value]): [string, string][] =>
		Array.isArray(value) ? (value.length > 0 ? [[name, value.join(',')]] : []) : value ? [[name, '1']] : [],
	);
	const dated: [string, string][] = asOf ? [['asOf', asOf], ...chosen] : chosen;
	return [...placeParameters({ area, whole }), ...dated];
}

/** The parameters that say which part of the address's place is meant, or what was drawn. */
export function placeParameters({ area, whole }: Pick<Asked, 'area' | 'whole'>): [string, string][] {
	if (area.kind === 'drawn') return [['ring', area.key]];
	return area === whole ? [] : [['area', partName(area)]];
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
	const districts = await store.areas.named(whole.key);
	return [
		...localities.map(({ id, name }) => ({
			area: { ...whole, kind: 'locality' as const, key: String(id), name, locality: id },
		})),
		...districts.map(({ level, code, name }) => ({
			area: { ...whole, kind: 'district' as const, key: `${level}.${code}`, name },
		})),
	];
}

/** A district with its outline, which is only read when it is asked about. */
async function outlined({ store }: Site, area: Area | undefined): Promise<Area | undefined> {
	if (area?.kind !== 'district') return area;
	const [level, code] = area.key.split('.') as ['district' | 'regso', string];
	const found = await store.areas.get(level, code);
	return found && { ...area, polygon: found.polygon };
}
