import { describe, expect, test } from 'vitest';
import { loadGeography } from '../../db/geography/index.ts';
import { tellings, untold } from '../../src/domain/completeness.ts';
import { freshnessOf } from '../../src/domain/freshness.ts';
import { distanceKm } from '../../src/domain/geo.ts';
import type { Stored } from '../../src/domain/listing.ts';
import { type Theme, themeParent } from '../../src/domain/theme.ts';
import { toldBy } from '../../src/domain/told-by.ts';
import { Figures } from '../../src/planning/figures.ts';
import { ageBands } from '../../src/planning/ground.ts';
import { emptyTally, figure, measures, placeOf, sumOf, type Tally } from '../../src/planning/measures.ts';
import { reachKm } from '../../src/planning/settled.ts';
import type { Store } from '../../src/store/open.ts';
import { invented } from '../demo/invented.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const DAY = 86_400;
/** Dense and thin, a city's district, north and south; 1384 is left empty. */
const filled = ['1380', '2283', '0180', '2523', '0584'];
const { localities, municipalities } = loadGeography();

/** Every entry, read one by one as a page would have it. */
async function everything(store: Store): Promise<Stored[]> {
	const found: Stored[] = [];
	for (let id = 1, gap = 0; gap < 50; id++) {
		const one = await store.listings.get(id);
		gap = one ? 0 : gap + 1;
		if (one) found.push(one);
	}
	return found;
}

const isPublic = (one: Stored | undefined): one is Stored =>
	Boolean(one?.publishedAt) && !one?.archivedAt && !one?.mergedInto;

/** The figures of a municipality by the slowest way there is: each question put to each entry. */
function slowly(code: string, all: ReadonlyMap<number, Stored>, now: number): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (measure: string, by = 1) => counts.set(measure, (counts.get(measure) ?? 0) + by);
	const hosted = new Set<string>();
	for (const one of all.values()) {
		if (!isPublic(one) || one.municipality !== code) continue;
		const { kind } = one;
		const at = kind === 'activity' && one.venue ? all.get(one.venue) : undefined;
		const place = isPublic(at) ? at : undefined;
		const host = kind === 'activity' && one.organisation ? all.get(one.organisation) : undefined;
		add(kind);
		add(`${kind}.where.${whereOf(one, place, code)}`);
		const old = ['silent', 'hidden'].includes(freshnessOf(kind, one.confirmedAt ?? one.publishedAt!, now));
		add(old ? `${kind}.old` : `${kind}.term`);
		add(one.confirmedBy ? `${kind}.by.${one.confirmedBy}` : `${kind}.unconfirmed`);
		const told = toldBy(one);
		add(`${kind}.tellable`, tellings[kind].length);
		add(
			`${kind}.told`,
			tellings[kind].length -
				untold({ ...told, precision: told.precision ?? place?.position?.precision ?? null }).length,
		);
		if (kind === 'venue') {
			add(`venue.kind.${one.venueKind}`);
			continue;
		}
		const themes = new Set<Theme>(one.themes);
		for (const theme of one.themes) if (themeParent(theme)) themes.add(themeParent(theme)!);
		for (const theme of themes) {
			add(`${kind}.theme.${theme}`);
			if (old) add(`${kind}.theme.${theme}.old`);
			if (!isPublic(host) || hosted.has(`${host.id} ${theme}`)) continue;
			hosted.add(`${host.id} ${theme}`);
			add(`activity.theme.${theme}.hosts`);
		}
		if (themes.size === 0) add(`${kind}.theme.none`);
		for (const audience of one.audiences) add(`${kind}.audience.${audience}`);
		if (one.audiences.length === 0) add(`${kind}.audience.none`);
		for (const language of one.languages) add(`${kind}.language.${language}`);
		if (one.languages.length === 0) add(`${kind}.language.none`);
		if (kind === 'activity') for (const measure of agesOf(one)) add(measure);
	}
	return counts;
}

/** Ages asked year by year, from 0 to 120. */
function agesOf({ ages, audiences }: Stored): string[] {
	const groups: Record<string, (age: number) => boolean> = {
		everyone: () => true,
		children: (age) => age < 16,
		youth: (age) => age >= 6 && age < 25,
		families: (age) => age < 16 || (age >= 25 && age < 45),
		seniors: (age) => age >= 65,
	};
	const told = audiences.flatMap((audience) => groups[audience] ?? []);
	if (!ages && told.length === 0) return ['activity.ages.none'];
	const welcome = (age: number) =>
		ages ? age >= ages.min && (age <= ages.max || ages.max >= 80) : told.some((group) => group(age));
	const years = Array.from({ length: 121 }, (_, age) => age).filter(welcome);
	const bands = new Set(years.map((age) => ageBands.findLastIndex((from) => age >= from)));
	return [...bands].flatMap((band) => [
		`activity.open.${band}`,
		...(bands.size < ageBands.length ? [`activity.aimed.${band}`] : []),
	]);
}

function whereOf(one: Stored, place: Stored | undefined, code: string): string {
	const here = localities.filter(({ municipality }) => municipality === code);
	const name = one.locality ?? place?.locality;
	const named = here.find((locality) => locality.name.toLowerCase() === name?.toLowerCase());
	const position = one.position ?? place?.position;
	const near = here
		.map((locality) => ({ locality, km: position ? distanceKm(position, locality) : Infinity }))
		.filter(({ locality, km }) => km <= reachKm(locality.population))
		.sort((a, b) => a.km - b.km)[0]?.locality;
	if (!named && (!position || position.precision === 'municipality')) return 'unplaced';
	const found = named ?? near;
	if (!found) return 'outside';
	const towns = here.filter(({ kind, population }) => kind !== 'district' && population > found.population);
	const town = found.kind === 'district' ? towns.sort((a, b) => distanceKm(found, a) - distanceKm(found, b))[0] : null;
	const { population } = town ?? found;
	return ['under200', 'under1000', 'under10000', 'larger'][
		[200, 1000, 10_000].filter((to) => population >= to).length
	]!;
}

