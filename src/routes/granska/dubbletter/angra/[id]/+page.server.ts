import { redirect } from '@sveltejs/kit';
import { Conflict } from '#domain/errors.ts';
import { mergeShown, mergeToUndo, undoMerge } from '#domain/merge.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../../../../form.ts';
import { ownAccount } from '../../../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const id = idOf(event.params.id);
	const { merge, kept, gone } = await mergeShown(site.store, actor, id);
	const undoing = await mergeToUndo(site.store, actor, id).catch((reason: unknown) => {
		if (reason instanceof Conflict) return { closed: reason.key, back: [], stays: [] };
		throw reason;
	});
	return {
		...{ id, at: merge.at, kept: kept.name, gone: gone.name, municipality: kept.municipality, now: site.now() },
		...{ back: undoing.back, stays: undoing.stays, closed: 'closed' in undoing ? undoing.closed : null },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const id = idOf(event.params.id);
		await formOf(event.request);
		try {
			const { kept } = await mergeShown(site.store, actor, id);
			await undoMerge(site.store, actor, id, site.now());
			redirect(303, `${localizeHref('/granska/dubbletter')}?kommun=${kept.municipality}&klart=undone`);
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
	},
};
