import type { FastifyInstance } from 'fastify';

/** Who is still being answered when the server stops has so long, milliseconds. */
const GRACE = 5000;

/** Stops listening and lets requests end; after a while the lines of those that stall are cut. */
export async function stop(app: FastifyInstance, grace = GRACE): Promise<void> {
	const cut = setTimeout(() => app.server.closeAllConnections(), grace);
	await app.close();
	clearTimeout(cut);
}
