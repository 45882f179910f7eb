import { historyLoad } from '../../../history-listing.ts';

export const load = historyLoad('venue');
