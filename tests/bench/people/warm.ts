import { Client } from './client.ts';
import type { Scene } from './scene.ts';
import { pages } from './stampede.ts';

/** Milliseconds in which somebody looks round: planning makes itself ready, and what is asked for often is compiled. */
const LOOKS_ROUND = 10_000;

/** A server that has been up for a while: one person and one reviewer open pages, one at a time. Nothing is changed or counted. */
export async function warm(origin: string, { keepers, reviewers }: Scene): Promise<void> {
	const keeper = keepers[0]!;
	const [mine, desk] = [keeper, reviewers[0]!].map(({ cookie }) => new Client(origin, cookie, {}));
	const paths = Object.values(pages).map((pathFor) => pathFor(keeper));
	const forms = keeper.entries.map((entry) => `${entry}/andra/beskrivning`);
	for (const end = Date.now() + LOOKS_ROUND; Date.now() < end; ) {
		for (const path of [...paths, ...forms]) await mine!.get('', path);
		await desk!.get('', '/granska');
	}
}
