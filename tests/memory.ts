import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** Bytes: more than ten times what a run has there at once. */
const ROOM = 2e9;

/**
 * Where tests put what they make: into memory where there is room, else where the system says. A store waits at each commit
 * until a disk has written; what that is for is the power going out, which no test does, and other work on the disk made
 * tests fail by time. What a killed process leaves behind is the same in both.
 */
export function quickFolder(): string {
	try {
		accessSync(MEMORY, constants.W_OK);
		const { bavail, bsize } = statfsSync(MEMORY);
		return bavail * bsize > ROOM ? MEMORY : tmpdir();
	} catch {
		return tmpdir();
	}
}
