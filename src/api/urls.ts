import type { FastifyRequest } from 'fastify';
import { listingPath } from '../domain/paths.ts';
import { Recent } from '../domain/recent.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Site } from '../site.ts';

/** Nearly all ask at one address: so many are remembered as they were read. */
const MOST_HOSTS = 100;
const hosts = new Recent<string, string>(MOST_HOSTS);

/** A Host header is the client's word, or missing (HTTP/1.0): anything that is no host name or address becomes "localhost". */
export const safeHost = (host = ''): string => hosts.of(host, () => readHost(host));

function readHost(host: string): string {
	const plain = /^(\[[\da-fA-F:]+\]|[\w.-]+)(:\d{1,5})?$/.test(host);
	return plain && URL.canParse(`http://${host}`) ? host : 'localhost';
}

/** The address that people use: the configured one, else the request's own. */
export const originOf = (site: Site, request: FastifyRequest): string =>
	site.config.ORIGIN ?? `${request.protocol}://${safeHost(request.host)}`;

/** The whole address of an entry's page. */
export const pageOf = (origin: string, kind: Kind, slug: string): string => origin + listingPath(kind, slug);
