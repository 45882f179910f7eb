import { type ChildProcess, fork } from 'node:child_process';
import type { UploadState } from '../domain/upload-state.ts';
import type { Queries, Store } from '../store/open.ts';
import { programPath } from './program.ts';

/** What a child may have of memory, megabytes: a file that unpacks beyond measure ends it, and nobody else. */
const MEMORY = 1024;
/** A child works no longer than this, milliseconds. */
const LONGEST = 10 * 60_000;
/** Work is begun so often before it is given up: once more after a crash of the machine, not again and again. */
const TRIES = 2;

/** Where work that was given up goes back to: nothing of it was kept. */
const back: Partial<Record<UploadState, UploadState>> = {
	reading: 'failed',
	publishing: 'ready',
	undoing: 'published',
};

/** What files are handed in of: registers, and where people live. */
export type Handed = 'register' | 'people';
const shelves = {
	register: { of: (store: Queries) => store.uploads, files: (store: Store) => store.files },
	people: { of: (store: Queries) => store.peopleUploads, files: (store: Store) => store.peopleFiles },
} as const;

export interface ImportOffice {
	/** Works on what waits, if anything does and nothing is being worked on; gives when that is done. */
	work(): Promise<void>;
	close(): void;
}

interface Means {
	now: () => number;
	/** Starts the child; tests have one of their own. */
	start?: (folder: string, id: number, handed: Handed) => ChildProcess;
}

/**
 * Has uploads worked on, one at a time, each in a process of its own: what a file does to its reader never touches the
 * pages. What the store says of an upload changes in one transaction with the work itself, so that a process killed at any
 * moment has done all of it or nothing; what was not done is begun once more, also by the next server.
 */
export function createImportOffice(store: Store, { now, start = begin }: Means): ImportOffice {
	let child: ChildProcess | null = null;
	let busy = false;

	async function work(): Promise<void> {
		if (busy) return;
		busy = true;
		try {
			await next('register');
			await next('people');
		} finally {
			busy = false;
		}
	}

	async function next(handed: Handed): Promise<void> {
		const { of, files } = shelves[handed];
		const upload = await of(store).next();
		if (!upload) return;
		const { id, state, tries } = upload;
		if (tries >= TRIES) {
			// A layer that is to go has no file to look at again.
			const isRemoval = 'what' in upload && upload.what === 'removal' && state === 'publishing';
			const to = { state: isRemoval ? 'failed' : (back[state] ?? 'failed'), now: now(), reason: 'died' } as const;
			await store.transaction((tx) => of(tx).move(id, [state], to));
			return;
		}
		await store.transaction((tx) => of(tx).tried(id));
		await ended(start(store.folder, id, handed));
		files(store).hush(id);
	}

	function ended(started: ChildProcess): Promise<void> {
		child = started;
		const late = setTimeout(() => started.kill('SIGKILL'), LONGEST).unref();
		return new Promise((done) => {
			const end = () => {
				clearTimeout(late);
				child = null;
				done();
			};
			started.once('exit', end);
			started.once('error', end);
		});
	}

	return { work, close: () => void child?.kill('SIGKILL') };
}

function begin(folder: string, id: number, handed: Handed): ChildProcess {
	return fork(programPath('import-work'), [folder, String(id), handed], {
		execArgv: [`--max-old-space-size=${MEMORY}`, '--disable-warning=ExperimentalWarning'],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
}
