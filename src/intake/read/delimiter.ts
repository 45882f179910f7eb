const CANDIDATES = [';', ',', '\t', '|'] as const;

/** The sign between the fields of a text: the one that gives most lines the same number of fields, at least two. */
export function findDelimiter(text: string): string {
	const lines = logicalLines(text.slice(0, 200_000), 200);
	let best = { delimiter: ';', score: 0 };
	for (const delimiter of CANDIDATES) {
		const score = scoreOf(lines, delimiter);
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

function scoreOf(lines: string[], delimiter: string): number {
	const counts = new Map<number, number>();
	for (const line of lines) {
		const fields = line.split(delimiter).length;
		counts.set(fields, (counts.get(fields) ?? 0) + 1);
	}
	let best = 0;
	for (const [fields, times] of counts) {
		if (fields < 2) continue;
		best = Math.max(best, (times / lines.length) * Math.log2(fields + 1));
	}
	return best;
}

/** The first lines, with quoted parts taken out so that signs within them do not count. */
function logicalLines(text: string, most: number): string[] {
	const bare = text.replace(/"(?:[^"]|""){0,5000}"/g, '');
	return bare
		.split(/\r\n|\n|\r/)
		.filter((line) => line.trim() !== '')
		.slice(0, most);
}
