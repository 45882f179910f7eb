import { expect, test } from 'vitest';
import { reportError } from '../../src/domain/error-report.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';

test.each([
	[{ what: 'other', message: 'x'.repeat(2001) }, { message: 'long' }],
	[{ what: 'other', message: 'hej' }, { message: 'missing' }],
	[{ what: 'nonsense', message: 'Fel tid.' }, { what: 'missing' }],
	[{ what: 'other', message: 'Fel tid.', reply: 'anna' }, { reply: 'wrong' }],
])('of a report with %o it is told what is wrong in a word of ours', async (input, fields) => {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	const told = await reportError(store, { id: id!, municipality: '1380' }, input, NOW).catch(
		(reason: unknown) => reason,
	);
	expect(told).toBeInstanceOf(Invalid);
	expect((told as Invalid).fields).toEqual(fields);
});
