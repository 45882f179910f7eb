import { reportAction, reportLoad } from '../../../report-error.ts';

export const load = reportLoad('activity');
export const actions = { default: reportAction('activity') };
