import { photosActions, photosLoad } from '../../../../edit-photos.ts';

export const load = photosLoad('venue');
export const actions = photosActions('venue');
