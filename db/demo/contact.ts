import { slugOf } from '../../src/domain/slug.ts';
import type { Chance } from './chance.ts';

/** Phone numbers that PTS keeps free for fiction: nobody answers. */
const phones = ['08-465 004 ', '031-390 06 ', '040-628 04 ', '070-174 06 '];

/** How an invented association is reached: role addresses under .example (RFC 2606), and sometimes nothing. */
export function contactOf(name: string, chance: Chance) {
	const domain = `${slugOf(name).slice(0, 40).replace(/-+$/, '')}.example`;
	const prefix = chance.one(phones);
	const last = String(chance.whole(prefix.startsWith('070') ? 5 : 0, 99)).padStart(2, '0');
	return {
		homepage: chance.percent(60) ? `https://${domain}/` : null,
		email: chance.percent(75) ? `info@${domain}` : null,
		phone: chance.percent(45) ? prefix + last : null,
	};
}

/** When an entry was last confirmed, and by whom: most within a year, some long ago, some never. */
export function freshnessOf(now: number, chance: Chance) {
	const by = chance.one(['owner', 'owner', 'officer', 'import', 'import', null] as const);
	const days = chance.percent(75) ? chance.whole(3, 330) : chance.whole(331, 1400);
	return { confirmedBy: by, confirmedAt: by ? now - days * 86_400 : null };
}
