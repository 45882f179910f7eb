import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Told } from './peer.ts';

/** What became of a peer. */
export interface Outcome {
	built: number | null;
	mb: number | null;
	questions: Record<string, { times: number[]; results: number }>;
	hits: number[][] | null;
	/** It was stopped after the time limit, or ended with an error. */
	failure: string | null;
}

/** Lets a process of its own build and ask a peer, for at most so many seconds; `folder` is for its job. */
export function ask(job: Job, folder: string, seconds: number): Promise<Outcome> {
	const file = join(folder, `${job.peer}.job.json`);
	writeFileSync(file, JSON.stringify(job));
	const child = fork(join(import.meta.dirname, 'child.ts'), [file], {
		execArgv: ['--expose-gc', '--max-old-space-size=6000'],
	});
	const outcome: Outcome = { built: null, mb: null, questions: {}, hits: null, failure: null };
	process.once('exit', () => child.kill('SIGKILL'));
	const limit = setTimeout(() => {
		outcome.failure = `stopped after ${seconds} s`;
		child.kill('SIGKILL');
	}, seconds * 1000);
	child.on('message', (told: Told) => {
		if ('built' in told) Object.assign(outcome, { built: told.built, mb: told.mb });
		else if ('hits' in told) outcome.hits = told.hits;
		else outcome.questions[told.question] = { times: told.times, results: told.results };
	});
	return new Promise((resolve) => {
		child.once('exit', (code) => {
			clearTimeout(limit);
			if (code !== 0) outcome.failure ??= `ended with ${code}`;
			resolve(outcome);
		});
	});
}
