import { photosActions, photosLoad } from '../../../../edit-photos.ts';

export const load = photosLoad('organisation');
export const actions = photosActions('organisation');
