import { error, type RequestEvent } from '@sveltejs/kit';
import { mustBeAllowed } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import { type Choice, everyPlace } from '#planning/choice.ts';
import { m } from '#text/generated/messages.js';
import { ownAccount } from '../../../personal.ts';
import { type Asked, askedOf } from '../../asked.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'> & { params: { area: string } };

/** Who works for the municipality of an address and tries things out there. Who does not finds no such page; nor has a county one. */
export async function stageFor(
	event: Event,
): Promise<{ actor: Actor; asked: Asked; municipality: string; path: string }> {
	const { actor } = ownAccount(event);
	const { params, url, locals } = event;
	const asked = await askedOf(locals.site, params.area, url.searchParams, m.planning_sweden());
	if (asked.whole.kind !== 'municipality') error(404, 'page.unknown');
	const municipality = asked.whole.key;
	mustBeAllowed(actor, 'planning.scenarios', { municipality });
	return {
		actor,
		// Everybody who lives there counts: a part is not asked about here.
		asked: { ...asked, area: asked.whole, parts: [], unknown: false },
		municipality,
		path: `/planering/${params.area}/tank-om`,
	};
}

/** A choice as the parameters of an address, always the same for the same. */
export const choiceParams = (choice: Choice): [name: string, value: string][] =>
	(Object.keys(everyPlace) as (keyof Choice)[]).flatMap((name): [string, string][] => {
		const given = choice[name];
		const value = Array.isArray(given) ? given.join(',') : given ? '1' : '';
		return value ? [[name, value]] : [];
	});
