import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked, Renderer } from 'marked';
import { slugOf } from '#domain/slug.ts';
import { root } from '../../../root.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

let page: string | undefined;

/** The method as it stands in the documents, made into a page once; a heading's words are its anchor. */
export const load: PageServerLoad = async () => {
	page ??= rendered(readFileSync(join(root, 'docs', 'planning-method.md'), 'utf8'));
	return { method: page };
};

function rendered(text: string): string {
	let tables = 0;
	const shown = new Marked({
		renderer: {
			heading({ tokens, depth }) {
				const words = this.parser.parseInline(tokens);
				return `<h${depth} id="${slugOf(words.replace(/<[^>]*>/g, ''))}">${words}</h${depth}>`;
			},
			table(token) {
				const plain = Renderer.prototype.table.call(this, token);
				return `<div class="scroll" role="region" aria-label="Table ${++tables}" tabindex="0">${plain}</div>`;
			},
		},
	});
	return shown.parse(text, { async: false });
}
