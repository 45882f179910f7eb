import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { seedDemo } from '../../db/demo/index.ts';
import type { Config } from '../config.ts';
import { askToGoOn } from '../domain/consent.ts';
import { forgetOldDrafts } from '../domain/draft.ts';
import { Conflict, Unavailable } from '../domain/errors.ts';
import { forgetTellers } from '../domain/follow.ts';
import { forgetPeopleUploads } from '../domain/people-upload.ts';
import { forgetUnusedPhotos } from '../domain/photos.ts';
import { forgetReminders, isTimeToAsk, remind } from '../domain/reminder.ts';
import { tellOwners } from '../domain/report-news.ts';
import { forgetWhatIsOld } from '../domain/retention.ts';
import { forgetUploads } from '../domain/upload.ts';
import { createFinder, type Snapshots } from '../finder/finder.ts';
import { createPlaces } from '../finder/places.ts';
import { contactAgainLetter } from '../mail/contact-letters.ts';
import { mailboxKey } from '../mail/mailbox-key.ts';
import { createPostOffice, type PostOffice, tidyOutbox } from '../mail/post-office.ts';
import { reminderLetter } from '../mail/reminder-letter.ts';
import { smtpTransport } from '../mail/transport.ts';
import { readProviders } from '../proof/provider.ts';
import type { Site } from '../site.ts';
import { openStore, type Store } from '../store/open.ts';
import { giveBackMemory } from './give-back.ts';
import { createImportOffice } from './import-office.ts';
import { repeat } from './jobs.ts';
import { keepMonth } from './monthly.ts';
import { createPaperOffice } from './paper-office.ts';
import { createPlanningElsewhere } from './planning-elsewhere.ts';
import { createPlanningOffice, type PlanningOffice } from './planning-office.ts';
import { reportsTo } from './reports-to.ts';
import { SnapshotFile } from './snapshot.ts';
import { isFirst, isLookedAfter } from './workers.ts';

/** What start-up tells while it works. */
export interface Progress {
	demoBegins(): void;
	demo(done: number, total: number): void;
	demoEnds(count: number): void;
}

/** How often (milliseconds) a change by this or another process is looked for: an edit is found at once, and to look takes some microseconds. */
const FOLLOW = 10;
/** How often a little of the next minute is made ready. */
const PREPARE = 25;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How often those are looked for whose entries have grown old. */
const ASK = HOUR / 4;
/** How often letters that are due are looked for. */
const DELIVER = 1000;
/** How often a register that was handed in is looked for. */
const IMPORTS = 500;

const now = () => Math.floor(Date.now() / 1000);

/**
 * Opens the store, fills it on the very first start if wanted, and builds the finder. `patience`: as in `openStore`.
 */
