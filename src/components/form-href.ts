/** The address that a GET form leads to: only fields that are filled in, several of one name as one list; some of them changed. */
export function formHref(form: HTMLFormElement, change: Record<string, string> = {}): string {
	const params = new URLSearchParams();
	for (const [name, value] of new FormData(form)) {
		if (typeof value !== 'string' || value === '') continue;
		const before = params.get(name);
		params.set(name, before ? `${before},${value}` : value);
	}
	for (const [name, value] of Object.entries(change)) {
		if (value) params.set(name, value);
		else params.delete(name);
	}
	const text = params.toString().replaceAll('%2C', ',');
	return new URL(form.action).pathname + (text ? `?${text}` : '');
}
