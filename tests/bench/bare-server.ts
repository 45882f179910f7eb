// What Fastify can do at most: each address is answered with bytes that are ready. Started by http.bench.ts.

import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/** An answer as it was once given, by its path. */
export type Kept = Record<string, { status: number; type: string; encoding: string | null; body: string }>;

const kept = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Kept;
const ready = new Map(
	Object.entries(kept).map(([path, one]) => [path, { ...one, bytes: Buffer.from(one.body, 'base64') }]),
);
const app = Fastify();
app.get('/*', (request, reply) => {
	const answer = ready.get(request.url);
	if (!answer) return reply.code(404).send();
	if (answer.encoding) reply.header('content-encoding', answer.encoding);
	return reply.code(answer.status).type(answer.type).send(answer.bytes);
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
