import { told } from '#domain/trail.ts';
import type { PageServerLoad } from './$types';
import { trailAsked } from './trail.ts';

const PAGE = 50;

export const load: PageServerLoad = async (event) => {
	const { query, municipalities, reader } = await trailAsked(event);
	const { site } = event.locals;
	const { searchParams } = event.url;
	const before = /^\d{1,15}$/.exec(searchParams.get('fore') ?? '');
	const found = await site.store.audit.search(query, municipalities, {
		limit: PAGE + 1,
		...(before ? { before: Number(before[0]) } : {}),
	});
	const lines = found.slice(0, PAGE).map((step) => told(step, reader));
	const asked = new URLSearchParams([...searchParams].filter(([name, value]) => name !== 'fore' && value !== ''));
	return {
		lines,
		asked: asked.toString(),
		values: Object.fromEntries(['sida', 'vem', 'vad', 'fran', 'till'].map((name) => [name, asked.get(name) ?? ''])),
		older: found.length > PAGE ? String(lines.at(-1)!.id) : null,
		paged: before !== null,
		now: site.now(),
	};
};
