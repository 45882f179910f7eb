import type { FastifyRequest } from 'fastify';
import { listingPath } from '../domain/paths.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Site } from '../site.ts';

/** The address that people use: the configured one, else the request's own. */
export const originOf = (site: Site, request: FastifyRequest): string =>
	site.config.ORIGIN ?? `${request.protocol}://${request.host}`;

/** The whole address of an entry's page. */
export const pageOf = (origin: string, kind: Kind, slug: string): string => origin + listingPath(kind, slug);
