import { error } from '@sveltejs/kit';
import { csvLine } from '#domain/csv.ts';
import { listingPath } from '#domain/paths.ts';
import { type TrailLine, told } from '#domain/trail.ts';
import { isoTime } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { actionLabel, trailFieldLabel, trailValue, whoSaid } from '#text/trail.ts';
import { trailAsked } from '../trail.ts';
import type { RequestHandler } from './$types';

/** So many steps are read and sent at a time: an export of any length takes no more memory than these. */
const CHUNK = 500;

/** The trail that is asked for, whole, as a file. */
export const GET: RequestHandler = async (event) => {
	const { format } = event.params;
	if (format !== 'csv' && format !== 'json') error(404, 'page.unknown');
	const { query, municipalities, reader } = await trailAsked(event);
	const { site } = event.locals;
	const write = format === 'csv' ? csv(site.address) : json(site.address);
	let before = Number.MAX_SAFE_INTEGER;
	let begun = false;
	const body = new ReadableStream<string>({
		async pull(controller) {
			const found = await site.store.audit.search(query, municipalities, { before, limit: CHUNK });
			const lines = found.map((step) => told(step, reader));
			if (!begun) controller.enqueue(write.head);
			controller.enqueue(lines.map((line, place) => write.line(line, begun || place > 0)).join(''));
			begun = true;
			before = found.at(-1)?.id ?? 0;
			if (found.length === CHUNK) return;
			controller.enqueue(write.foot);
			controller.close();
		},
	});
	const type = format === 'csv' ? 'text/csv' : 'application/json';
	return new Response(body.pipeThrough(new TextEncoderStream()), {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename="samlas-trail.${format}"`,
			'cache-control': 'private, no-store',
		},
	});
};

interface Writer {
	head: string;
	/** `more`: another came before it. */
	line: (line: TrailLine, more: boolean) => string;
	foot: string;
}
type Address = (path: string) => string;

const pageOf = (line: TrailLine, address: Address): string =>
	line.entry ? address(localizeHref(listingPath(line.entry.kind, line.entry.slug))) : '';

/** A line for each value that was changed, in words; with the mark by which spreadsheets know UTF-8. */
function csv(address: Address): Writer {
	const head = [m.trail_time(), m.trail_who(), m.trail_what(), m.trail_listing(), 'URL'];
	const row = (line: TrailLine) => [
		isoTime(line.at),
		whoSaid(line),
		actionLabel(line.action) + (line.about ? `, ${m.trail_about({ who: line.about })}` : ''),
		line.entry?.name ?? '',
		pageOf(line, address),
	];
	return {
		head: `\ufeff${csvLine([...head, m.trail_field(), m.trail_before(), m.trail_after()])}`,
		line: (line) => {
			if (!line.changes.length) return csvLine([...row(line), '', '', '']);
			const said = (field: string, value: unknown) => (value === null ? '' : trailValue(field, value));
			return line.changes
				.map(({ field, before, after }) =>
					csvLine([...row(line), trailFieldLabel(field), said(field, before), said(field, after)]),
				)
				.join('');
		},
		foot: '',
	};
}

/** A list of steps, values as they are kept. */
function json(address: Address): Writer {
	return {
		head: '[',
		line: (line, more) => {
			const { at, by, role, person, about, action, entry, changes } = line;
			const step = {
				at: isoTime(at),
				by,
				role,
				person,
				about,
				action,
				name: entry?.name ?? null,
				url: pageOf(line, address) || null,
				changes,
			};
			return `${more ? ',' : ''}\n${JSON.stringify(step)}`;
		},
		foot: '\n]\n',
	};
}
