import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Invalid, Refusal } from '../domain/errors.ts';

/** What each status is called. */
export const titles: Record<number, string> = {
	400: 'The request can not be understood',
	403: 'Not allowed',
	404: 'Not found',
	409: 'Conflict',
	410: 'Gone',
	413: 'Too large',
	415: 'Unsupported content type',
	429: 'Too many requests',
	503: 'Not available now',
};

/** Seconds until it is worth asking again when the store takes nothing now. */
const RETRY_AFTER = '10';

interface Problem {
	status: number;
	/** Key of the refusal, stable for machines. */
	code: string;
	detail?: string;
	/** Reason by field. */
	fields?: Record<string, string>;
}

/** Every refusal and failure as RFC 9457 problem+json; the one place where the API turns them into HTTP. */
export function sendProblem(reason: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
	const problem = problemOf(reason);
	if (problem.status >= 500) request.log.error(reason);
	if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
	reply
		.code(problem.status)
		.type('application/problem+json')
		.send(JSON.stringify({ type: 'about:blank', title: titles[problem.status] ?? 'Failed', ...problem }));
}

/** An address that is no route. */
export function sendUnknown(_request: FastifyRequest, reply: FastifyReply): void {
	const problem = { type: 'about:blank', title: titles[404], status: 404, code: 'route.unknown' };
	reply.code(404).type('application/problem+json').send(JSON.stringify(problem));
}

function problemOf(reason: FastifyError | Error): Problem {
	if (reason instanceof Invalid) return { status: 400, code: reason.key, fields: { ...reason.fields } };
	if (reason instanceof Refusal) return { status: reason.status, code: reason.key };
	if (hasZodFastifySchemaValidationErrors(reason))
		return { status: 400, code: 'invalid', fields: fieldsOf(reason.validation) };
	const status = 'statusCode' in reason && reason.statusCode ? reason.statusCode : 500;
	if (status >= 500) return { status: 500, code: 'internal' };
	return { status, code: status === 429 ? 'too_many_requests' : 'request.refused', detail: reason.message };
}

function fieldsOf(issues: readonly { instancePath: string; message?: string }[]): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const { instancePath, message } of issues) fields[instancePath.slice(1) || 'query'] ??= message ?? 'invalid';
	return fields;
}
