import type { Site } from './site.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** To find the fault in the log by. */
			code?: string;
		}
		interface Locals {
			site: Site;
			locale: 'sv' | 'en';
		}
	}
}
