import type { FastifySchemaCompiler } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Recent } from '../domain/recent.ts';

/** Twice so many values of parameters are kept as they were read, at most: the same words and places are asked for again and again. */
const MOST_VALUES = 2000;

/**
 * Reads the parameters of a search by the schema of each that was given; the others are as in a search without any. A search
 * has two dozen and is asked with two or three: to try them all takes a third of the time that the search itself does. What is
 * unknown or wrong is read by the whole schema, which tells why.
 */
export const readsGiven: FastifySchemaCompiler<z.ZodType> = (route) => {
	const whole = validatorCompiler(route);
	const { schema, httpPart } = route;
	// What is asked of several parameters together is told by the whole alone.
	if (httpPart !== 'querystring' || !(schema instanceof z.ZodObject) || schema.def.checks?.length) return whole;
	const none = schema.safeParse({});
	if (!none.success) return whole;
	const shape: Record<string, z.ZodType> = schema.shape;
	const values = new Recent<string, z.ZodSafeParseSuccess<unknown>>(MOST_VALUES);
	const readOne = (name: string, given: unknown) => {
		const key = typeof given === 'string' ? `${name}=${given}` : null;
		const known = key === null ? undefined : values.get(key);
		if (known) return known;
		const read = Object.hasOwn(shape, name) ? shape[name]!.safeParse(given) : null;
		if (!read?.success) return null;
		if (key !== null) values.set(key, read);
		return read;
	};
	return (given: Record<string, unknown>) => {
		const value: Record<string, unknown> = { ...none.data };
		for (const name of Object.keys(given)) {
			const read = readOne(name, given[name]);
			if (!read) return whole(given);
			value[name] = read.data;
		}
		return { value };
	};
};
