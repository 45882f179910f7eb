import { everyPlace } from '../choice.ts';
import { figuresOf } from '../figures.ts';
import type { Room } from '../room.ts';

/** Reckons what every report begins with, so that whoever asks for one first need not wait for it: how far it is to a meeting place, and the figures of all municipalities. */
export async function readyTopic(room: Room, _: null): Promise<null> {
	room.near(everyPlace);
	await figuresOf(room.store).at(room.now);
	return null;
}
