import { Presets, SingleBar } from 'cli-progress';

/** A bar on the terminal, and nothing where the output is no terminal. */
export function progressBar(what: string): { step: (done: number, all: number) => void; stop: () => void } {
	if (!process.stderr.isTTY) return { step: () => undefined, stop: () => undefined };
	const format = `${what}  {bar} {percentage} %  {value}/{total}`;
	const bar = new SingleBar(
		{ format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
		Presets.shades_classic,
	);
	let started = false;
	return {
		step(done, all) {
			if (!started) bar.start(all, done);
			else bar.update(done);
			started = true;
		},
		stop: () => started && bar.stop(),
	};
}
