import { kindShapes } from '#components/kind-shapes.ts';
import type { Kind } from '#domain/taxonomies.ts';

/** How a spot looks. */
export interface SpotLook {
	/** What lies there; `mixed` for several kinds. */
	what: Kind | 'mixed';
	/** How much, in the reader's way; empty for a single entry. */
	text: string;
	large: boolean;
	approximate: boolean;
}

/** What the page says of colours and type, by its tokens. */
type Token = (name: string) => string;
type Context = CanvasRenderingContext2D;

/** Pixels of the page. */
const HEIGHT = 36;
const LARGE = 44;
const MARGIN = 4;
const RIM = 2;
const SHAPE = 26;
const ROUGH_SHAPE = 16;
const SMALL_SHAPE = 12;
/** Side of the box that the shapes are drawn in. */
const BOX = 20;
const DASHES = [4, 3.5];

/** Draws a spot in the colours of the page; `ratio` is how many pixels of the screen are one of the page. */
export function spotPicture(look: SpotLook, token: Token, ratio: number): ImageData {
	const canvas = document.createElement('canvas');
	// It is read at once: drawn by the processor, it need not be fetched back from the screen's.
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	const font = `700 ${look.large ? 16 : 14}px ${token('--font')}`;
	context.font = font;
	const text = context.measureText(look.text).width;
	const height = look.large ? LARGE : HEIGHT;
	const wide = look.what === 'mixed' ? text + 16 : text + SMALL_SHAPE + 2 + 20;
	const width = look.text ? Math.max(height, Math.ceil(wide)) : height;
	canvas.width = Math.ceil((width + 2 * MARGIN) * ratio);
	canvas.height = Math.ceil((height + 2 * MARGIN) * ratio);
	context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, MARGIN * ratio);
	context.font = font;
	context.lineWidth = RIM;
	if (look.text) cluster(context, look, { width, height, text, ratio }, token);
	else if (look.approximate) rough(context, look.what as Kind, token);
	else {
		shade(context, ratio);
		shape(context, look.what as Kind, SHAPE, (HEIGHT - SHAPE) / 2, (HEIGHT - SHAPE) / 2, token);
	}
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A number on a pill; that of a single kind has a light ground, a rim of its colour and its shape. */
function cluster(
	context: Context,
	{ what, text, approximate }: SpotLook,
	size: { width: number; height: number; text: number; ratio: number },
	token: Token,
): void {
	const full = what === 'mixed' && !approximate;
	const { width, height } = size;
	context.beginPath();
	context.roundRect(RIM / 2, RIM / 2, width - RIM, height - RIM, height / 2);
	context.save();
	shade(context, size.ratio);
	context.fillStyle = token(full ? '--pine' : '--surface');
	context.fill();
	context.restore();
	// A full one has a rim of the ground's colour: neighbours that overlap are still told apart.
	context.strokeStyle = token(full ? '--surface' : what === 'mixed' ? '--ink-soft' : `--${what}`);
	if (full) context.lineWidth = 1.25;
	if (approximate) context.setLineDash(DASHES);
	context.stroke();
	const mark = what === 'mixed' ? 0 : SMALL_SHAPE + 2;
	const left = (width - size.text - mark) / 2;
	if (what !== 'mixed') shape(context, what, SMALL_SHAPE, left, (height - SMALL_SHAPE) / 2, token, false);
	context.fillStyle = token(full ? '--on-pine' : '--ink');
	context.textBaseline = 'middle';
	context.fillText(text, left + mark, height / 2 + 1);
}

/** A single entry of which only the locality is known: a dashed ring around a smaller mark. */
function rough(context: Context, kind: Kind, token: Token): void {
	context.beginPath();
	context.arc(HEIGHT / 2, HEIGHT / 2, (HEIGHT - RIM) / 2, 0, 2 * Math.PI);
	context.globalAlpha = 0.55;
	context.fillStyle = token('--surface');
	context.fill();
	context.globalAlpha = 1;
	context.strokeStyle = token('--ink-soft');
	context.setLineDash(DASHES);
	context.stroke();
	context.setLineDash([]);
	shape(context, kind, ROUGH_SHAPE, (HEIGHT - ROUGH_SHAPE) / 2, (HEIGHT - ROUGH_SHAPE) / 2, token);
}

function shape(context: Context, kind: Kind, side: number, left: number, top: number, token: Token, rim = true): void {
	context.save();
	context.translate(left, top);
	context.scale(side / BOX, side / BOX);
	const path = new Path2D(kindShapes[kind]);
	context.fillStyle = token(`--${kind}`);
	context.fill(path);
	// The shade belongs to the shape, not to its rim.
	context.shadowColor = 'transparent';
	context.lineWidth = 1.5;
	context.strokeStyle = token('--surface');
	if (rim) context.stroke(path);
	context.restore();
}

function shade(context: Context, ratio: number): void {
	context.shadowColor = 'rgb(0 0 0 / 0.3)';
	context.shadowBlur = 2.5 * ratio;
	context.shadowOffsetY = ratio;
}
