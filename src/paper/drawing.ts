import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import SVGtoPDF from 'svg-to-pdfkit';
import { root } from '../root.ts';
import { runsOf, type Weight } from './letters.ts';

interface Rule {
	selector: string;
	declarations: [property: string, value: string][];
}

/** What a drawing's class may set, beside what it is drawn with. */
const TAKEN = new Set([
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-opacity',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'font-size',
]);

let known: Rule[] | undefined;

/** How the page's own style colours drawings in the light: read from it, so that paper and page never differ. */
function rules(): Rule[] {
	known ??= read(
		readFileSync(join(root, 'src', 'styles', 'tokens.css'), 'utf8'),
		readFileSync(join(root, 'static', 'chart.css'), 'utf8'),
	);
	return known;
}

function read(tokens: string, chart: string): Rule[] {
	const light = [tokens, chart].map((css) => /:root \{([^}]*)\}/.exec(css)?.[1] ?? '').join('');
	const colours = new Map(declared(light));
	const value = (text: string) => text.replace(/var\((--[\w-]+)\)/g, (_, name) => colours.get(name) ?? 'none');
	// Blocks within @media hold rules of their own, which begin further in.
	return [...chart.matchAll(/^(\.chart [^{]+)\{([^}]*)\}/gm)].map(([, selector, body]) => ({
		selector: selector!.trim().replaceAll('.chart ', ''),
		declarations: declared(body!)
			.filter(([property]) => TAKEN.has(property))
			.map(([property, text]) => [property, value(text)]),
	}));
}

const declared = (body: string): [string, string][] =>
	[...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, property, value]) => [property!, value!.trim()]);

/** A drawing's own height at a width, in the same unit. */
export function heightAt(svg: string, width: number): number {
	const [, , wide, high] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 1 1').split(/[\s,]+/).map(Number);
	return (width * high!) / wide!;
}

/** Draws an `<svg>` of src/charts at a place of the page, in points; its letters are the document's own. */
export function drawSvg(
	doc: PDFKit.PDFDocument,
	svg: string,
	{ x, y, width }: { x: number; y: number; width: number },
	fontOf: (subset: number, weight: Weight) => string,
): void {
	const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
	const drawing = document.querySelector('svg')!;
	for (const { selector, declarations } of rules())
		for (const element of drawing.querySelectorAll(selector)) style(element, declarations);
	const height = heightAt(svg, width);
	drawing.setAttribute('width', String(width));
	drawing.setAttribute('height', String(height));
	drawing.setAttribute('color', '#1f2622');
	for (const title of drawing.querySelectorAll('title')) title.remove();
	for (const leaf of drawing.querySelectorAll('text, tspan')) letters(leaf, document);
	SVGtoPDF(doc as never, drawing.outerHTML, x, y, {
		...{ width, height, assumePt: true },
		fontCallback: (family, bold) => fontOf(Number(/\d+/.exec(family)?.[0] ?? latin), bold ? 'bold' : 'text'),
	});
}

const latin = runsOf('a')[0]!.subset;

function style(element: Element, declarations: Rule['declarations']): void {
	// The light around letters is drawn by the page below them, which paper can't.
	const letters = element.localName === 'text';
	for (const [property, value] of declared(element.getAttribute('style') ?? '')) element.setAttribute(property, value);
	for (const [property, value] of declarations)
		if (!letters || !property.startsWith('stroke')) element.setAttribute(property, value);
}

/** Says which of the document's fonts each stretch of a text is written in. */
function letters(leaf: Element, document: Document): void {
	if (leaf.children.length) return;
	const runs = runsOf(leaf.textContent ?? '');
	if (runs.length < 2) {
		leaf.setAttribute('font-family', `f${runs[0]?.subset ?? latin}`);
		return;
	}
	leaf.textContent = '';
	for (const { subset, text } of runs) {
		const part = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
		part.setAttribute('font-family', `f${subset}`);
		part.textContent = text;
		leaf.append(part);
	}
}
