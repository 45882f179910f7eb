import { contactsActions, contactsLoad } from '../../../contact-listing.ts';

export const load = contactsLoad('venue');
export const actions = contactsActions('venue');
