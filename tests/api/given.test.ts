import { validatorCompiler } from 'fastify-type-provider-zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readsGiven } from '../../src/api/given.ts';
import { QuerySchema } from '../../src/domain/query.ts';

const schema = QuerySchema.extend({ zoom: z.coerce.number().min(0).max(22).default(5) }).strict();
const route = { schema, httpPart: 'querystring', method: 'GET', url: '/' };
const read = readsGiven(route);

test.each([
	{},
	{ q: ' schack ' },
	{ theme: ['chess', 'choir,chess'], municipality: '1380,0180' },
	{ near: '12.9,56.8', radius: '5', zoom: '7' },
	{ bbox: '12,56,13,57', age: '', when: 'week', free: 'ja' },
])('%j is read as by the whole schema', (given) => {
	expect(read(given)).toEqual({ value: schema.parse(given) });
});

test.each([
	{ nonsense: '1' },
	{ q: 'schack', constructor: '1' },
	JSON.parse('{"__proto__":"1"}'),
	{ zoom: '99', q: 'schack' },
	{ near: '1' },
	{ q: ['a', 'b'] },
])('%j is refused with the reasons of the whole schema', (given) => {
	const whole = validatorCompiler(route)(given);
	expect(whole).toHaveProperty('error');
	expect(read(given)).toEqual(whole);
});

test('what one search was given is not in the next', () => {
	read({ theme: 'chess', q: 'schack' });
	expect(read({})).toEqual({ value: schema.parse({}) });
	// A value is kept as one of its own parameter.
	read({ radius: '7', q: '7' });
	expect(read({ zoom: '7', q: 'radius=7' })).toEqual({ value: schema.parse({ zoom: '7', q: 'radius=7' }) });
	expect(read({ radius: '7' })).toEqual({ value: schema.parse({ radius: '7' }) });
});

test('what must be given, or holds between two parameters, is asked of the whole schema', () => {
	const needs = readsGiven({ ...route, schema: z.object({ q: z.string() }) });
	expect(needs({})).toHaveProperty('error');
	expect(needs({ q: 'a' })).toEqual({ value: { q: 'a' } });
	const pair = z.object({ from: z.coerce.number().default(0), to: z.coerce.number().default(1) });
	const ordered = readsGiven({ ...route, schema: pair.refine(({ from, to }) => from < to) });
	expect(ordered({ from: '5' })).toHaveProperty('error');
	expect(ordered({ from: '5', to: '6' })).toEqual({ value: { from: 5, to: 6 } });
});
