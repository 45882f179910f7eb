import { photosActions, photosLoad } from '../../../../edit-photos.ts';

export const load = photosLoad('activity');
export const actions = photosActions('activity');
