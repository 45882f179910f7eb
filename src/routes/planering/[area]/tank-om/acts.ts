import type { Alteration } from '#domain/scenario-plan.ts';
import { m } from '#text/generated/messages.js';

// No zod here: the page imports it.

/** A venue as its acts see it. */
export interface ActedOn {
	id: number;
	/** It counts in the scenario as it stands. */
	counts: boolean;
	evening: boolean;
}

/** What one can do to a venue: an alteration, or (`move`) being asked where to. */
export interface Act {
	label: string;
	alteration: Alteration | 'move';
}

/** What can be done to a venue that is placed on the map. */
export function actsFor({ id, counts, evening }: ActedOn, plan: readonly Alteration[]): Act[] {
	const has = (what: Alteration['do']) => plan.some((one) => 'venue' in one && one.venue === id && one.do === what);
	const opens = has('evening') || (evening && !has('day'));
	const acts: Act[] = [];
	if (counts || has('move')) {
		acts.push({ label: m.whatif_do_close(), alteration: { do: 'close', venue: id } });
		acts.push({ label: m.whatif_do_move(), alteration: 'move' });
	} else if (!has('use')) acts.push({ label: m.whatif_do_use(), alteration: { do: 'use', venue: id } });
	if (has('close')) return acts;
	acts.push(
		opens
			? { label: m.whatif_do_day(), alteration: { do: 'day', venue: id } }
			: { label: m.whatif_do_evening(), alteration: { do: 'evening', venue: id } },
	);
	return acts;
}
