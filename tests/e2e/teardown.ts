import { rmSync } from 'node:fs';

/** Takes away the folder of the instance that the tests were run against. */
export default function teardown(): void {
	const folder = process.env.SAMLAS_TEST_DATA;
	if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
