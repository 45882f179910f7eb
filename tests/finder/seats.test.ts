import { expect, test } from 'vitest';
import { everything } from '../../src/domain/query.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { activity, NOW, publish, testStore, venue } from '../store.ts';

test('a venue has room for what it says itself or for what its largest room does, and the finder follows', async () => {
	const store = await testStore();
	const rooms = [
		{ name: 'Stora salen', seats: 120 },
		{ name: 'Köket', seats: 8 },
	];
	const [hall, small, unknown] = await publish(
		store,
		venue({ name: 'Hallen', rooms }),
		venue({ name: 'Stugan', seats: 30 }),
		venue({ name: 'Magasinet', rooms: [{ name: 'Vinden' }] }),
	);
	await publish(store, activity({ name: 'Bokträff', venue: hall! }));
	const finder = await createFinder(store);
	const withRoom = (seats: number) =>
		finder
			.search({ ...everything, seats }, NOW)
			.hits.map(({ id }) => id)
			.sort();
	// What happens there is no room.
	expect(withRoom(20)).toEqual([hall, small]);
	expect(withRoom(30)).toEqual([hall, small]);
	expect(withRoom(31)).toEqual([hall]);
	expect(withRoom(121)).toEqual([]);
	expect(finder.search(everything, NOW).facets.seats).toEqual({ 10: 2, 20: 2, 50: 1, 100: 1 });
	const [face] = await store.faces.byIds([hall!], 'sv');
	expect(face!.seats).toBe(120);

	await store.transaction((tx) => tx.listings.replace(unknown!, venue({ name: 'Magasinet', seats: 250 }), NOW));
	await finder.follow();
	expect(withRoom(121)).toEqual([unknown]);
	expect(finder.search({ ...everything, seats: 400 }, NOW).widen).toEqual({ drop: 'seats', count: 4 });
});
