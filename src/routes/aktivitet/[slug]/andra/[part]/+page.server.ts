import { editPartAction, editPartLoad } from '../../../../edit-listing.ts';

export const load = editPartLoad('activity');
export const actions = { default: editPartAction('activity') };
