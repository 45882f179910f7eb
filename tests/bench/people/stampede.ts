import { at, ms } from '../figures.ts';
import { cpuSeconds, serveStore } from '../servers.ts';
import { Client, type Times } from './client.ts';
import type { Scene, Visitor } from './scene.ts';

/** Where those who register go, whoever they are. */
export const pages: Record<string, (visitor: Visitor) => string> = {
	'begin a registration': () => '/registrera/ny/forening',
	'open a step': ({ draft }) => `/registrera/${draft!.id}/beskrivning`,
	'look it over': ({ draft }) => `/registrera/${draft!.id}/skicka`,
};
/** So often each page is stormed; the first time is not counted. */
const STORMS = 4;

/**
 * All who open the same page in one instant, as after an announcement at a meeting: what the last of them waits for is
 * everybody's work, done by so many processes. A line for each page.
 */
export async function stampede(folder: string, port: number, { keepers }: Scene, workers: number) {
	const server = await serveStore(folder, port, { WORKERS: String(workers) });
	const lines: Record<string, string | number>[] = [];
	const errors: string[] = [];
	for (const [what, pathFor] of Object.entries(pages)) {
		const times: Times = {};
		let before = 0;
		for (let storm = 0; storm < STORMS; storm++) {
			if (storm === 1) {
				times[what] = [];
				before = cpuSeconds(server.pid) ?? Number.NaN;
			}
			const clients = keepers.map((keeper) => new Client(server.address, keeper.cookie, times));
			await Promise.all(clients.map((client, n) => client.get(what, pathFor(keepers[n]!))));
			errors.push(...clients.flatMap((client) => client.errors));
		}
		const waited = times[what]!;
		const work = (1000 * ((cpuSeconds(server.pid) ?? Number.NaN) - before)) / waited.length;
		lines.push({
			...{ 'all in one instant': what, processes: workers, people: keepers.length },
			...{ 'p50 ms': ms(at(waited, 0.5)), 'p99 ms': ms(at(waited, 0.99)) },
			'processor ms each': ms(work),
			'all their work, by process': ms((keepers.length * work) / workers),
		});
	}
	await server.stop();
	return { lines, errors };
}
