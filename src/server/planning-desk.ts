import { Recent } from '../domain/recent.ts';
import { createRoom, type Room } from '../planning/room.ts';
import { type AnswerOf, type QuestionOf, type TopicName, topics } from '../planning/topics.ts';
import type { Roads } from '../planning/travel.ts';
import type { Queries } from '../store/open.ts';

/** What an answer is as of. */
export interface Told<T extends TopicName> {
	answer: AnswerOf<T>;
	/** Unix seconds at which the entries and the people behind it were read. */
	at: number;
}

/** The ground is not read anew before this many times what reading it took has gone by, else a busy store would be read all the time; and no longer than this, milliseconds. */
const REST = 20;
const LONGEST_REST = 60_000;
/** Twice so many answers are kept, for as long as what they were reckoned from is. */
const MOST_ANSWERS = 250;
const DAY = 86_400;

/**
 * Answers what planning is asked, from entries and people as they are in the store: read once and again when they have
 * changed. `now` gives unix seconds; `rest`: how many times what reading took goes by before it is read anew.
 */
export function createDesk(
	store: Queries,
	now: () => number,
	{ roads = null, rest = REST }: { roads?: Roads | null; rest?: number } = {},
) {
	let room: Room | null = null;
	let reading: Promise<Room> | null = null;
	let seen = '';
	let readAt = 0;
	let cost = 0;
	let answers = new Recent<string, Promise<Told<TopicName>>>(MOST_ANSWERS);

	/** What an answer depends on: entries, people, and the day. */
	const state = async () =>
		`${await store.changes.newest()} ${await store.population.version()} ${Math.floor(now() / DAY)}`;

	async function roomNow(): Promise<Room> {
		const is = await state();
		if (room && (is === seen || performance.now() - readAt < Math.min(LONGEST_REST, rest * cost))) return room;
		// A page asks several questions at once: it is read for all of them together.
		reading ??= read(is).finally(() => {
			reading = null;
		});
		return reading;
	}

	async function read(is: string): Promise<Room> {
		const began = performance.now();
		const people = await store.population.people();
		const supply = await store.supply.read();
		room = createRoom({ people, ...supply, at: now() }, store, now(), roads, `${is} ${readAt}`);
		answers = new Recent(MOST_ANSWERS);
		seen = is;
		readAt = performance.now();
		cost = readAt - began;
		return room;
	}

	return {
		/** Answers, from what is kept if nothing has changed. */
		async ask<T extends TopicName>(topic: T, question: QuestionOf<T>): Promise<Told<T>> {
			const here = await roomNow();
			const work = topics[topic] as unknown as (
				room: Room,
				question: QuestionOf<T>,
			) => AnswerOf<T> | Promise<AnswerOf<T>>;
			const told = async () => ({ answer: await work(here, question), at: here.ground.at });
			return (await answers.of(`${topic} ${JSON.stringify(question)}`, told)) as Told<T>;
		},
	};
}
