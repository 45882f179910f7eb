import { xml } from '#domain/xml.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import type { RequestHandler } from './$types';

/** Lets a browser offer the site's search in its own search field (OpenSearch 1.1). */
export const GET: RequestHandler = ({ url }) => {
	const template = `${url.origin}${localizeHref('/sok')}?q={searchTerms}`;
	const parts = [
		`<ShortName>${xml(m.site_name())}</ShortName>`,
		`<Description>${xml(m.site_tagline())}</Description>`,
		'<InputEncoding>UTF-8</InputEncoding>',
		`<Image width="16" height="16" type="image/svg+xml">${xml(url.origin)}/favicon.svg</Image>`,
		`<Url type="text/html" template="${xml(template)}"/>`,
	];
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">${parts.join('')}</OpenSearchDescription>\n`;
	return new Response(body, {
		headers: {
			'content-type': 'application/opensearchdescription+xml; charset=utf-8',
			'cache-control': 'public, max-age=86400',
		},
	});
};
