import { duplicatesIn } from '#domain/duplicate.ts';
import type { Face } from '#domain/face.ts';
import { may } from '#domain/permission.ts';
import { atDesk } from '../desk.ts';
import type { PageServerLoad } from './$types';

/** So many pairs are shown: when they are decided, others come forward. */
const MOST = 100;

const named = (face: Face | undefined) =>
	face && { kind: face.kind, slug: face.slug, name: face.name, place: face.locality };

export const load: PageServerLoad = async (event) => {
	const { actor, theirs: all } = await atDesk(event);
	const { site, locale } = event.locals;
	const theirs = all.filter(({ code }) => may(actor, 'listing.merge', { municipality: code }));
	const asked = event.url.searchParams.get('kommun');
	const chosen = theirs.find(({ code }) => code === asked) ?? (theirs.length === 1 ? theirs[0] : undefined);
	const pairs = chosen ? await duplicatesIn(site.store, chosen.code) : [];
	const shown = pairs.slice(0, MOST);
	const merges = chosen ? await site.store.merges.lately(chosen.code) : [];
	const faces = await site.store.faces.byIds([...new Set(shown.flatMap(({ one, other }) => [one, other]))], locale);
	const faceOf = new Map(faces.map((face) => [face.id, face]));
	const names = await namesOf(merges.flatMap(({ kept, gone }) => [kept, gone]));
	const done = event.url.searchParams.get('klart');
	return {
		chosen: chosen ? { code: chosen.code, name: chosen.fullName } : null,
		municipalities: theirs.length > 1 ? theirs.map(({ code, name }) => ({ code, name })) : [],
		pairs: shown.flatMap(({ one, other, score, reasons }) => {
			const [first, second] = [named(faceOf.get(one)), named(faceOf.get(other))];
			return first && second ? [{ path: `/granska/dubbletter/${one}-${other}`, first, second, score, reasons }] : [];
		}),
		total: pairs.length,
		merges: merges.map(({ id, kept, gone }) => ({ id, kept: names.get(kept)!, gone: names.get(gone)! })),
		done: done && /^(apart|undone|\d{1,15})$/.test(done) ? done : null,
		doneName: names.get(merges.find(({ id }) => String(id) === done)?.kept ?? 0) ?? null,
	};

	async function namesOf(ids: readonly number[]): Promise<Map<number, string>> {
		const found = await Promise.all([...new Set(ids)].map((id) => site.store.listings.get(id)));
		return new Map(found.flatMap((listing) => (listing ? [[listing.id, listing.name] as const] : [])));
	}
};
