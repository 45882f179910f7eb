/** A style that could not be had is waited for by nobody. */
export function giveUpStyle({ target }: Event): void {
	if (target instanceof HTMLLinkElement) target.disabled = true;
}

/**
 * Once the styles that have been asked for are there. SvelteKit asks for those of the page that a link leads to and goes on:
 * it would be shown bare, and what it was scrolled to would move away when they come.
 */
export async function styled(): Promise<void> {
	const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
	const coming = links.filter(({ sheet, disabled }) => !sheet && !disabled);
	await Promise.all(
		coming.map(
			(link) =>
				new Promise((resolve) => {
					link.onload = link.onerror = resolve;
				}),
		),
	);
}
