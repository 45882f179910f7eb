import { packed } from '#domain/municipality-list.ts';
import type { Site } from '#site';
import type { Municipality } from '../store/geography.ts';

const lists = new WeakMap<readonly Municipality[], string>();
const byName = new Intl.Collator('sv');

/** All municipalities by name, packed to be chosen from. The same for everybody: sorted once. */
export async function municipalityList({ store }: Pick<Site, 'store'>): Promise<string> {
	const all = await store.geography.municipalities();
	const known = lists.get(all);
	if (known !== undefined) return known;
	const list = packed([...all].sort((a, b) => byName.compare(a.name, b.name)));
	lists.set(all, list);
	return list;
}
