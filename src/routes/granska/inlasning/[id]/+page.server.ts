import { redirect } from '@sveltejs/kit';
import { fields } from '#domain/register-field.ts';
import { dropUpload, publishUpload, remapUpload, undoUpload, uploadSeen } from '#domain/upload.ts';
import { isWorking, ROWS_A_PAGE, type RowFate, rowFates, UPLOAD_KEPT_DAYS } from '#domain/upload-state.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { fieldWord, fileWord, flat, howRead, isManyGone, reasonWord } from '#text/intake.ts';
import type { Found } from '../../../../intake/uploaded.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { ownAccount } from '../../../personal.ts';
import { deskPlace, goingOn } from '../../desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Locale = 'sv' | 'en';

/** What each column means now, and what it could. */
function meaningsIn({ columns = [], mapping }: Partial<Found>, locale: Locale) {
	const meaning = (name: string) => {
		const field = fields.find((one) => mapping?.fields[one]?.includes(name));
		return field ?? (mapping?.contacts.includes(name) ? 'contacts' : 'ignored');
	};
	return {
		columns: columns.map(({ name, sample }) => ({ name, sample, meaning: meaning(name) })),
		meanings: [...fields, 'contacts'].map((value) => ({ value, label: fieldWord(value, locale) })),
	};
}

/** A page of rows of one fate, in words. */
async function rowsOf({ params, url, locals }: Pick<RequestEvent, 'params' | 'url' | 'locals'>) {
	const { store } = locals.site;
	const locale = locals.locale as Locale;
	const id = idOf(params.id);
	const counts = await store.uploads.rowCounts(id);
	const asked = url.searchParams.get('fate');
	const fate: RowFate = rowFates.find((one) => one === asked) ?? rowFates.find((one) => counts[one]) ?? 'added';
	const total = counts[fate] ?? 0;
	const given = url.searchParams.get('page') ?? '';
	const page = Math.min(/^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1, Math.max(1, Math.ceil(total / ROWS_A_PAGE)));
	const rows = await store.uploads.rows(id, fate, { most: ROWS_A_PAGE, skip: (page - 1) * ROWS_A_PAGE });
	return {
		fates: rowFates.map((one) => ({ fate: one, count: counts[one] ?? 0 })),
		...{ fate, page, total, first: (page - 1) * ROWS_A_PAGE + 1 },
		rows: rows.map(({ line, name, differences, problems }) => ({
			...{ line, name },
			differences: differences.map(({ field, before, after }) => ({
				field: fieldWord(field, locale),
				before: flat(field, before, locale),
				after: flat(field, after, locale),
			})),
			problems: problems.map(({ field, reason, value }) => ({
				text: `${fieldWord(field, locale)} ${reasonWord(reason, locale)}`,
				value,
			})),
		})),
	};
}

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const locale = event.locals.locale as Locale;
	const upload = await uploadSeen(site.store, actor, idOf(event.params.id));
	const { id, fileName, state, reason, batch } = upload;
	const found = (upload.found ?? {}) as Partial<Found>;
	const { counts } = found;
	return {
		...{ id, fileName, state, batch },
		municipality: (await site.store.geography.municipality(upload.municipality))!.fullName,
		working: isWorking(state),
		progress: isWorking(state) ? site.store.files.said(id) : null,
		reason: reason?.startsWith('file_') ? fileWord(reason.slice(5), locale) : null,
		why: reason,
		counts: counts ?? null,
		before: counts ? counts.changed + counts.unchanged + counts.gone : 0,
		manyGone: counts ? isManyGone(counts.gone, counts.changed + counts.unchanged + counts.gone) : false,
		how:
			found.known !== undefined && found.mapping
				? howRead({ known: found.known, mapping: found.mapping }, locale)
				: null,
		unplaced: found.unplaced ?? [],
		...meaningsIn(found, locale),
		preview: state === 'ready' ? await rowsOf(event) : null,
		keptDays: UPLOAD_KEPT_DAYS,
		desk: await deskPlace(event, 'import', id),
	};
};

const pathOf = (event: RequestEvent) => localizeHref(`/granska/inlasning/${idOf(event.params.id)}`);

/** Does something with the upload and comes back to it. */
const then = (work: (event: RequestEvent, id: number) => Promise<void>) => async (event: RequestEvent) => {
	try {
		await work(event, idOf(event.params.id));
	} catch (reason) {
		return refused(reason, {}, event.setHeaders);
	}
	redirect(303, pathOf(event));
};

export const actions: Actions = {
	mapping: then(async (event, id) => {
		const { actor } = ownAccount(event);
		const form = await formOf(event.request);
		const { store, now } = event.locals.site;
		const { found } = await uploadSeen(store, actor, id);
		const columns = (found as Partial<Found> | null)?.columns ?? [];
		await remapUpload(
			store,
			actor,
			id,
			columns.map((_, place) => form[`column-${place}`] ?? ''),
			now(),
		);
	}),
	publish: then(async (event, id) => {
		const { store, now } = event.locals.site;
		await publishUpload(store, ownAccount(event).actor, id, now());
	}),
	undo: then(async (event, id) => {
		const { store, now } = event.locals.site;
		await undoUpload(store, ownAccount(event).actor, id, now());
	}),
	drop: async (event) => {
		const { actor } = ownAccount(event);
		const { store, now } = event.locals.site;
		const id = idOf(event.params.id);
		const next = await goingOn(event, 'import', id);
		try {
			await dropUpload(store, actor, id, now());
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, next);
	},
};
