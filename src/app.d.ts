import type { Actor } from './domain/person.ts';
import type { SignInWay } from './domain/session.ts';
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
			/** Who has signed in, and by which session. */
			actor: Actor | null;
			session: number | null;
			/** How they signed in. */
			way: SignInWay | null;
			/** When they showed who they are, in unix seconds. */
			provedAt: number | null;
			/** Whose session this is, when they have to sign in by more than a letter before they are anybody here. */
			heldBack: Actor | null;
			/** The answer is its reader's alone. */
			keptNowhere?: boolean;
		}
	}
}
