/** What a thread of the paper office does: writes one report. */
import { parentPort, workerData } from 'node:worker_threads';
import { reportPaper } from '../paper/report.ts';
import { overwriteGetLocale } from '../text/generated/runtime.js';
import type { Order } from './paper-office.ts';

const { report, locale } = workerData as Order;
overwriteGetLocale(() => locale);
parentPort!.postMessage(new Uint8Array(await reportPaper(report)));
