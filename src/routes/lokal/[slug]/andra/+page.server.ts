import { editAction, editLoad } from '../../../edit-listing.ts';

export const load = editLoad('venue');
export const actions = { default: editAction('venue') };
