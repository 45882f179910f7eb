import { keepersActions, keepersLoad, keptSite } from '../../keepers.ts';

export const load = keepersLoad(keptSite);
/** There is no owner of the site who could hand it over. */
const { invite, withdraw, take } = keepersActions(keptSite);
export const actions = { invite, withdraw, take };
