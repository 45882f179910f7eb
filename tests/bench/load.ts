import { Agent, get } from 'node:http';
import autocannon from 'autocannon';
import { cpuSeconds, type Served } from './servers.ts';

/** Connections at a time: enough that the server never waits for the one who asks. */
export const CONNECTIONS = 16;

/** What is asked, in this order, again and again or once each. */
export interface Asked {
	paths: readonly string[];
	headers?: Record<string, string>;
	/** Each path is asked for once, or the list is gone through until the time is up. */
	once?: boolean;
}

/** How many were answered. */
export interface Rate {
	/** A second of the server's processor time; of the clock where the system does not tell. */
	perCore: number;
	/** A second of the clock. */
	perSecond: number;
	/** Bytes of one answer with its headers, on average. */
	bytes: number;
	/** The part of the answers that are empty (204), 0 to 1. */
	empty: number;
}

/**
 * Has this process look for answers without a pause, until it is told to rest. Whoever sleeps has to be woken by the server's own
 * system call, across processors, for each answer: that took more of its time than the answer, and less the quicker it is.
 */
function awake(): () => void {
	let wanted = true;
	const look = () => {
		if (wanted) setImmediate(look);
	};
	look();
	return () => {
		wanted = false;
	};
}

/** Asks from many connections at once, each with a part of the list of its own, so that none asks what another just asked. */
export async function rate(
	server: Served,
	{ paths, headers = {}, once = false }: Asked,
	seconds: number,
): Promise<Rate> {
	const connections = Math.min(CONNECTIONS, paths.length);
	const share = Math.ceil(paths.length / connections);
	let next = 0;
	const rest = awake();
	const before = cpuSeconds(server.pid);
	const result = await autocannon({
		url: server.address,
		connections,
		...(once ? { amount: share * connections } : { duration: seconds }),
		setupClient(client) {
			const from = (next++ % connections) * share;
			const own = Array.from({ length: share }, (_, place) => paths[(from + place) % paths.length]!);
			client.setRequests(own.map((path) => ({ method: 'GET' as const, path, headers })));
		},
	});
	const used = cpuSeconds(server.pid);
	rest();
	const failed = result.errors + result.timeouts + result['4xx'] + result['5xx'];
	if (failed) throw new Error(`${failed} of ${result.requests.total} requests failed, such as ${paths[0]}.`);
	const answered = result['2xx'] + result['3xx'];
	const cores = used === null || before === null ? result.duration : used - before;
	return {
		perCore: Math.round(answered / cores),
		perSecond: Math.round(answered / result.duration),
		bytes: Math.round(result.throughput.total / answered),
		empty: (result.statusCodeStats?.['204']?.count ?? 0) / answered,
	};
}

/** Asks one at a time over one connection; gives the milliseconds of each until its last byte. */
export async function latencies(server: Served, { paths, headers = {} }: Asked): Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const times: number[] = [];
	for (const path of paths) {
		const began = performance.now();
		await whole(`${server.address}${path}`, headers, agent);
		times.push(performance.now() - began);
	}
	agent.destroy();
	return times;
}

const whole = (url: string, headers: Record<string, string>, agent: Agent): Promise<void> =>
	new Promise((resolve, reject) => {
		get(url, { agent, headers }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} was answered with ${response.statusCode}.`));
			response.resume();
			response.on('end', resolve);
			response.on('error', reject);
		}).on('error', reject);
	});
