import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';
import { realRegisters as folder } from '../../real-files.ts';

/** A file of real registers: for tests and measuring only, and not part of the project. */
export const realFile = (name: string): Uint8Array => readFileSync(resolve(folder, name));

/** Tests on real registers, which say loudly that they are skipped where these are absent. */
export function describeReal(name: string, tests: () => void): void {
	if (existsSync(folder)) {
		describe(name, tests);
		return;
	}
	console.warn(`SKIPPED, since ../shared/data is absent: ${name}`);
	describe.skip(name, tests);
}
