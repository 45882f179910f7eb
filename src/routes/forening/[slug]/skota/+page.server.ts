import { claimActions, claimLoad } from '../../../claim-listing.ts';

export const load = claimLoad('organisation');
export const actions = claimActions('organisation');
