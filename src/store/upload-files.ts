import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far the work on an upload has come. */
export interface WorkProgress {
	done: number;
	all: number;
}

export type UploadFiles = ReturnType<typeof uploadFiles>;

const isToken = (name: string) => /^[0-9a-f-]{36}$/.test(name);

/** Files that were handed in, in a folder that nothing serves and only the process's own user reads. */
export function uploadFiles(folder: string, name: 'uploads' | 'people-uploads') {
	const within = join(folder, name);
	const pathOf = (token: string) => {
		if (!isToken(token)) throw new Error('no token of a file');
		return join(within, token);
	};
	const progressOf = (id: number) => join(within, `progress-${id}`);
	return {
		/** Keeps a file and gives the token by which it is found. */
		keep(bytes: Uint8Array): string {
			mkdirSync(within, { recursive: true, mode: 0o700 });
			const token = crypto.randomUUID();
			writeFileSync(pathOf(token), bytes, { flag: 'wx', mode: 0o600 });
			return token;
		},
		read: (token: string): Uint8Array => readFileSync(pathOf(token)),
		remove: (token: string): void => rmSync(pathOf(token), { force: true }),
		/** Removes files whose tokens are not among these. */
		sweep(tokens: ReadonlySet<string>): void {
			mkdirSync(within, { recursive: true, mode: 0o700 });
			for (const name of readdirSync(within)) if (isToken(name) && !tokens.has(name)) rmSync(join(within, name));
		},
		/** Says how far the work has come: a file, since a transaction that is open tells nobody. */
		say(id: number, progress: WorkProgress): void {
			mkdirSync(within, { recursive: true, mode: 0o700 });
			writeFileSync(`${progressOf(id)}.new`, JSON.stringify(progress), { mode: 0o600 });
			renameSync(`${progressOf(id)}.new`, progressOf(id));
		},
		/** How far it has come; null when nothing is said. */
		said(id: number): WorkProgress | null {
			try {
				return JSON.parse(readFileSync(progressOf(id), 'utf8')) as WorkProgress;
			} catch {
				return null;
			}
		},
		hush: (id: number): void => rmSync(progressOf(id), { force: true }),
	};
}
