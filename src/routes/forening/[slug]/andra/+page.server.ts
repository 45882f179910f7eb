import { editAction, editLoad } from '../../../edit-listing.ts';

export const load = editLoad('organisation');
export const actions = { default: editAction('organisation') };
