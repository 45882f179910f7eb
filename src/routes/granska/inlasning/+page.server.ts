import { error, redirect } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { receiveUpload } from '#domain/upload.ts';
import { UPLOAD_KEPT_DAYS } from '#domain/upload-state.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { refused } from '../../form.ts';
import { atDesk } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { theirs } = await atDesk(event);
	const { site } = event.locals;
	const nameOf = new Map(theirs.map(({ code, fullName }) => [code, fullName]));
	const uploads = await site.store.uploads.of([...nameOf.keys()]);
	const byName = new Intl.Collator('sv');
	return {
		municipalities: theirs.map(({ code, name }) => ({ code, name })).sort((a, b) => byName.compare(a.name, b.name)),
		uploads: uploads.map(({ id, fileName, state, municipality, madeAt }) => ({
			...{ id, fileName, state, madeAt },
			municipality: theirs.length > 1 ? (nameOf.get(municipality) ?? null) : null,
		})),
		keptDays: UPLOAD_KEPT_DAYS,
		done: event.url.searchParams.has('done'),
		now: site.now(),
	};
};

/** The form with its file; what is no form that can be read is refused. */
async function uploadOf(request: Request) {
	const form = await request.formData().catch((reason: unknown) => {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	});
	const [file, municipality] = [form.get('file'), form.get('municipality')];
	if (!(file instanceof File) || !file.name) throw new Invalid({ file: 'missing' });
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), municipality: String(municipality ?? '') };
}

export const actions: Actions = {
	default: async (event) => {
		// Before a byte of the file is read: who has no desk hands nothing in.
		const { actor, theirs } = await atDesk(event);
		const { site } = event.locals;
		let id: number;
		try {
			const given = await uploadOf(event.request);
			const municipality = theirs.length === 1 ? theirs[0]!.code : given.municipality;
			if (!municipality) throw new Invalid({ municipality: 'missing' });
			id = await receiveUpload(site.store, actor, { ...given, municipality }, site.now());
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, localizeHref(`/granska/inlasning/${id}`));
	},
};
