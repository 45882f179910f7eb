/** What a planning thread does: answers one question after another from the store of its folder. */
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { QuestionOf, TopicName } from '../planning/topics.ts';
import { openReading } from '../store/open.ts';
import { giveBackMemory } from './give-back.ts';
import { createDesk } from './planning-desk.ts';
import type { Answered, Asked, Given } from './planning-office.ts';
import { createRoads } from './route-server.ts';

/** So many milliseconds after the last answer memory is given back, if there is so much more of it than the time before, bytes. */
const QUIET = 500;
const WORTH_IT = 8 * 1024 ** 2;

const { folder, routing, rest } = workerData as Given;
const store = openReading(folder);
const roads = routing ? createRoads(routing) : null;
const desk = createDesk(store, () => Math.floor(Date.now() / 1000), { roads, ...(rest === undefined ? {} : { rest }) });
const held = () => getHeapStatistics().total_physical_size;
let least = held();
const quiet = setTimeout(giveBack, QUIET);

function giveBack(): void {
	if (held() - least < WORTH_IT) return;
	giveBackMemory();
	least = held();
}

parentPort!.on('message', async ({ id, topic, question }: Asked) => {
	const answered: Answered = await desk
		.ask(topic as TopicName, question as QuestionOf<TopicName>)
		.then((told) => ({ id, told }))
		.catch((reason: unknown) => ({
			id,
			reason: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
		}));
	parentPort!.postMessage(answered);
	quiet.refresh();
});
