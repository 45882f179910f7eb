const shown = new WeakMap<HTMLInputElement, string>();

/**
 * For a field with `defaultValue`: another value than the page had before replaces what it holds (`{@attach follows(value)}`).
 * The first does not: what was typed or marked before the page came alive stays.
 */
export const follows = (value: string | number) => (field: HTMLInputElement) => {
	const said = String(value);
	const before = shown.get(field) ?? said;
	shown.set(field, said);
	if (said !== before) field.value = said;
};
