import type { Config } from './config.ts';
import type { LiveFinder } from './finder/finder.ts';
import type { Places } from './finder/places.ts';
import type { Provider } from './proof/provider.ts';
import type { PaperOffice } from './server/paper-office.ts';
import type { PlanningOffice } from './server/planning-office.ts';
import type { Store } from './store/open.ts';

/** One running instance: what a request may use beside its own input. One for each process. */
export interface Site {
	config: Config;
	store: Store;
	finder: LiveFinder;
	places: Places;
	/** Answers what a municipality asks of itself. */
	planning: PlanningOffice;
	/** Writes its reports. */
	paper: PaperOffice;
	/** The time, in unix seconds. */
	now: () => number;
	/** The absolute address, for a letter, of a path within the site: never from what a request says of itself. */
	address: (path: string) => string;
	/** Without a mail server, what opens the mailbox page; the operator's terminal tells it. */
	mailboxKey: string | null;
	/** Municipalities' own sign-ins. */
	providers: Provider[];
}

const key = Symbol.for('samlas.site');

/** Hands the Site to SvelteKit, whose bundle is a module graph of its own. */
export function publishSite(site: Site): void {
	(globalThis as Record<symbol, unknown>)[key] = site;
}

/** The Site of this process. */
export function currentSite(): Site {
	const site = (globalThis as Record<symbol, unknown>)[key];
	if (!site) throw new Error('Samlas has not been started: pages are served by src/server.ts');
	return site as Site;
}
