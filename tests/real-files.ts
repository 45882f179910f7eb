import { resolve } from 'node:path';

/**
 * Where real registers lie: beside the project, or where SAMLAS_REAL_DATA says. For tests and measuring only; they are
 * not part of the project and may be absent.
 */
export const realRegisters = resolve(process.env.SAMLAS_REAL_DATA ?? '../shared/data', 'registers');
