import { expect, test } from 'vitest';
import type { Around } from '../../src/domain/parts/part.ts';
import { subject } from '../../src/domain/parts/subject.ts';
import { proposedThemes } from '../../src/routes/parts/proposed-themes.ts';

test.each([
	['Umeå schackklubb', '', ['chess']],
	['PRO Vännäs', '', ['seniors']],
	['Umeå kyrkokör', '', ['choir', 'faith']],
	['Nora Vänner', '', []],
	['Nora Vänner', 'Vi ses varje vecka och spelar bordtennis.', ['racket_sports']],
	['', '', []],
])('by the name, else by what is told: %s, %s', (name, description, proposed) => {
	expect(proposedThemes({ name: [name], 'texts.sv.description': [description] }, null)).toEqual(proposed);
});

test('of an entry that is there its own name tells, and what is chosen is not proposed again', () => {
	expect(proposedThemes({}, 'Umeå schackklubb')).toEqual(['chess']);
	expect(proposedThemes({ themes: ['chess'] }, 'Umeå schackklubb')).toEqual([]);
});

test('one that was taken from the proposal and from its group is one', async () => {
	const read = await subject.read({ themes: ['chess', 'choir', 'chess'] }, {} as Around);
	expect(read.themes).toEqual(['chess', 'choir']);
});
