import { xml } from '../domain/xml.ts';
import { m } from '../text/generated/messages.js';

export type Locale = 'sv' | 'en';

/** What a letter holds, in the order in which it is read. */
export interface Content {
	locale: Locale;
	title: string;
	/** Before what is to be done. */
	before: string[];
	/** Something to type elsewhere, said large. */
	code?: string;
	/** What is to be done, and where. */
	button?: { label: string; href: string };
	/** Things the letter is about, each with what can be done; the first stands out. */
	entries?: { name: string; note: string; links: { label: string; href: string }[] }[];
	/** After it. */
	after: string[];
	/** Why the letter came. */
	why: string;
	/** How to have no more of them. */
	stop?: { label: string; href: string };
}

/** The same content as plain text and as HTML: one column, without pictures, readable by any mail program. */
export function onPaper(content: Content): { text: string; html: string } {
	return { text: asText(content), html: asHtml(content) };
}

function asText({ locale, title, before, code, button, entries = [], after, why, stop }: Content): string {
	const line = ({ label, href }: { label: string; href: string }) => `${label}:\n${href}`;
	const parts = [title, ...before];
	if (code) parts.push(`    ${code}`);
	if (button) parts.push(line(button));
	for (const { name, note, links } of entries) parts.push(`* ${name}\n${note}`, ...links.map(line));
	const foot = [`-- \n${m.site_name({}, { locale })}\n${why}`, ...(stop ? [line(stop)] : [])];
	return `${[...parts, ...after, ...foot].join('\n\n')}\n`;
}

const face = 'font-family:Verdana,Geneva,sans-serif;';

type Link = { label: string; href: string };

const paragraph = (text: string) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${xml(text)}</p>`;
const pressed = ({ label, href }: Link) =>
	`<a href="${xml(href)}" style="display:inline-block;padding:14px 22px;background:#1d5943;color:#ffffff;text-decoration:none;border-radius:6px;font-size:16px">${xml(label)}</a>`;
const linked = ({ label, href }: Link) =>
	`<a href="${xml(href)}" style="display:inline-block;padding:14px 12px;color:#1d5943;font-size:16px">${xml(label)}</a>`;

/** The name is held apart from what stands around it: one that is written from the right turns nothing else around. */
function entryHtml({ name, note, links: [first, ...others] }: NonNullable<Content['entries']>[number]): string {
	return `<div style="margin:0 0 16px;padding:16px 0 4px;border-top:1px solid #d8d0c0">
<h2 style="margin:0 0 4px;font-size:18px;line-height:1.3"><bdi>${xml(name)}</bdi></h2>
<p style="margin:0 0 12px;font-size:15px;line-height:1.5;color:#55605a">${xml(note)}</p>
<p style="margin:0 0 12px">${[first && pressed(first), ...others.map(linked)].filter(Boolean).join(' ')}</p></div>`;
}

function asHtml({ locale, title, before, code, button, entries = [], after, why, stop }: Content): string {
	const parts = [
		`<h1 style="margin:0 0 20px;font-size:22px;line-height:1.25">${xml(title)}</h1>`,
		...before.map(paragraph),
		code && `<p style="margin:0 0 20px;font-size:32px;letter-spacing:6px;font-weight:bold">${xml(code)}</p>`,
		button && `<p style="margin:0 0 20px">${pressed(button)}</p>`,
		...entries.map(entryHtml),
		...after.map(paragraph),
		`<p style="margin:28px 0 0;padding-top:14px;border-top:1px solid #d8d0c0;font-size:13px;line-height:1.5;color:#55605a">${xml(m.site_name({}, { locale }))}<br>${xml(why)}${stop ? `<br><a href="${xml(stop.href)}" style="color:#55605a">${xml(stop.label)}</a>` : ''}</p>`,
	];
	return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xml(title)}</title></head>
<body style="margin:0;padding:24px 12px;background:#faf6ee;color:#1f2622;${face}"><div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border-radius:8px">
${parts.filter(Boolean).join('\n')}
</div></body></html>
`;
}
