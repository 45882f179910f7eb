import { keepersActions, keepersLoad, keptEntry } from '../../../keepers.ts';

export const load = keepersLoad(keptEntry('venue'));
export const actions = keepersActions(keptEntry('venue'));
