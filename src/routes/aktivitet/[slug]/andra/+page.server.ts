import { editAction, editLoad } from '../../../edit-listing.ts';

export const load = editLoad('activity');
export const actions = { default: editAction('activity') };
