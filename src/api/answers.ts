import { titles } from './problems.ts';

/** What is answered as another type than JSON. */
const types: Record<string, string> = {
	'/api/v1/map': 'application/geo+json',
	'/api/v1/map.svg': 'image/svg+xml',
	'/api/v1/tiles/{z}/{x}/{y}.mvt': 'application/vnd.mapbox-vector-tile',
	'/api/v1/listings/{id}/calendar.ics': 'text/calendar',
};

interface Answer {
	description: string;
	content?: Record<string, object>;
}
interface Operation {
	parameters?: unknown[];
	responses?: Record<string, Answer>;
}

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const refusal = (status: number): Answer => ({ description: titles[status] ?? 'Failed', content: problem });

/** The answers of an operation as they really are: their types, and what any of them can be refused with. */
export function answersOf(path: string, { parameters, responses }: Operation): Record<string, Answer> {
	const told = Object.entries(responses ?? {}).map(([status, answer]) => {
		if (Number(status) >= 400) return [status, refusal(Number(status))];
		if (status !== '200') return [status, answer];
		const [content] = Object.values(answer.content ?? {});
		return [status, { description: 'The answer', content: { [types[path] ?? 'application/json']: content } }];
	});
	return {
		304: { description: 'Not changed since `if-none-match`' },
		...(parameters?.length ? { 400: refusal(400) } : {}),
		429: refusal(429),
		...Object.fromEntries(told),
	};
}
