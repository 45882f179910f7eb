import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import { KEY_SIGNS, renewedKeys, type SigningKey } from './signed.ts';

/** The name under which the store keeps them. */
const NAME = 'signing_keys';
const KeysSchema = z.array(z.object({ id: z.string(), secret: z.string(), since: z.number() }));

async function kept(store: Queries): Promise<SigningKey[]> {
	return KeysSchema.parse(JSON.parse((await store.meta.get(NAME)) ?? '[]'));
}

/** The store's keys, the one that signs first; made when there is none, and renewed when it is old. Not within a transaction. */
export async function signingKeys(store: Store, now: number): Promise<[SigningKey, ...SigningKey[]]> {
	const known = await kept(store);
	if (known[0] && now - known[0].since < KEY_SIGNS) return known as [SigningKey, ...SigningKey[]];
	return store.transaction(async (tx) => {
		const keys = renewedKeys(await kept(tx), now);
		await tx.meta.set(NAME, JSON.stringify(keys));
		return keys as [SigningKey, ...SigningKey[]];
	});
}
