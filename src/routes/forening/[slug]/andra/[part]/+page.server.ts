import { editPartAction, editPartLoad } from '../../../../edit-listing.ts';

export const load = editPartLoad('organisation');
export const actions = { default: editPartAction('organisation') };
