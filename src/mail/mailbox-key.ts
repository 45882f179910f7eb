import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What opens the mailbox page, made once for each data folder and readable by its owner alone. The page holds codes to
 * sign in with: that a request comes from this machine says nothing, since a proxy on it passes on everybody's.
 */
export function mailboxKey(folder: string): string {
	const file = join(folder, 'mailbox-key');
	try {
		writeFileSync(file, randomBytes(18).toString('base64url'), { flag: 'wx', mode: 0o600 });
	} catch (reason) {
		if ((reason as { code?: string }).code !== 'EEXIST') throw reason;
	}
	return readFileSync(file, 'utf8');
}
