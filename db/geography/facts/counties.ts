import { loadCounties } from '../basemap/counties.ts';
import { slugOf } from '../fold.ts';
import type { County } from '../types.ts';

/** SCB code, Swedish name, English name; `ne` is the name that Natural Earth uses. */
const NAMES: [code: string, ne: string, name: string][] = [
	['01', 'Stockholm', 'Stockholms län'],
	['03', 'Uppsala', 'Uppsala län'],
	['04', 'Södermanland', 'Södermanlands län'],
	['05', 'Östergötland', 'Östergötlands län'],
	['06', 'Jönköping', 'Jönköpings län'],
	['07', 'Kronoberg', 'Kronobergs län'],
	['08', 'Kalmar', 'Kalmar län'],
	['09', 'Gotland', 'Gotlands län'],
	['10', 'Blekinge', 'Blekinge län'],
	['12', 'Skåne', 'Skåne län'],
	['13', 'Halland', 'Hallands län'],
	['14', 'Västra Götaland', 'Västra Götalands län'],
	['17', 'Värmland', 'Värmlands län'],
	['18', 'Orebro', 'Örebro län'],
	['19', 'Västmanland', 'Västmanlands län'],
	['20', 'Dalarna', 'Dalarnas län'],
	['21', 'Gävleborg', 'Gävleborgs län'],
	['22', 'Västernorrland', 'Västernorrlands län'],
	['23', 'Jämtland', 'Jämtlands län'],
	['24', 'Västerbotten', 'Västerbottens län'],
	['25', 'Norrbotten', 'Norrbottens län'],
];

/** The 21 counties with a label point. */
export function buildCounties(): County[] {
	const shapes = new Map(loadCounties().map((f) => [f.properties.name, f.properties]));
	return NAMES.map(([code, ne, name]) => {
		const shape = shapes.get(ne);
		if (!shape) throw new Error(`Natural Earth has no county ${ne}`);
		const nameEn = `${ne === 'Orebro' ? 'Örebro' : ne} County`;
		return { code, name, nameEn, slug: slugOf(name), lon: shape.lon, lat: shape.lat };
	});
}
