/** The ids of what a question says of its field, or undefined where it says nothing. */
export const describedBy = (id: string, hint: string | undefined, wrong: string | undefined): string | undefined =>
	[hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;

/** Of the fields of a page that are wrong, the first gets the focus; a choice, which has no `aria-invalid`, says `data-wrong`. */
export function focusIfFirstWrong(field: HTMLElement | undefined): void {
	if (field && field === document.querySelector('[aria-invalid="true"], [data-wrong="true"]')) field.focus();
}
