import { slugOf } from '../../src/domain/slug.ts';
import type { Chance } from './chance.ts';

/** Phone numbers that PTS keeps free for fiction: nobody answers. */
const phones = { middle: '08-465 004 ', west: '031-390 06 ', south: '040-628 04 ', north: '0980-319 2' };
const MOBILE = '070-174 06 ';

const regionOf = ({ lon, lat }: { lon: number; lat: number }): keyof typeof phones =>
	lat > 61 ? 'north' : lat < 56.7 ? 'south' : lon < 14.5 ? 'west' : 'middle';

/** How an invented association is reached: role addresses under .example (RFC 2606), and sometimes nothing unless `surely`. */
export function contactOf(name: string, near: { lon: number; lat: number }, chance: Chance, surely = false) {
	const domain = `${slugOf(name).slice(0, 40).replace(/-+$/, '')}.example`;
	const prefix = chance.percent(45) ? MOBILE : phones[regionOf(near)];
	const last = String(chance.whole(prefix === MOBILE ? 5 : 0, 99)).padStart(2, '0');
	return {
		homepage: chance.percent(60) ? `https://${domain}/` : null,
		email: chance.percent(75) || surely ? `info@${domain}` : null,
		phone: chance.percent(45) ? prefix + last : null,
	};
}

/** When an entry was last confirmed, and by whom: most within a year, some long ago, some never. */
export function freshnessOf(now: number, chance: Chance) {
	const by = chance.one(['owner', 'owner', 'officer', 'import', 'import', null] as const);
	const days = chance.percent(75) ? chance.whole(3, 330) : chance.whole(331, 1400);
	return { confirmedBy: by, confirmedAt: by ? now - days * 86_400 : null };
}
