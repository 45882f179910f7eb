import { editLoad } from '../../../edit-listing.ts';

export const load = editLoad('activity');
