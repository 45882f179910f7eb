import { contactsActions, contactsLoad } from '../../../contact-listing.ts';

export const load = contactsLoad('activity');
export const actions = contactsActions('activity');
