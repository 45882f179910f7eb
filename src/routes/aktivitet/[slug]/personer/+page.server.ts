import { keepersActions, keepersLoad, keptEntry } from '../../../keepers.ts';

export const load = keepersLoad(keptEntry('activity'));
export const actions = keepersActions(keptEntry('activity'));
