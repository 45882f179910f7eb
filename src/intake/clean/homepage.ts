const HOST = /^(?!-)([a-z0-9-]{1,63}\.)+(xn--[a-z0-9-]{2,59}|[a-z]{2,24})$/i;

/** The first address of the web in a field, with its scheme; null for texts such as "Har ingen hemsida". */
export function cleanHomepage(text: string): string | null {
	const mended = text
		.replace(/(%20|\u00a0)+/g, ' ')
		.replace(/\b(www),(?=\w)/gi, '$1.')
		.replace(/(:\/\/)\.+/g, '$1')
		.replace(/\bh(tt?|t{3}|pt)ps?(:\/\/?|\/\/|;\/\/)/gi, (scheme) => (/s/i.test(scheme) ? 'https://' : 'http://'));
	for (const part of mended.split(/[\s,;|<>"()[\]]+/)) {
		const found = address(part.replace(/^[:.\-/*]+|[.:\-*]+$/g, ''));
		if (found) return found;
	}
	return null;
}

function address(part: string): string | null {
	const hasScheme = /^https?:\/\//i.test(part);
	if (part === '' || part.includes('@') || (!hasScheme && !/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]|$)/u.test(part)))
		return null;
	const url = URL.parse(hasScheme ? part : `https://${part}`);
	if (url) url.hostname = url.hostname.replace(/\.$/, '');
	if (!url || !HOST.test(url.hostname) || url.username || url.href.length > 500) return null;
	return url.href;
}
