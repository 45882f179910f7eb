import { expect, test } from 'vitest';
import { type Choice, choiceKey, chosen, everyPlace } from '../../src/planning/choice.ts';
import type { Ground } from '../../src/planning/ground.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const at = (lon: number, lat: number, precision: 'exact' | 'locality' | 'municipality' = 'exact') => ({
	position: { lon, lat, precision },
});
const monday = (start: string) => [
	{ start: `2026-03-09T${start}`, minutes: 90, rule: 'FREQ=WEEKLY', except: [], extra: [] },
];

/** A village's places, and what is chosen of them by name. */
async function village() {
	const store = await testStore();
	const [host, hall, library, jetty] = await publish(
		store,
		organisation(),
		venue({ name: 'Hall', ...at(12.9, 56.7), access: { step_free_entrance: true } }),
		venue({ name: 'Bibliotek', venueKind: 'library', ...at(12.91, 56.7), openingHours: 'Mo-Fr 10:00-19:00' }),
		venue({ name: 'Brygga', venueKind: 'outdoor_place', ...at(12.92, 56.7) }),
	);
	await publish(
		store,
		venue({ name: 'Okänd' }),
		venue({ name: 'Någonstans', ...at(12.86, 56.67, 'municipality') }),
		activity({
			name: 'Språkkafé',
			organisation: host!,
			venue: hall!,
			themes: ['language_cafe'],
			audiences: ['newcomers'],
			languages: ['ar'],
			schedules: monday('18:00'),
		}),
		activity({
			name: 'Dagkafé',
			organisation: host!,
			venue: library!,
			themes: ['seniors'],
			languages: ['ar'],
			schedules: monday('10:00'),
		}),
		activity({ name: 'Bad', organisation: host!, venue: jetty!, themes: ['swimming'] }),
		activity({ name: 'Lopp', organisation: host!, themes: ['athletics'], ...at(12.93, 56.7) }),
	);
	const { places, activities, unplaced } = await store.supply.read();
	const ground = { people: null as never, places, activities, unplaced, at: NOW } satisfies Ground;
	const names = new Map<number, string>();
	for (const id of places.listing) names.set(id, (await store.listings.get(id))!.name);
	const pick = (choice: Partial<Choice>) =>
		Array.from(chosen(ground, { ...everyPlace, ...choice }), (place) => names.get(places.listing[place]!));
	return { pick, ground };
}

test('a choice asks of one place, and of one activity at it, all that it says', async () => {
	const { pick, ground } = await village();
	const found: [Partial<Choice>, string[]][] = [
		[{}, ['Hall', 'Bibliotek']],
		[{ venueKind: ['library'] }, ['Bibliotek']],
		[{ venueKind: ['outdoor_place'] }, ['Brygga']],
		[{ stepFree: true }, ['Hall']],
		[{ theme: ['newcomers'] }, ['Hall']],
		[{ theme: ['language_cafe', 'seniors'] }, ['Hall', 'Bibliotek']],
		[{ theme: ['sport'] }, ['Brygga', 'Lopp']],
		[{ theme: ['swimming'], stepFree: true }, []],
		[{ audience: ['newcomers'] }, ['Hall']],
		[{ language: ['ar'] }, ['Hall', 'Bibliotek']],
		[{ language: ['ar'], theme: ['seniors'], audience: ['newcomers'] }, []],
		[{ evening: true }, ['Hall', 'Bibliotek']],
		[{ evening: true, language: ['ar'] }, ['Hall']],
		[{ evening: true, venueKind: ['library'] }, ['Bibliotek']],
		[{ language: ['so'] }, []],
	];
	for (const [choice, names] of found) expect({ choice, found: pick(choice) }).toEqual({ choice, found: names });
	expect([...ground.unplaced]).toEqual([[1380, 2]]);
});

test('the order in which a choice is made is of no matter', () => {
	const a: Choice = { ...everyPlace, theme: ['chess', 'choir'], venueKind: ['library', 'cafe'] };
	const b: Choice = { ...everyPlace, theme: ['choir', 'chess'], venueKind: ['cafe', 'library'] };
	expect(choiceKey(a)).toBe(choiceKey(b));
	expect(choiceKey(a)).not.toBe(choiceKey({ ...a, evening: true }));
});

test('what is not published is no place, and a masked address no more than its settlement', async () => {
	const store = await testStore();
	await store.transaction(async (tx) => {
		await tx.listings.create(venue({ name: 'Ej publicerad', ...at(12.9, 56.7) }), { at: NOW, publish: false });
		await tx.listings.create(
			venue({ name: 'Skyddad', ...at(12.901234, 56.701234), masked: true, locality: 'Halmstad' }),
			{
				at: NOW,
				publish: true,
			},
		);
	});
	const { places } = await store.supply.read();
	expect([...places.lon]).not.toContain(12.901234);
	expect(places.listing.length).toBeLessThanOrEqual(1);
});
