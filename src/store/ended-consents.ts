import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './connection.ts';

export type EndedConsents = ReturnType<typeof endedConsents>;

/**
 * Consents that were taken back, each by a token that tells of nobody: in a file beside the store, since a backup that is
 * put in its place must not show again who has said no meanwhile.
 */
export function endedConsents(folder: string) {
	const file = join(folder, 'ended-consents');
	return {
		/** Notes one, on disk before it is acknowledged. */
		add: (token: string): void => appendFileSync(file, `${token}\n`, { mode: 0o600, flush: true }),
		all: (): string[] => {
			try {
				return readFileSync(file, 'utf8').split('\n').filter(Boolean);
			} catch (reason) {
				if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return [];
				throw reason;
			}
		},
	};
}

/** Erases what a backup has brought back. */
export function eraseEnded({ sqlite }: Connection, ended: EndedConsents): void {
	const tokens = ended.all();
	if (!tokens.length) return;
	const erase = sqlite.prepare('DELETE FROM contact_persons WHERE token IN (SELECT value FROM json_each(?))');
	erase.run(JSON.stringify(tokens));
}
