import type { Page } from '@playwright/test';

/** Words of the page that are shown on two lines or more without a hyphen, as where a narrow box breaks them: "Förenin g". */
export const brokenWords = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		const broken: string[] = [];
		while (texts.nextNode()) {
			const text = texts.currentNode as Text;
			if (!text.parentElement?.checkVisibility()) continue;
			for (const word of text.data.matchAll(/[\p{L}\d]{3,}/gu)) {
				range.setStart(text, word.index);
				range.setEnd(text, word.index + word[0].length);
				const lines = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
				if (new Set(lines).size > 1) broken.push(word[0]);
			}
		}
		return broken;
	});
