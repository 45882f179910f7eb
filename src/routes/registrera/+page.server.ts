import { keepNowhere } from '../personal.ts';
import type { PageServerLoad } from './$types';
import { draftsOf } from './draft.ts';

export const load: PageServerLoad = async (event) => {
	keepNowhere(event);
	return { drafts: await draftsOf(event) };
};
