import type { Worker } from 'node:worker_threads';
import { Unavailable } from '../domain/errors.ts';
import type { QuestionOf, TopicName } from '../planning/topics.ts';
import type { Told } from './planning-desk.ts';
import { beginThread } from './thread.ts';

export interface Asked {
	id: number;
	topic: string;
	question: unknown;
}
/** What a thread is begun with. */
export interface Given {
	folder: string;
	/** Address of a routing server. */
	routing: string | undefined;
	/** As `createDesk` has it; tests wait for less. */
	rest?: number;
}
export interface Answered {
	id: number;
	told?: unknown;
	reason?: string;
}

export interface PlanningOffice {
	/** Answers a question off the thread that answers requests. Throws `Unavailable` when it takes too long or fails. */
	ask<T extends TopicName>(topic: T, question: QuestionOf<T>): Promise<Told<T>>;
	/** Reads and reckons what the first question would else have to wait for; who asks meanwhile waits for what is left of it. Never throws: what goes wrong is told to the log, and tried again by the next question. */
	warm(): Promise<void>;
	close(): Promise<void>;
}

/** Milliseconds after which a question is given up, and its thread with it. */
const LONGEST = 60_000;
/** What a thread may have of memory, megabytes. */
const MEMORY = 512;

interface Waiting {
	resolve: (told: never) => void;
	reject: (reason: unknown) => void;
}

/** A thread of its own for planning: begun by the first question, and again by the next one after it has died. */
export function createPlanningOffice(given: Given, { longest = LONGEST } = {}): PlanningOffice {
	let worker: Worker | null = null;
	let last = 0;
	let closing = false;
	const waiting = new Map<number, Waiting>();

	function begin(): Worker {
		const begun = beginThread('planning-work', given, MEMORY);
		begun.on('message', ({ id, told, reason }: Answered) => {
			const one = waiting.get(id);
			if (reason === undefined) one?.resolve(told as never);
			else one?.reject(new Error(reason));
		});
		begun.on('exit', () => {
			if (worker === begun) worker = null;
			for (const one of waiting.values()) one.reject(new Unavailable('planning.broken'));
		});
		return begun;
	}

	const office: PlanningOffice = {
		async ask(topic, question) {
			worker ??= begin();
			const asked = worker;
			const id = ++last;
			const late = setTimeout(() => void asked.terminate(), longest);
			try {
				return await new Promise((resolve, reject) => {
					waiting.set(id, { resolve, reject });
					asked.postMessage({ id, topic, question } satisfies Asked);
				});
			} finally {
				clearTimeout(late);
				waiting.delete(id);
			}
		},
		async warm() {
			await office.ask('ready', null).catch((reason: unknown) => closing || console.error(reason));
		},
		async close() {
			closing = true;
			await worker?.terminate();
		},
	};
	return office;
}
