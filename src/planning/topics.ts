import type { Room } from './room.ts';
import { changeTopic } from './topics/change.ts';
import { diversityTopic } from './topics/diversity.ts';
import { drawnTopic } from './topics/drawn.ts';
import { gapsTopic } from './topics/gaps.ts';
import { hereTopic } from './topics/here.ts';
import { partsTopic } from './topics/parts.ts';
import { reachTopic } from './topics/reach.ts';
import { readyTopic } from './topics/ready.ts';
import { sitesTopic } from './topics/sites.ts';
import { talliesTopic } from './topics/tallies.ts';
import { travelTopic } from './topics/travel.ts';
import { useTopic } from './topics/use.ts';
import { whatIfTopic } from './topics/what-if.ts';
import { whomTopic } from './topics/whom.ts';

/** Stays the same for as long as every other answer does. */
const asOfTopic = (room: Room, _: null): string => room.reading;

/** All that planning can be asked, by name: each answers from what is in the room with plain data, that is kept and sent between threads. */
export const topics = {
	asOf: asOfTopic,
	drawn: drawnTopic,
	ready: readyTopic,
	reach: reachTopic,
	travel: travelTopic,
	gaps: gapsTopic,
	diversity: diversityTopic,
	parts: partsTopic,
	use: useTopic,
	sites: sitesTopic,
	whatIf: whatIfTopic,
	here: hereTopic,
	whom: whomTopic,
	change: changeTopic,
	tallies: talliesTopic,
};

export type Topics = typeof topics;
export type TopicName = keyof Topics;
export type QuestionOf<T extends TopicName> = Parameters<Topics[T]>[1];
export type AnswerOf<T extends TopicName> = Awaited<ReturnType<Topics[T]>>;
