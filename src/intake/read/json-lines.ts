interface Open {
	isArray: boolean;
	/** Lines on which the objects directly within an array begin. */
	starts: number[];
}

/**
 * The lines on which the elements of the array of objects with `length` elements begin: the outermost such array.
 * JSON.parse keeps no positions; this walks the text once, minding only strings and brackets.
 */
export function arrayLines(text: string, length: number): number[] {
	const stack: Open[] = [];
	let found: { depth: number; starts: number[] } | null = null;
	let line = 1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 10) line++;
		else if (code === 34) i = endOfString(text, i);
		else if (code === 123 || code === 91) {
			if (code === 123) stack.at(-1)?.isArray && stack.at(-1)!.starts.push(line);
			stack.push({ isArray: code === 91, starts: [] });
		} else if (code === 125 || code === 93) {
			const closed = stack.pop();
			const isOuter = !found || stack.length < found.depth;
			if (closed?.isArray && closed.starts.length === length && isOuter)
				found = { depth: stack.length, starts: closed.starts };
		}
	}
	return found?.starts ?? [];
}

function endOfString(text: string, start: number): number {
	let i = start + 1;
	while (i < text.length && text.charCodeAt(i) !== 34) i += text.charCodeAt(i) === 92 ? 2 : 1;
	return i;
}
