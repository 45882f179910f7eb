/** Works on one upload, in a process of its own: `node import-work.ts FOLDER ID [people]`. Started by import-office.ts. */
import { workOnPeople } from '../intake/people/uploaded.ts';
import { workOn } from '../intake/uploaded.ts';
import { readGeoPackage } from '../store/geopackage.ts';
import { openStore } from '../store/open.ts';

/** Milliseconds between two words on how far it has come. */
const SAY = 200;

// Who started it is gone: what is half written is not kept.
process.on('disconnect', () => process.exit(1));

const [folder, number, handed] = process.argv.slice(2) as [string, string, string?];
const id = Number(number);
const store = await openStore(folder);
let said = 0;
function progress(done: number, all: number): void {
	const now = Date.now();
	if (done < all && now - said < SAY) return;
	said = now;
	(handed === 'people' ? store.peopleFiles : store.files).say(id, { done, all });
	// The one that waits may want to know of each step.
	if (process.connected) process.send!({ done, all }, () => undefined);
}
const means = { now: () => Math.floor(Date.now() / 1000), progress, readGeoPackage };
await (handed === 'people' ? workOnPeople : workOn)(store, id, means);
store.close();
process.exit(0);
