declare module 'lineclip' {
	export function clipPolygon(points: number[][], bbox: number[]): number[][];
}
