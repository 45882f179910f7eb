import { draw, LETTERS, Plot } from './draw.ts';

/** A figure at one time, unix seconds. */
export interface Moment {
	at: number;
	value: number;
}

const HEIGHT = 120;
/** Above the largest, and below the smallest, so much of their difference is left free. */
const ROOM = 0.25;
/** A difference smaller than this share of the value is not made to look large. */
const LEAST = 0.1;

/**
 * A small line over time with its first and last value in words. The scale begins at none only where the values come near
 * it: it is the change that is looked at, so both ends are said.
 */
export function line(moments: readonly Moment[], number: (value: number) => string): string {
	const values = moments.map(({ value }) => value);
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const room = Math.max((most - least) * ROOM, most * LEAST, 1);
	const ends = [moments[0]!, moments.at(-1)!];
	return draw({
		height: HEIGHT,
		marginLeft: 12,
		marginRight: 12,
		marginTop: 24,
		marginBottom: 12,
		x: { axis: null, domain: [moments[0]!.at, moments.at(-1)!.at] },
		y: { axis: null, domain: [Math.max(0, least - room), most + room] },
		marks: [
			Plot.line(moments, { x: 'at', y: 'value', className: 'course', strokeWidth: 2.5 }),
			Plot.dot(moments, { x: 'at', y: 'value', r: 3, className: 'bar' }),
			...ends.map((end, place) =>
				Plot.text([end], {
					x: 'at',
					y: 'value',
					text: (moment: Moment) => number(moment.value),
					textAnchor: place === 0 ? 'start' : 'end',
					dy: -14,
					fontSize: LETTERS,
					className: 'said',
				}),
			),
		],
	});
}
