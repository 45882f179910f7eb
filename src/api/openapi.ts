import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { answersOf } from './answers.ts';
import { described } from './parameters.ts';

/** Version of the API's contract. */
export const VERSION = '1.0.0';

type Document = ReturnType<NonNullable<FastifyDynamicSwaggerOptions['transformObject']>>;
type Operation = Parameters<typeof answersOf>[1] & { parameters?: Parameters<typeof described>[0][] };
type Paths = Record<string, Record<string, Operation>>;

/** How the API describes itself: OpenAPI 3.1 made from the schemas that check it. */
export const openapi: FastifyDynamicSwaggerOptions = {
	openapi: {
		openapi: '3.1.0',
		info: {
			title: 'Samlas',
			version: VERSION,
			description:
				'Associations, activities and premises where people can meet. Public data, free to use without a key. Positions are WGS84, longitude first; times are unix seconds.',
			license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
		},
		tags: [
			{ name: 'Listings', description: 'Organisations, venues and activities' },
			{ name: 'Places', description: 'Municipalities, localities and themes' },
			{ name: 'Service', description: 'The state and the description of the API' },
		],
	},
	transform: jsonSchemaTransform,
	transformObject: (given) => withoutUnused(asItIs(jsonSchemaTransformObject(given))),
};

function asItIs(document: Document): Document {
	for (const [path, operations] of Object.entries((document.paths ?? {}) as Paths))
		for (const operation of Object.values(operations)) {
			if (operation.parameters) operation.parameters = operation.parameters.map(described);
			operation.responses = answersOf(path, operation);
		}
	return document;
}

/** Each schema comes once as input and once as output; only what something refers to stays. */
function withoutUnused(document: Document): Document {
	const components = 'components' in document ? document.components : undefined;
	const schemas = components?.schemas as Record<string, unknown> | undefined;
	if (!schemas) return document;
	const text = JSON.stringify(document.paths);
	const used = new Set<string>();
	const take = (within: string) => {
		for (const [, name] of within.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
			if (!name || used.has(name)) continue;
			used.add(name);
			take(JSON.stringify(schemas[name]));
		}
	};
	take(text);
	for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];
	return document;
}
