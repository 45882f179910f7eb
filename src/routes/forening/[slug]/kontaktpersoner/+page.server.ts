import { contactsActions, contactsLoad } from '../../../contact-listing.ts';

export const load = contactsLoad('organisation');
export const actions = contactsActions('organisation');
