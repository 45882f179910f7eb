/**
 * For a field with `defaultValue`: another value than the page had before replaces what it holds (`{@attach follows(value)}`).
 * The first does not: what was typed or marked before the page came alive stays.
 */
export const follows = (value: string | number) => (field: HTMLInputElement) => {
	const { shown = `${value}` } = field.dataset;
	field.dataset.shown = `${value}`;
	if (shown !== `${value}`) field.value = `${value}`;
};
