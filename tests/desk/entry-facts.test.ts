import { expect, test } from 'vitest';
import { entryFacts } from '../../src/routes/granska/entry-facts.ts';
import { venue } from '../store.ts';

test('who judges a report reads the opening hours in words, what the report is about first', () => {
	const facts = entryFacts(venue({ openingHours: 'Tu-Th 12:00-20:00; PH off' }), 'time');
	expect(facts[0]).toEqual({
		label: 'Öppettider',
		value: 'Tisdag–torsdag 12.00–20.00, stängt på röda dagar',
		meant: true,
	});
	const [unread] = entryFacts(venue({ openingHours: 'sunrise-sunset' }), 'time');
	expect(unread!.value, 'what can not be said in words is shown as it stands').toBe('sunrise-sunset');
	expect(entryFacts(venue(), 'time')[0]!.value).toBeNull();
});
