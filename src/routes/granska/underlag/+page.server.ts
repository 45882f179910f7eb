import { error, redirect } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { receivePeople, removePeople } from '#domain/people-upload.ts';
import { UNDO_KEPT_DAYS } from '#domain/people-upload-state.ts';
import { may } from '#domain/permission.ts';
import type { StandingLayer } from '#domain/population.ts';
import { UPLOAD_KEPT_DAYS } from '#domain/upload-state.ts';
import { clock, day, number, upperFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { levelLabel } from '#text/ground.ts';
import { formOf, refused } from '../../form.ts';
import { atDesk } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types';
import { groundScope, nowSaid, PATH } from './scope.ts';

/** What stands of one level, in words: what there is of it, and where each part comes from. */
function layerSaid(layers: StandingLayer[], now: number) {
	const sum = (of: 'areas' | 'counted' | 'cells' | 'classes' | 'persons') =>
		layers.reduce((all, one) => all + one[of], 0);
	const [areas, counted, cells, classes] = [sum('areas'), sum('counted'), sum('cells'), sum('classes')];
	const many = Math.max(...layers.map(({ municipalities }) => municipalities));
	const has = [
		...(areas ? [m.ground_has_areas({ count: number(areas) })] : []),
		...(counted ? [m.ground_has_counted({ count: number(counted) })] : []),
		...(cells ? [m.ground_has_cells({ count: number(cells) })] : []),
		...(counted || cells ? [m.ground_has_persons({ count: number(Math.round(sum('persons'))) })] : []),
		...(classes ? [m.ground_has_classes({ count: number(classes) })] : []),
		...(many > 1 ? [m.ground_has_municipalities({ count: number(many) })] : []),
	];
	const { level } = layers[0]!;
	return {
		level,
		label: upperFirst(levelLabel(level)),
		remove: m.ground_remove({ level: levelLabel(level) }),
		has: upperFirst(has.join(' · ')),
		from: layers.map(({ import: { id, file, source, date, licence, at } }) => ({
			id,
			origin: m.ground_from({
				source: source ?? m.ground_from_unknown(),
				date: date ?? m.ground_from_unknown(),
				licence: licence ?? m.ground_from_unknown(),
			}),
			file: m.ground_read_at({ file, time: `${day(at, now)} ${clock(at)}` }),
		})),
	};
}

export const load: PageServerLoad = async (event) => {
	const { actor, theirs } = await atDesk(event);
	const { site } = event.locals;
	const isEverywhere = may(actor, 'planning.people');
	const municipality = groundScope(actor, theirs, event.url.searchParams.get('kommun'));
	const byName = new Intl.Collator('sv');
	const offered = theirs
		.map(({ code, name }) => ({ value: code, label: name }))
		.sort((a, b) => byName.compare(a.label, b.label));
	const name = theirs.find(({ code }) => code === municipality)?.name ?? m.ground_whole();
	const standing = Map.groupBy(await site.store.population.standing(municipality), ({ level }) => level);
	const uploads = await site.store.peopleUploads.of(municipality === null ? [] : [municipality], municipality === null);
	return {
		whose: municipality ?? 'alla',
		isWhole: municipality === null,
		name,
		offered: isEverywhere ? [{ value: 'alla', label: m.ground_whole() }, ...offered] : offered,
		now: await nowSaid(site, municipality, name),
		layers: [...standing.values()].map((layers) => layerSaid(layers, site.now())),
		uploads: uploads.map(({ id, what, level, fileName, state, madeAt }) => ({
			...{ id, state, madeAt, isRemoval: what === 'removal' },
			name: what === 'removal' ? m.ground_removal({ level: levelLabel(level!) }) : fileName,
		})),
		keptDays: UPLOAD_KEPT_DAYS,
		undoDays: UNDO_KEPT_DAYS,
		at: site.now(),
	};
};

/** The form with its file; what is no form that can be read is refused. */
async function fileOf(request: Request) {
	const form = await request.formData().catch((reason: unknown) => {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	});
	const [file, whose] = [form.get('file'), form.get('kommun')];
	if (!(file instanceof File) || !file.name) throw new Invalid({ file: 'missing' });
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), whose: String(whose ?? '') };
}

export const actions: Actions = {
	receive: async (event) => {
		// Before a byte of the file is read: who has no desk hands nothing in.
		const { actor, theirs } = await atDesk(event);
		const { site } = event.locals;
		let id: number;
		try {
			const { whose, ...given } = await fileOf(event.request);
			const municipality = groundScope(actor, theirs, whose);
			id = await receivePeople(site.store, actor, { ...given, municipality }, site.now());
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, localizeHref(`${PATH}/${id}`));
	},
	remove: async (event) => {
		const { actor, theirs } = await atDesk(event);
		const { site } = event.locals;
		const { level = '', kommun = '' } = await formOf(event.request);
		const municipality = groundScope(actor, theirs, kommun);
		const id = await removePeople(site.store, actor, { municipality, level }, site.now());
		redirect(303, localizeHref(`${PATH}/${id}`));
	},
};
