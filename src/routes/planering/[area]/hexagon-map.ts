import type { Bbox } from '#domain/geo.ts';
import { outlineOf } from '#planning/hexagons.ts';
import { getLocale } from '#text/generated/runtime.js';
import { type Dot, drawMap } from '../../../charts/map.ts';

/** A hexagon as it is drawn. */
export interface Drawn {
	/** H3 cell. */
	id: string;
	/** Class of static/chart.css. */
	look: string;
	/** What it says where a pointer rests. */
	said: string;
}

/** Hexagons on the land, with dots over them, framed by what is drawn; undefined where nothing is. */
export async function hexagonMap(hexagons: readonly Drawn[], dots: readonly Dot[] = []): Promise<string | undefined> {
	if (hexagons.length === 0) return undefined;
	const surfaces = hexagons.map(({ id, look, said }) => ({ rings: [outlineOf(id)], look, said }));
	const corners = surfaces.flatMap(({ rings }) => rings.flat());
	return await drawMap({ bounds: around(corners), lang: getLocale(), surfaces, dots });
}

function around(points: readonly (readonly [number, number])[]): Bbox {
	const lons = points.map(([lon]) => lon);
	const lats = points.map(([, lat]) => lat);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** So many rows of a table of hexagons stand on the page, which the map shows anyway. */
export const SHOWN_HEXAGONS = 20;

/** Those where most people live first, and those of which it is not told last. */
export const byPersons = <T extends { persons: number | null }>(hexagons: readonly T[]): T[] =>
	[...hexagons].sort((a, b) => (b.persons ?? -1) - (a.persons ?? -1));

/** A hexagon's outline as GeoJSON. */
export const shapeOf = (id: string) => ({ type: 'Polygon' as const, coordinates: [outlineOf(id)] });
