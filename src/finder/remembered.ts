/**
 * What was found for a thing and a text, kept while the thing lives and there is room for it: `most` texts in all, then
 * everything is let go of. For what the same pages ask again and again.
 */
export function remembered<Thing extends object, Found>(most: number, find: (thing: Thing, text: string) => Found) {
	let all = new WeakMap<Thing, Map<string, Found>>();
	let count = 0;
	return (thing: Thing, text: string): Found => {
		const before = all.get(thing)?.get(text);
		if (before !== undefined) return before;
		const found = find(thing, text);
		if (++count > most) {
			all = new WeakMap();
			count = 1;
		}
		const own = all.get(thing) ?? new Map<string, Found>();
		all.set(thing, own.set(text, found));
		return found;
	};
}
