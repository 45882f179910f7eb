import type { Postcodes, PostTown } from './types.ts';

/** The five digits of a Swedish postcode in any spelling ("SE-313 30", "31330"), or nothing. */
export function parsePostcode(text: string): number | undefined {
	const digits = text.replace(/^\s*(SE|S)\s*-?\s*/i, '').replace(/[\s\u00A0-]/g, '');
	const code = /^[1-9]\d{4}$/.test(digits) ? Number(digits) : undefined;
	return code;
}

/** Makes a finder of the post town of a postcode; a code between two known ones of a town counts as that town's. */
export function createPostcodeFinder({ towns, ranges }: Postcodes): (postcode: string) => PostTown | undefined {
	return (postcode) => {
		const code = parsePostcode(postcode);
		if (code === undefined) return undefined;
		let low = 0;
		let high = ranges.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ranges[middle]?.[1] ?? 0) < code) low = middle + 1;
			else high = middle;
		}
		const range = ranges[low];
		return range && range[0] <= code ? towns[range[2]] : undefined;
	};
}
