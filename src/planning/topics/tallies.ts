import { figuresOf } from '../figures.ts';
import type { Tally } from '../measures.ts';
import type { Room } from '../room.ts';

/** The figures of every municipality, by SCB code, as they are now: what is kept once a month. */
export async function talliesTopic({ store, now }: Room, _: { now: number }): Promise<Map<string, Tally>> {
	return new Map((await figuresOf(store).at(now)).tallies);
}
