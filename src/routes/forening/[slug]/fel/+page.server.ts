import { reportAction, reportLoad } from '../../../report-error.ts';

export const load = reportLoad('organisation');
export const actions = { default: reportAction('organisation') };
