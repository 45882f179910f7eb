import { expect, test } from 'vitest';
import { completeness, type Telling, tellings, untold } from '../../src/domain/completeness.ts';
import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { toldBy } from '../../src/domain/told-by.ts';
import { activity, organisation, publish, testStore, venue } from '../store.ts';

const at = { lon: 12.86, lat: 56.67 };
const sv = { texts: { sv: { description: 'Vi ses.' } } };
const weekly = [{ start: '2026-03-03T18:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=TU' }];

const full: Listing[] = [
	organisation({
		...{ ...sv, email: 'a@b.example', themes: ['chess'], audiences: ['youth'], languages: ['sv'] },
		position: { ...at, precision: 'exact' },
	}),
	venue({
		...{ ...sv, phone: '035-1', openingHours: 'Mo 10:00-12:00', equipment: ['kitchen'] },
		...{ access: { ramp: false }, position: { ...at, precision: 'street' } },
	}),
	activity({
		...{ ...sv, homepage: 'https://a.example/', themes: ['chess'], audiences: ['youth'], languages: ['sv'] },
		...{ free: false, schedules: weekly, position: { ...at, precision: 'locality' } },
	}),
];

test.each(full.map((listing) => [listing.kind, listing] as const))(
	'%s: all told is 1, and nothing is missed',
	(_, listing) => {
		expect(untold(toldBy(listing))).toEqual([]);
		expect(completeness(toldBy(listing))).toBe(1);
	},
);

test.each(kinds)('%s: with only a name all is missed, in the order in which it helps', (kind) => {
	const bare = ListingSchema.parse({ kind, name: 'x', municipality: '1380', venueKind: 'other' });
	expect(untold(toldBy(bare))).toEqual(tellings[kind]);
	expect(completeness(toldBy(bare))).toBe(0);
});

const changes: [Partial<Listing>, Telling[]][] = [
	[{ texts: { ar: { name: null, description: 'أهلا' } } }, []],
	[{ texts: {} }, ['description']],
	[{ position: { ...at, precision: 'locality' } }, ['exact']],
	[{ position: { ...at, precision: 'municipality' } }, ['place', 'exact']],
	[{ position: { ...at, precision: 'locality' }, masked: true }, []],
	[{ email: null }, ['contact']],
	[{ email: null, phone: '035-1' }, []],
];
test.each(changes)('an association with %j lacks %j', (change, expected) => {
	expect(untold(toldBy({ ...full[0], ...change } as Listing))).toEqual(expected);
});

test('search weighs an entry by the very same figure', async () => {
	const store = await testStore();
	const host = organisation({ name: 'Värd' });
	const [hostId, venueId, ...ids] = await publish(
		store,
		host,
		venue({ name: 'Lokalen', position: { ...at, precision: 'exact' } }),
		...full,
		...changes.map(([change]) => ({ ...full[0], ...change }) as Listing),
	);
	const guests = await publish(
		store,
		activity({ organisation: hostId!, venue: venueId!, price: '20 kronor', schedules: weekly }),
		activity({ onlineUrl: 'https://a.example/' }),
	);
	const all = [hostId!, venueId!, ...ids, ...guests];
	const rows = await store.indexRows.byIds(all);
	expect(rows).toHaveLength(all.length);
	for (const { id, completeness: figure } of rows) {
		const listing = (await store.listings.get(id))!;
		expect(figure, `${id} ${listing.kind}`).toBe(completeness(toldBy(listing)));
	}
});
