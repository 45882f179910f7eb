/** Merges two entries and takes it back, again and again, to be killed on the way: `node child.ts FOLDER KEPT GONE PERSON`. */
import { mergeListings, twoToReview, undoMerge } from '../../src/domain/merge.ts';
import { openStore } from '../../src/store/open.ts';

const [folder, ...ids] = process.argv.slice(2) as [string, ...string[]];
const [kept, gone, person] = ids.map(Number) as [number, number, number];
const store = await openStore(folder);
const desk = (await store.people.actor(person))!;
for (let now = 1; ; now++) {
	const { seen } = await twoToReview(store, desk, { kept, gone });
	const choices = { name: 'gone', email: 'gone' };
	const id = await mergeListings(store, desk, { kept, gone }, { choices, seen }, now);
	process.stdout.write('m');
	await undoMerge(store, desk, id, now);
	process.stdout.write('u');
}
