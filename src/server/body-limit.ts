import { MOST_UPLOADED } from '../domain/upload-state.ts';

/** What a form may weigh, bytes. */
const FORM = 512 * 1024;
/** What surrounds a file in a form. */
const AROUND = 64 * 1024;

/** What the largest body of any page may weigh. */
export const MOST_BODY = MOST_UPLOADED + AROUND;

/** What the body of a request to a page may weigh, in bytes: files are taken at one address alone. */
export const bodyLimitOf = (url: string): number =>
	/^\/(granska\/inlasning|en\/review\/import)\/?(\?|$)/.test(url) ? MOST_BODY : FORM;
