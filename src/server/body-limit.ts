import type { IncomingMessage } from 'node:http';
import { MOST_PEOPLE_UPLOADED } from '../domain/people-upload-state.ts';
import { MOST_UPLOADED } from '../domain/upload-state.ts';
import { MOST_BYTES } from '../photo/limits.ts';

/** Bytes of the body of a form: any form's, and what is said around a file. */
const FORM = 512 * 1024;
const AROUND = 64 * 1024;

/** Where files are taken in, and their most. */
const taken: [RegExp, number][] = [
	[/^\/(?:en\/)?\w+\/[^/?]+\/(?:andra|edit)\/bilder(?:\?|$)/, MOST_BYTES],
	[/^\/(?:registrera|en\/register)\/\d+\/bilder(?:\?|$)/, MOST_BYTES],
	[/^\/(?:granska\/inlasning|en\/review\/import)\/?(?:\?|$)/, MOST_UPLOADED],
	[/^\/(?:granska\/underlag|en\/review\/people)\/?(?:\?|$)/, MOST_PEOPLE_UPLOADED],
];

/** What the largest body of any page may weigh. */
export const MOST_BODY = Math.max(...taken.map(([, most]) => most)) + AROUND;

/** Whether a body is larger than its form may be, or does not say how large it is. */
export function isTooLarge({ headers, url = '' }: IncomingMessage): boolean {
	if (headers['transfer-encoding'] !== undefined) return true;
	const most = taken.find(([path]) => path.test(url))?.[1];
	return Number(headers['content-length'] ?? 0) > (most === undefined ? FORM : most + AROUND);
}
