/** The land of a map as `drawMap` draws it. */
const LAND = /<g class="ground"([^>]*>.*?<\/g>)/;

/**
 * Drawings for one page: the land that several of them lie on is drawn by the first, and the others refer to it. Those that
 * share none stay as they are. In the same order.
 */
export function sharingLand(drawings: readonly string[]): string[] {
	const lands = drawings.map((svg) => LAND.exec(svg)?.[1]);
	const ids = new Map<string, string>();
	return drawings.map((svg, at) => {
		const land = lands[at];
		if (land === undefined || lands.indexOf(land) === lands.lastIndexOf(land)) return svg;
		const known = ids.get(land);
		if (known) return svg.replace(LAND, () => `<use href="#${known}"/>`);
		const id = `land-${ids.size + 1}`;
		ids.set(land, id);
		return svg.replace(LAND, () => `<g class="ground" id="${id}"${land}`);
	});
}
