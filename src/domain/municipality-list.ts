/**
 * The municipalities to choose from as one text, a line each: code, name. A page carries them twice, in its list and for the
 * script that brings it to life, and as 290 objects the second weighs more than the first.
 */
export const packed = (all: readonly { code: string; name: string }[]): string =>
	all.map(({ code, name }) => `${code}${name}`).join('\n');

const CODE = 4;

/** What was packed, as the choices of a list. */
export const unpacked = (text: string): { value: string; label: string }[] =>
	text ? text.split('\n').map((line) => ({ value: line.slice(0, CODE), label: line.slice(CODE) })) : [];