export async function openSite(
	config: Config,
	progress: Progress,
	{ patience }: { patience?: number } = {},
): Promise<Site & { close(): Promise<void> }> {
	const providers = config.SAMLAS_SIGN_IN ? readProviders(config.SAMLAS_SIGN_IN) : [];
	const store = await openStore(config.SAMLAS_DATA, patience === undefined ? {} : { patience });
	await keepOccurrencesAhead(store).catch(unlessUnavailable);
	await firstFill(store, config, progress);
	const program = programOf();
	const snapshots = program ? new SnapshotFile(store, program) : undefined;
	const finder = await createFinder(store, isFirst() ? snapshots : snapshots && readOnly(snapshots));
	finder.warm(now());
	// Filling and building take more memory than serving.
	giveBackMemory();
	const hourly = async () => {
		await keepOccurrencesAhead(store);
		await finder.renew();
		await tidy(store);
	};
	const address = (path: string) => (config.ORIGIN ?? `http://localhost:${config.PORT}`) + path;
	const ask = async () => {
		if (!isTimeToAsk(now())) return;
		await remind(store, now(), (to) => reminderLetter(to, address));
		await askToGoOn(store, now(), (to) => contactAgainLetter(to, address));
	};
	const keep = async () =>
		void (await keepMonth(store, now(), async () => (await planning.ask('tallies', { now: now() })).answer));
	const tell = () => tellOwners(store, { now: now(), letter: reportsTo(address) });
	const office = isFirst() ? postOfficeOf(config, store) : null;
	const planning = isLookedAfter() ? createPlanningElsewhere() : planningOf(config);
	const imports = isFirst() ? createImportOffice(store, { now }) : null;
	const alone = [
		{ work: hourly, every: HOUR },
		{ work: ask, every: ASK },
		{ work: tell, every: MINUTE },
		{ work: keep, every: MINUTE },
	];
	const jobs = [
		repeat(() => finder.follow(), { every: FOLLOW }),
		repeat(async () => finder.prepare(now()), { every: PREPARE }),
		...(isFirst() ? alone.map(({ work, every }) => repeat(work, { every })) : []),
		...(imports ? [repeat(() => imports.work(), { every: IMPORTS })] : []),
		...(office ? [repeat(async () => void (await office.deliver()), { every: DELIVER })] : []),
	];
	return {
		config,
		store,
		finder,
		places: createPlaces(),
		planning,
		paper: createPaperOffice(),
		now,
		address,
		providers,
		mailboxKey: config.SAMLAS_SMTP ? null : mailboxKey(config.SAMLAS_DATA),
		async close() {
			for (const stop of jobs) stop();
			imports?.close();
			await planning.close();
			office?.close();
			finder.close();
			store.close();
		},
	};
}

/** Where planning is asked: on a thread of this process's own. */
export const planningOf = (config: Pick<Config, 'SAMLAS_DATA' | 'SAMLAS_ROUTING'>): PlanningOffice =>
	createPlanningOffice({ folder: config.SAMLAS_DATA, routing: config.SAMLAS_ROUTING });

/** Letters are sent where there is a mail server; else they lie in the mailbox. */
function postOfficeOf(config: Config, store: Store): PostOffice | null {
	if (!config.SAMLAS_SMTP || !config.SAMLAS_MAIL_FROM) return null;
	return createPostOffice(store, smtpTransport(config.SAMLAS_SMTP, config.SAMLAS_MAIL_FROM), now);
}

/** What is kept no longer than it is needed. */
async function tidy(store: Store): Promise<void> {
	await tidyOutbox(store, now());
	await forgetWhatIsOld(store, now());
	await forgetUnusedPhotos(store, now());
	await forgetOldDrafts(store, now());
	await forgetTellers(store, now());
	await forgetUploads(store, now());
	await forgetPeopleUploads(store, now());
	await forgetReminders(store, now());
}

async function keepOccurrencesAhead(store: Store): Promise<void> {
	if (!(await store.occurrences.due(now()))) return;
	await store.transaction((tx) => tx.occurrences.roll(now()));
}

/** What is running, by the bytes of its bundle; null from sources, which may change under it. */
function programOf(): string | null {
	const file = process.argv[1] ?? '';
	return file.endsWith('.js') ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) : null;
}

/** Of several processes one writes snapshots; the others take them. */
const readOnly = (snapshots: Snapshots): Snapshots => ({
	load: () => snapshots.load(),
	save: async () => {},
	exists: () => false,
});

/** Of two processes that start at once, one fills. */
async function fill(store: Store, progress: Progress): Promise<void> {
	try {
		const { count } = await seedDemo(store, { now: now(), onProgress: progress.demo });
		progress.demoEnds(count);
	} catch (reason) {
		if (!(reason instanceof Conflict)) throw reason;
	}
}

/** On a full or locked disk the site opens with the times it has; the job tries again. */
function unlessUnavailable(reason: unknown): void {
	if (!(reason instanceof Unavailable)) throw reason;
	console.error(reason);
}

/** The invented Sweden comes once, into a store that has never held anything. */
async function firstFill(store: Store, config: Config, progress: Progress): Promise<void> {
	if (await store.meta.get('first_start')) return;
	if (config.SAMLAS_DEMO && (await store.changes.newest()) === 0) {
		progress.demoBegins();
		await fill(store, progress);
	}
	await store.transaction((tx) => tx.meta.set('first_start', String(now())));
}