/** What the quick way says, without zeros. */
const said = (tally: Tally): Map<string, number> =>
	new Map(
		measures.map((measure) => [measure as string, figure(tally, measure)] as const).filter(([, value]) => value > 0),
	);
const inOrder = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe('on the invented Sweden', () => {
	test('every figure of every municipality is what asking each entry gives, also after changes', async () => {
		const store = await testStore();
		await publish(store, ...(await invented(NOW, 3, filled)));
		const figures = new Figures(store);
		const before = await figures.at(NOW);
		await compare(store, before.tallies, [...filled, '1384']);

		const ids = [...(await everything(store)).values()];
		const [org, hall, act] = (['organisation', 'venue', 'activity'] as const).map(
			(kind) =>
				ids.find((one) => one.kind === kind && one.municipality === '1380' && (one.kind !== 'activity' || one.venue))!,
		) as [Stored, Stored, Stored & { kind: 'activity' }];
		await store.transaction(async (tx) => {
			await tx.listings.replace(org.id, { ...org, municipality: '1384', themes: ['chess', 'hobby', 'games'] }, NOW);
			await tx.listings.replace(act.venue!, { ...(await tx.listings.get(act.venue!))!, locality: null }, NOW);
			await tx.listings.archive(hall.id, 'closed', NOW);
			await tx.listings.erase(ids.find((one) => one.kind === 'activity' && one.municipality === '2283')!.id);
			await tx.listings.confirm(ids.find((one) => one.municipality === '0180')!.id, 'owner', NOW);
		});
		const after = await figures.at(NOW);
		expect(after.version).toBe(before.version + 1);
		await compare(store, after.tallies, [...filled, '1384']);
		expect((await figures.at(NOW)).version).toBe(after.version);

		const later = NOW + 400 * DAY;
		await compare(store, (await figures.at(later)).tallies, ['1380', '2283'], later);

		// Sums: counties of their municipalities, the country of its counties.
		const { tallies } = await figures.at(NOW);
		const byCounty = Map.groupBy(municipalities, ({ county }) => county);
		const counties = [...byCounty.values()].map((some) => sumOf(some.map(({ code }) => tallies.get(code)!)));
		expect(sumOf(counties)).toEqual(sumOf(tallies.values()));
		const total = (await everything(store)).filter(isPublic).length;
		const country = sumOf(tallies.values());
		expect(figure(country, 'organisation') + figure(country, 'venue') + figure(country, 'activity')).toBe(total);
	}, 120_000);
});

async function compare(store: Store, tallies: ReadonlyMap<string, Tally>, codes: string[], now = NOW): Promise<void> {
	const all = new Map((await everything(store)).map((one) => [one.id, one]));
	for (const code of codes)
		expect({ code, figures: inOrder(said(tallies.get(code)!)) }).toEqual({
			code,
			figures: inOrder(slowly(code, all, now)),
		});
}

test('what is not public counts nowhere, and what is merged counts once', async () => {
	const store = await testStore();
	const [kept, gone, away] = await publish(
		store,
		organisation({ themes: ['chess'] }),
		organisation({ name: 'Samma', themes: ['chess'] }),
		venue({ name: 'Stängd' }),
	);
	await store.transaction(async (tx) => {
		await tx.listings.create(organisation({ name: 'Väntar' }), { at: NOW });
		await tx.listings.archive(away!, 'closed', NOW);
		await tx.merges.join({
			kept: kept!,
			gone: gone!,
			by: null as never,
			at: NOW,
			changes: [],
			slugBefore: 'x',
			keeps: [],
		});
	});
	const tally = (await new Figures(store).at(NOW)).tallies.get('1380')!;
	expect(figure(tally, 'organisation')).toBe(1);
	expect(figure(tally, 'organisation.theme.hobby')).toBe(1);
	expect(figure(tally, 'venue')).toBe(0);
});

test('who looks after an entry and what a register brought are counted', async () => {
	const store = await testStore();
	const [one] = await publish(store, activity({ themes: ['choir'] }), organisation());
	await store.transaction(async (tx) => {
		const person = await tx.people.known('a@example.org', 'sv', NOW);
		await tx.people.give(person, { role: 'owner', listing: one!, municipality: null }, null, NOW);
		await tx.people.give(person, { role: 'editor', listing: one!, municipality: null }, null, NOW);
	});
	const tally = (await new Figures(store).at(NOW)).tallies.get('1380')!;
	expect(figure(tally, 'activity.kept')).toBe(1);
	expect(figure(tally, 'activity.theme.culture.kept')).toBe(1);
	expect(figure(tally, 'organisation.kept')).toBe(0);
	expect(figure(tally, 'organisation.registered')).toBe(0);
});

test('measures have names that are all different, and a sum of nothing is nothing', () => {
	expect(new Set(measures).size).toBe(measures.length);
	expect(measures.map(placeOf)).toEqual(measures.map((_, place) => place));
	expect(sumOf([])).toEqual(emptyTally());
});
