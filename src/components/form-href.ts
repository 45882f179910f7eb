/** The address that a GET form leads to: only fields that are filled in, several of one name as one list. */
export function formHref(form: HTMLFormElement): string {
	const params = new URLSearchParams();
	const fields = [...new FormData(form)].filter(([, value]) => value !== '');
	for (const [name, values] of Map.groupBy(fields, ([field]) => field))
		params.set(name, values.map(([, value]) => value).join(','));
	const text = params.toString().replaceAll('%2C', ',');
	return new URL(form.action).pathname + (text ? `?${text}` : '');
}
