import { reportAction, reportLoad } from '../../../report-error.ts';

export const load = reportLoad('venue');
export const actions = { default: reportAction('venue') };
