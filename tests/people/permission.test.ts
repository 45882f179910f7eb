import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotFound } from '../../src/domain/errors.ts';
import {
	type Action,
	looksAfter,
	may,
	mustBeAllowed,
	permissions,
	type RoleHeld,
} from '../../src/domain/permission.ts';

const OWN = { listing: 1, municipality: '1380' };
const OTHER = { listing: 2, municipality: '0180' };

/** Every sort of visitor. Those with a role hold it for entry 1 or for the municipality in which it lies. */
const visitors: Record<string, { roles: RoleHeld[] } | null> = {
	visitor: null,
	person: { roles: [] },
	editor: { roles: [{ role: 'editor', listing: 1, municipality: null }] },
	owner: { roles: [{ role: 'owner', listing: 1, municipality: null }] },
	reviewer: { roles: [{ role: 'reviewer', listing: null, municipality: '1380' }] },
	administrator: { roles: [{ role: 'administrator', listing: null, municipality: '1380' }] },
	operator: { roles: [{ role: 'operator', listing: null, municipality: null }] },
};

/** The table, written out by hand: for their own, for others'. `-` no, `own`, `all`. */
const expected: Record<Action, Record<keyof typeof visitors, '-' | 'own' | 'all'>> = {
	'account.own': row('- all all all all all all'),
	'listing.edit': row('- - own own own own all'),
	'listing.people': row('- - - own own own all'),
	'listing.publish': row('- - - - own own all'),
	'listing.merge': row('- - - - own own all'),
	'listing.history': row('- - own own own own all'),
	'municipality.trail': row('- - - - own own all'),
	'municipality.review': row('- - - - own own all'),
	'municipality.staff': row('- - - - - own all'),
	'planning.scenarios': row('- - - - own own all'),
	'planning.people': row('- - - - own own all'),
	'instance.operators': row('- - - - - - all'),
};

function row(words: string): Record<string, '-' | 'own' | 'all'> {
	return Object.fromEntries(words.split(' ').map((word, place) => [Object.keys(visitors)[place], word as 'own']));
}

const cases = Object.keys(permissions).flatMap((action) =>
	Object.keys(visitors).map((who) => [who, action as Action, expected[action as Action][who]!] as const),
);

test.each(cases)('%s, %s: %s', (who, action, reach) => {
	const actor = visitors[who]!;
	expect(may(actor, action, OWN), 'their own').toBe(reach !== '-');
	expect(may(actor, action, OTHER), "others'").toBe(reach === 'all');
	if (reach === '-') expect(() => mustBeAllowed(actor, action, OWN)).toThrow(NotFound);
});

const HELD = { listing: 7, municipality: '0180', host: 1 };
test.each(cases)('%s of the organisation, %s of an activity that it holds', (who, action, reach) => {
	const byRole = who === 'editor' || who === 'owner';
	expect(may(visitors[who]!, action, HELD)).toBe(reach === 'all' || (byRole && reach === 'own'));
	expect(may(visitors[who]!, action, { ...HELD, host: 8 }), 'another holds it').toBe(reach === 'all');
	expect(may(visitors[who]!, action, { ...HELD, host: null }), 'nobody holds it').toBe(reach === 'all');
	expect(looksAfter(visitors[who] ?? { roles: [] }, HELD)).toBe(byRole);
	expect(looksAfter(visitors[who] ?? { roles: [] }, HELD, 'owner')).toBe(who === 'owner');
});

test('who looks after an activity does not look after who holds it', () => {
	const actor = { roles: [{ role: 'owner' as const, listing: 7, municipality: null }] };
	expect(may(actor, 'listing.edit', HELD)).toBe(true);
	expect(may(actor, 'listing.edit', { listing: 1, municipality: '0180' })).toBe(false);
});

test('no role reaches beyond its scope, whatever roles somebody has', () => {
	const roles = fc.array(
		fc.oneof(
			fc.record({
				role: fc.constantFrom('editor' as const, 'owner' as const),
				listing: fc.integer({ min: 10, max: 20 }),
				municipality: fc.constant(null),
			}),
			fc.record({
				role: fc.constantFrom('reviewer' as const, 'administrator' as const),
				listing: fc.constant(null),
				municipality: fc.constantFrom('0180', '1480', '1280'),
			}),
		),
	);
	fc.assert(
		fc.property(roles, fc.constantFrom(...(Object.keys(permissions) as Action[])), (held, action) => {
			if (action !== 'account.own') expect(may({ roles: held }, action, OWN)).toBe(false);
			expect(may({ roles: held }, action, {})).toBe(action === 'account.own');
		}),
	);
});
