/** The ids of what a question says of its field, or undefined where it says nothing. */
export const describedBy = (id: string, hint: string | undefined, wrong: string | undefined): string | undefined =>
	[hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;

/** The first field of a page that is wrong. */
export const firstWrong = (): HTMLElement | null =>
	document.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"]');

let isSent = false;
if (typeof document !== 'undefined') document.addEventListener('submit', () => (isSent = true), true);

/**
 * Whether the focus may be moved to what is wrong: not from somebody who was at a field, or pressed a button, before the page
 * came alive. Who has sent a form since then waits for the answer.
 */
export const mayMoveFocus = (): boolean =>
	isSent || document.activeElement === null || document.activeElement === document.body;

/** Of the fields of a page that are wrong, the first gets the focus; a choice, which has no `aria-invalid`, says `data-wrong`. */
export function focusIfFirstWrong(field: HTMLElement | undefined): void {
	if (field && field === firstWrong() && mayMoveFocus()) field.focus();
}

/**
 * What is marked in a longer text before the page comes alive, and where one writes in it, is lost when it does: asked for
 * before, this gives what puts it back.
 */
export function keepMarked(id: string): (area: HTMLTextAreaElement) => void {
	const before = typeof document === 'undefined' ? null : document.activeElement;
	if (!before || !(before instanceof HTMLTextAreaElement) || before.id !== id) return () => undefined;
	const { selectionStart, selectionEnd } = before;
	return (area) => area.setSelectionRange(selectionStart, selectionEnd);
}
