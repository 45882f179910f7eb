import PDFDocument from 'pdfkit';
import { fontsFor, runsOf, type Weight } from '../paper/letters.ts';
import { m } from '../text/generated/messages.js';
import type { Locale } from './paper.ts';

/** What the letter on paper says, and to whom. */
export interface ClaimPaper {
	locale: Locale;
	/** Who sends it. */
	municipality: string;
	/** The association, and where it stands in the register. */
	name: string;
	street: string;
	postcode: string;
	postTown: string;
	/** Six digits. */
	code: string;
	/** Who asks. */
	by: string;
	/** Where the code is typed. */
	href: string;
	/** Written out. */
	today: string;
	until: string;
}

const MM = 72 / 25.4;
const LEFT = 25 * MM;
/** The window of a Swedish envelope (SS 61 40 21) lies to the right. */
const WINDOW = { x: 112 * MM, y: 50 * MM, width: 80 * MM };
const BODY = { y: 105 * MM, width: 160 * MM };

/** The letter as PDF: A4, tagged for screen readers, with the project's own letters inside. */
export function claimPaper(to: ClaimPaper): Promise<Buffer> {
	const { locale } = to;
	const say = { locale };
	const title = m.paper_title({ name: to.name }, say);
	const doc = new PDFDocument({
		...{
			size: 'A4',
			margin: LEFT,
			lang: locale,
			tagged: true,
			displayTitle: true,
			pdfVersion: '1.7',
		},
		info: { Title: title, Author: to.municipality },
	});
	const parts: Buffer[] = [];
	doc.on('data', (part: Buffer) => parts.push(part));
	const done = new Promise<Buffer>((resolve, reject) => {
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
	const whole = doc.struct('Document');
	doc.addStructure(whole);

	const fontOf = fontsFor(doc);
	/** One piece of text as the structure has it, at a place or below what stands there already. */
	function write(
		tag: 'H1' | 'P',
		text: string,
		style: { size?: number; weight?: Weight; at?: typeof WINDOW; gap?: number } = {},
	) {
		const { size = 11, weight = 'text', at, gap = 8 } = style;
		const draw = () => {
			const runs = runsOf(text);
			runs.forEach(({ subset, text: run }, n) => {
				doc.font(fontOf(subset, weight)).fontSize(size);
				const options = { width: at?.width ?? BODY.width, continued: n < runs.length - 1, lineGap: 3 };
				if (n === 0 && at) doc.text(run, at.x, at.y, options);
				else doc.text(run, options);
			});
			doc.y += gap;
		};
		whole.add(doc.struct(tag, {}, draw));
	}

	write('P', to.municipality, { weight: 'bold', at: { x: LEFT, y: 20 * MM, width: 80 * MM }, gap: 0 });
	write('P', to.today, { at: { ...WINDOW, y: 20 * MM }, gap: 0 });
	const address = [to.name, to.street, `${to.postcode.replace(/^(\d{3})\s?(\d{2})$/, '$1 $2')}  ${to.postTown}`];
	let { y } = WINDOW;
	for (const line of address) {
		write('P', line, { at: { ...WINDOW, y }, gap: 0 });
		y = doc.y;
	}
	write('H1', title, { size: 18, weight: 'bold', at: { x: LEFT, ...BODY }, gap: 12 });
	write('P', m.paper_who({ by: to.by, name: to.name }, say));
	write('P', m.paper_how({ href: to.href }, say));
	write('P', `${to.code.slice(0, 3)} ${to.code.slice(3)}`, { size: 28, weight: 'bold', gap: 12 });
	write('P', m.paper_until({ until: to.until }, say));
	write('P', m.paper_not({}, say));
	whole.end();
	doc.end();
	return done;
}
