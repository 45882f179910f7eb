import { editPartAction, editPartLoad } from '../../../../edit-listing.ts';

export const load = editPartLoad('venue');
export const actions = { default: editPartAction('venue') };
