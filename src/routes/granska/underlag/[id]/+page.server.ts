import { redirect } from '@sveltejs/kit';
import {
	dropPeople,
	peopleUploadSeen,
	publishPeople,
	readingOf,
	rereadPeople,
	type TypedOrigin,
	undoPeople,
} from '#domain/people-upload.ts';
import { UNDO_KEPT_DAYS } from '#domain/people-upload-state.ts';
import { isWorking, UPLOAD_KEPT_DAYS } from '#domain/upload-state.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { levelLabel } from '#text/ground.ts';
import type { Locale } from '#text/intake.ts';
import { populationFile } from '#text/population.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { ownAccount } from '../../../personal.ts';
import { groundHref, nowSaid, PATH } from '../scope.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { dateSaid, type Found, problemsSaid, readingSaid, recognised, rowsSaid, sumsSaid } from './found.ts';

const whys: Record<string, () => string> = {
	changed: m.ground_why_changed,
	died: m.import_why_died,
	problems: m.ground_why_problems,
	nothing_here: m.ground_why_nothing_here,
	covered: m.ground_why_covered,
	undone: m.ground_why_undone,
	too_old: m.ground_why_too_old,
};

function whySaid(reason: string | null, locale: Locale): string | null {
	if (reason?.startsWith('file_')) return populationFile(reason.slice('file_'.length), locale);
	return reason && (whys[reason]?.() ?? null);
}

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const locale = event.locals.locale as Locale;
	const upload = await peopleUploadSeen(site.store, actor, idOf(event.params.id));
	const { id, what, level, fileName, state, reason, municipality } = upload;
	const found = (upload.found ?? {}) as Found;
	const origin = upload.origin as TypedOrigin | null;
	const place = municipality === null ? null : (await site.store.geography.municipality(municipality))!;
	const canRead = what === 'file' && (state === 'ready' || (state === 'failed' && upload.token !== null));
	return {
		...{ id, state, isRemoval: what === 'removal' },
		title: what === 'removal' ? m.ground_removal({ level: levelLabel(level!) }) : fileName,
		whose: place?.fullName ?? m.ground_whole(),
		now: state === 'published' ? await nowSaid(site, municipality, place?.name ?? '') : null,
		working: isWorking(state),
		progress: isWorking(state) ? site.store.peopleFiles.said(id) : null,
		why: whySaid(reason, locale),
		recognised: state === 'dropped' ? [] : recognised(found),
		sums: sumsSaid(found),
		problems: problemsSaid(found, locale),
		reading: canRead && found.columns?.length ? { ...readingSaid(found), ...oursOf(upload, found) } : null,
		origin: {
			source: origin?.source ?? found.source ?? '',
			date: origin?.date ?? dateSaid(found),
			licence: origin?.licence ?? '',
		},
		preview: canRead && found.level ? await rowsSaid(site, id, event.url.searchParams, locale) : null,
		keptDays: UPLOAD_KEPT_DAYS,
		undoDays: UNDO_KEPT_DAYS,
		back: groundHref(municipality),
		report: place && localizeHref(`/planering/${place.slug}`),
	};
};

/** Whether it is asked if all squares are theirs, and what was said of it. */
const oursOf = (upload: { municipality: string | null; reading: unknown }, { level }: Found) => ({
	asksOurs: upload.municipality !== null && (level === 'grid1000' || level === 'grid250'),
	allOurs: readingOf(upload.reading).allOurs,
});

/** Does something with the file and comes back to it. */
const then = (work: (event: RequestEvent, id: number, typed: Record<string, string>) => Promise<void>) =>
	async function act(event: RequestEvent) {
		const id = idOf(event.params.id);
		const typed = await formOf(event.request);
		try {
			await work(event, id, typed);
		} catch (reason) {
			const { source = '', date = '', licence = '' } = typed;
			return refused(reason, { source, date, licence }, event.setHeaders);
		}
		redirect(303, localizeHref(`${PATH}/${id}`));
	};

export const actions: Actions = {
	reading: then(async (event, id, typed) => {
		const { actor } = ownAccount(event);
		const { store, now } = event.locals.site;
		const { found } = await peopleUploadSeen(store, actor, id);
		const columns = (found as Found | null)?.columns ?? [];
		const meanings = columns.map((_, place) => typed[`column-${place}`] ?? '');
		const said = { meanings, layer: typed.layer || null, allOurs: typed.ours === 'yes' };
		await rereadPeople(store, actor, id, said, now());
	}),
	publish: then(async (event, id, typed) => {
		const { store, now } = event.locals.site;
		const { source, date, licence } = typed;
		await publishPeople(store, ownAccount(event).actor, id, { source, date, licence }, now());
	}),
	undo: then(async (event, id) => {
		const { store, now } = event.locals.site;
		await undoPeople(store, ownAccount(event).actor, id, now());
	}),
	drop: then(async (event, id) => {
		const { store, now } = event.locals.site;
		await dropPeople(store, ownAccount(event).actor, id, now());
	}),
};
