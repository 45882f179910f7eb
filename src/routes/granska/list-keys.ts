const steps: Record<string, (at: number, last: number) => number> = {
	j: (at, last) => Math.min(at + 1, last),
	ArrowDown: (at, last) => Math.min(at + 1, last),
	k: (at) => Math.max(at - 1, 0),
	ArrowUp: (at) => Math.max(at - 1, 0),
	Home: () => 0,
	End: (_, last) => last,
};

/**
 * Within a list of links, j and k and the arrows go from one to the next; Enter opens, as ever. Only while the list has
 * the focus: single letters that act anywhere on a page get in the way of who speaks to their computer (WCAG 2.1.4).
 */
export function listKeys(list: HTMLElement): () => void {
	const press = (event: KeyboardEvent) => {
		const step = steps[event.key];
		if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
		const links = [...list.querySelectorAll('a')];
		const at = links.indexOf(document.activeElement as HTMLAnchorElement);
		if (at < 0) return;
		event.preventDefault();
		links[step(at, links.length - 1)]?.focus();
	};
	list.addEventListener('keydown', press);
	return () => list.removeEventListener('keydown', press);
}
