import { keepersActions, keepersLoad, keptEntry } from '../../../keepers.ts';

export const load = keepersLoad(keptEntry('organisation'));
export const actions = keepersActions(keptEntry('organisation'));
