import { claimActions, claimLoad } from '../../../claim-listing.ts';

export const load = claimLoad('venue');
export const actions = claimActions('venue');
