import PDFDocument from 'pdfkit';
import { drawSvg, heightAt } from './drawing.ts';
import { fontsFor, runsOf, type Weight } from './letters.ts';

const MM = 72 / 25.4;
/** A4 in points, and where the text stands on it. */
export const PAGE = { width: 595.28, height: 841.89, left: 18 * MM, top: 18 * MM, bottom: 22 * MM } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.left;
const END = PAGE.height - PAGE.bottom;

export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Caption' | 'TH' | 'TD' | 'LBody';
type Struct = ReturnType<PDFKit.PDFDocument['struct']>;

export interface Style {
	size?: number;
	weight?: Weight;
	colour?: string;
	align?: 'left' | 'right';
	lineGap?: number;
}
export interface Place {
	x: number;
	y: number;
	width: number;
}

export const INK = '#1f2622';
export const SOFT = '#525b55';
export const LINE = '#86806f';

interface About {
	locale: string;
	title: string;
	author: string;
	/** A civil date: the document's own. */
	date: string;
	/** Only to see how many pages it takes: nothing is drawn but letters. */
	dry: boolean;
}

/** Pages of A4 that are filled from the top, tagged for screen readers (PDF/UA). */
export class Sheet {
	readonly doc: PDFKit.PDFDocument;
	readonly #fontOf: (subset: number, weight: Weight) => string;
	readonly #whole: Struct;
	readonly #parts: Buffer[] = [];
	readonly #done: Promise<void>;
	readonly #dry: boolean;

	constructor({ locale, title, author, date: day, dry }: About) {
		this.#dry = dry;
		const date = new Date(`${day}T12:00Z`);
		this.doc = new PDFDocument({
			...{ size: 'A4', margin: 0, lang: locale, tagged: true, displayTitle: true, bufferPages: true },
			...{ pdfVersion: '1.7', subset: 'PDF/UA' },
			info: { Title: title, Author: author, CreationDate: date, ModDate: date },
		} as unknown as PDFKit.PDFDocumentOptions);
		this.doc.on('data', (part: Buffer) => this.#parts.push(part));
		this.#done = new Promise((resolve, reject) => {
			this.doc.on('end', () => resolve());
			this.doc.on('error', reject);
		});
		this.#fontOf = fontsFor(this.doc);
		this.#whole = this.doc.struct('Document');
		this.doc.addStructure(this.#whole);
		this.doc.y = PAGE.top;
	}

	get y(): number {
		return this.doc.y;
	}
	set y(to: number) {
		this.doc.y = to;
	}
	get pages(): number {
		return this.doc.bufferedPageRange().count;
	}
	/** Points left on the page. */
	get left(): number {
		return END - this.doc.y;
	}

	/** Points left on the page below a height. */
	roomFrom(y: number): number {
		return END - y;
	}

	/** A new page, if there is not so much room left on this one. */
	need(points: number): void {
		if (this.left < points) this.next();
	}

	/** A new page, unless this one is empty. */
	next(): void {
		if (this.doc.y <= PAGE.top) return;
		this.doc.addPage();
		this.doc.y = PAGE.top;
	}

	/** A part of the document, filled by `fill`. */
	section(fill: (part: Struct) => void): void {
		const part = this.doc.struct('Sect');
		this.#whole.add(part);
		fill(part);
		part.end();
	}

	/** Points that a text takes at a width. */
	height(text: string, width: number, style: Style = {}): number {
		const [first] = runsOf(text);
		this.#set(first?.subset ?? 0, style);
		return this.doc.heightOfString(text, { width, lineGap: style.lineGap ?? 2 });
	}

	/** Points that a text takes on one line. */
	width(text: string, style: Style = {}): number {
		return runsOf(text).reduce((sum, run) => {
			this.#set(run.subset, style);
			return sum + this.doc.widthOfString(run.text);
		}, 0);
	}

	/** Writes a text where the page has come to, and `gap` below it. */
	write(part: Struct, tag: Tag, text: string, { gap = 5, ...style }: Style & { gap?: number } = {}): void {
		this.need(this.height(text, TEXT_WIDTH, style));
		const place = { x: PAGE.left, y: this.doc.y, width: TEXT_WIDTH };
		part.add(this.doc.struct(tag, {}, () => this.draw(text, place, style)));
		this.doc.y += gap;
	}

	/** Letters at a place; within a part of the structure. */
	draw(text: string, { x, y, width }: Place, style: Style = {}): void {
		const runs = runsOf(text);
		runs.forEach(({ subset, text: run }, place) => {
			this.#set(subset, style);
			this.doc.fillColor(style.colour ?? INK);
			const options = {
				...{ width, lineGap: style.lineGap ?? 2, align: style.align ?? 'left' },
				continued: place < runs.length - 1,
			};
			if (place) this.doc.text(run, options);
			else this.doc.text(run, x, y, options);
		});
	}

	/** A drawing with its words for who does not see it, as a figure. Gives its height. */
	figure(part: Struct, svg: string, alt: string, { x, y, width }: Place): number {
		const height = heightAt(svg, width);
		const bbox: [number, number, number, number] = [x, y, x + width, y + height];
		part.add(
			this.doc.struct('Figure', { alt, bbox } as object, () => {
				this.doc.save();
				if (!this.#dry) drawSvg(this.doc, svg, { x, y, width }, this.#fontOf);
				this.doc.restore();
			}),
		);
		return height;
	}

	/** The colour of a mark, before its label. */
	swatch(look: string, place: Place): void {
		const mark =
			look === 'place'
				? `<circle class="${look}" cx="8" cy="8" r="6"/>`
				: `<rect class="${look}" width="16" height="16" rx="3"/>`;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" class="chart">${mark}</svg>`;
		this.ornament(() => drawSvg(this.doc, svg, place, this.#fontOf));
	}

	/** What is drawn for the eye alone. */
	ornament(draw: () => void): void {
		this.doc.markContent('Artifact', { type: 'Layout' });
		draw();
		this.doc.endMarkedContent();
	}

	/** Writes a line at the foot of each page, and gives the whole as a file. */
	async finish(foot: (page: number, pages: number) => string): Promise<Buffer> {
		this.#whole.end();
		const { pages } = this;
		for (let page = 0; page < pages; page++) {
			this.doc.switchToPage(page);
			this.doc.markContent('Artifact', { type: 'Pagination' });
			const words = foot(page + 1, pages);
			this.draw(words, { x: PAGE.left, y: PAGE.height - 13 * MM, width: TEXT_WIDTH }, { size: 8, colour: SOFT });
			this.doc.endMarkedContent();
		}
		this.doc.end();
		await this.#done;
		return Buffer.concat(this.#parts);
	}

	#set(subset: number, { size = 10, weight = 'text' }: Style): void {
		this.doc.font(this.#fontOf(subset, weight)).fontSize(size);
	}
}
export type { Struct };
