/** The address that a GET form leads to: only fields that are filled in, several of one name as one list. */
export function formHref(form: HTMLFormElement): string {
	const params = new URLSearchParams();
	for (const [name, value] of new FormData(form)) {
		if (typeof value !== 'string' || value === '') continue;
		const before = params.get(name);
		params.set(name, before ? `${before},${value}` : value);
	}
	const text = params.toString().replaceAll('%2C', ',');
	return new URL(form.action).pathname + (text ? `?${text}` : '');
}
