import { afterAll, beforeEach, vi } from 'vitest';
import { baseLocale, overwriteGetLocale } from '../src/text/generated/runtime.js';

/**
 * Files are read one after another in the same process, which spares what they would import again: so each gives back what belongs
 * to all of them, whether it thinks of it or not, and no test has the language of the one before it.
 */
beforeEach(() => overwriteGetLocale(() => baseLocale));
afterAll(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
	vi.useRealTimers();
	overwriteGetLocale(() => baseLocale);
});
