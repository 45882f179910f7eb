import { writeFileSync } from 'node:fs';

/** Writes a JSON object whose lists have one record a line: compact, and readable in a diff. */
export function writeRecords(file: URL, header: Record<string, string>, lists: Record<string, unknown[]>): void {
	const head = Object.entries(header).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	const body = Object.entries(lists).map(
		([key, items]) => `${JSON.stringify(key)}: [\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`,
	);
	writeFileSync(file, `{\n${[...head, ...body].join(',\n')}\n}\n`);
}
