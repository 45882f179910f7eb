// A process that writes until it is killed: an organisation and its venue in one transaction, told once committed.
import { writeSync } from 'node:fs';
import { ListingSchema } from '../../src/domain/listing.ts';
import { openStore } from '../../src/store/open.ts';

const store = await openStore(process.argv[2]!);
for (let n = 0; ; n++) {
	const ids = await store.transaction(async (tx) => {
		const name = `Förening ${process.pid}-${n}`;
		const options = { at: 1_772_000_000, publish: true };
		const keeper = await tx.listings.create(
			ListingSchema.parse({ kind: 'organisation', name, municipality: '1380', themes: ['chess'] }),
			options,
		);
		const rooms = [{ name: 'Salen', equipment: ['stage' as const] }, { name: 'Köket' }];
		const venue = {
			kind: 'venue' as const,
			name,
			municipality: '1380',
			venueKind: 'bygdegard' as const,
			keeper,
			rooms,
		};
		return [keeper, await tx.listings.create(ListingSchema.parse(venue), options)];
	});
	writeSync(1, `${ids.join('\n')}\n`);
}
