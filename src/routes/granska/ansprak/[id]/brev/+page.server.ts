import { PAPER_DAYS, paperFor } from '#domain/claim-paper.ts';
import { noteRead } from '#domain/personal-read.ts';
import { idOf } from '../../../../form.ts';
import { ownAccount } from '../../../../personal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { claim, listing, person, taken, open, address } = await paperFor(site.store, actor, idOf(event.params.id));
	const read = { people: [person.id], municipality: claim.municipality };
	await noteRead(site.store, actor, { ...read, what: 'claim', about: claim.id }, site.now());
	return {
		...{ id: claim.id, name: listing.name, by: person.email, address, taken, open, days: PAPER_DAYS, now: site.now() },
		/** A letter is on its way until then. */
		until: claim.state === 'begun' ? claim.expiresAt : null,
	};
};
