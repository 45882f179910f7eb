import type { Worker } from 'node:cluster';
import { Unavailable } from '../domain/errors.ts';
import type { QuestionOf, TopicName } from '../planning/topics.ts';
import type { Told } from './planning-desk.ts';
import type { Answered, Asked, PlanningOffice } from './planning-office.ts';

/** What goes to the process that looks after several, and what comes back. */
interface ToPlanning {
	planning?: Asked;
}
interface FromPlanning {
	planned?: Answered & { unavailable?: boolean };
}
type Line = Pick<NodeJS.Process, 'send' | 'on'>;

/**
 * Planning for one of several processes: all ask the process that looks after them, so that people and places are read once,
 * by one thread, and what was reckoned for one is there for all.
 */
export function createPlanningElsewhere(line: Line = process): PlanningOffice {
	const waiting = new Map<number, { resolve: (told: never) => void; reject: (reason: unknown) => void }>();
	let last = 0;
	line.on('message', ({ planned }: FromPlanning) => {
		const one = planned && waiting.get(planned.id);
		if (!one) return;
		waiting.delete(planned.id);
		if (planned.unavailable) one.reject(new Unavailable('planning.broken'));
		else if (planned.reason !== undefined) one.reject(new Error(planned.reason));
		else one.resolve(planned.told as never);
	});
	const ask = <T extends TopicName>(topic: T, question: QuestionOf<T>) =>
		new Promise<Told<T>>((resolve, reject) => {
			const id = ++last;
			waiting.set(id, { resolve, reject });
			line.send!({ planning: { id, topic, question } } satisfies ToPlanning, undefined, {}, (failed) => {
				if (!failed) return;
				waiting.delete(id);
				reject(new Unavailable('planning.broken'));
			});
		});
	return {
		ask,
		// The one who looks after all makes it ready.
		warm: async () => {},
		close: async () => {},
	};
}

/** Answers what a process asks that is looked after. */
export function answerPlanning(worker: Pick<Worker, 'on' | 'send' | 'isConnected'>, office: PlanningOffice): void {
	worker.on('message', async ({ planning }: ToPlanning) => {
		if (!planning) return;
		const planned = await answered(office, planning);
		// It may have died meanwhile: then nobody waits.
		if (worker.isConnected()) worker.send({ planned } satisfies FromPlanning, () => {});
	});
}

async function answered(office: PlanningOffice, { id, topic, question }: Asked): Promise<FromPlanning['planned']> {
	try {
		return { id, told: await office.ask(topic as TopicName, question as QuestionOf<TopicName>) };
	} catch (reason) {
		if (reason instanceof Unavailable) return { id, unavailable: true };
		return { id, reason: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
	}
}
