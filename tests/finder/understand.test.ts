import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlaces } from '../../src/finder/places.ts';
import { understand } from '../../src/finder/understand.ts';

const places = createPlaces();
const read = (q: string) => understand(q, (text) => places.find(text) !== null);

test.each([
	['gratis språkkafé på tisdagar i Sollefteå', 'språkkafé', { free: true, weekday: ['tue'], place: 'Sollefteå' }],
	['schack i Umeå', 'schack', { place: 'Umeå' }],
	['Schack i umea', 'Schack', { place: 'umea' }],
	['kör i Upplands Väsby', 'kör', { place: 'Upplands Väsby' }],
	['lokal nära Oskarström', '', { kind: ['venue'], place: 'Oskarström' }],
	['hyra lokal i Halmstad', '', { kind: ['venue'], place: 'Halmstad' }],
	[
		'lokal med kök och entré utan trappsteg',
		'',
		{ kind: ['venue'], equipment: ['kitchen'], access: ['step_free_entrance'] },
	],
	['bygdegård med scen och piano', 'bygdegård', { equipment: ['stage', 'piano'] }],
	['språkkafé med hiss', 'språkkafé', { access: ['lift'] }],
	['något för min 7-åring på lördag', '', { age: 7, weekday: ['sat'] }],
	['chess club near Halmstad', 'chess club', { place: 'Halmstad' }],
	['yoga torsdagar efter 17', 'yoga', { weekday: ['thu'], part: ['evening'] }],
	['kan man gå på torsdag efter klockan 17', '', { weekday: ['thu'], part: ['evening'] }],
	['yoga after 5 pm', 'yoga', { part: ['evening'] }],
	['gympa på måndagskvällar', 'gympa', { weekday: ['mon'], part: ['evening'] }],
	['gympa måndag kväll', 'gympa', { weekday: ['mon'], part: ['evening'] }],
	['choir on Wednesday evenings', 'choir', { weekday: ['wed'], part: ['evening'] }],
	['fika på förmiddagen', 'fika', { part: ['morning'] }],
	['något i helgen', '', { when: 'weekend' }],
	['dans ikväll', 'dans', { when: 'today', part: ['evening'] }],
	['free language café this week', 'language café', { free: true, when: 'week' }],
	['fotboll för 7-åring', 'fotboll för', { age: 7 }],
	['football for 7 years old', 'football for', { age: 7 }],
	['läxhjälp på arabiska', 'läxhjälp', { language: ['ar'] }],
	['mothers’ group in Somali', 'mothers’ group', { language: ['so'] }],
	['tisdagar och torsdagar', '', { weekday: ['tue', 'thu'] }],
	['var kan jag sjunga i kör i Lund?', 'sjunga i kör', { place: 'Lund' }],
	['finns det någon grupp för män i Umeå', 'grupp för män', { place: 'Umeå' }],
	['is there something to do on Saturday', '', { weekday: ['sat'] }],
	['jag letar efter en lokal', 'en lokal', {}],
	['dans i Malmö.', 'dans', { place: 'Malmö' }],
])('%s', (q, text, meaning) => {
	expect(read(q)).toEqual({ text, meaning });
});

test.each([
	['Halmstad Bollklubb', 'a name that begins with a place'],
	['IFK Göteborg', 'a name that ends in one'],
	['barn 0-6 år', 'a band of ages'],
	['Kvällskören', 'a part of the day within a name'],
	['Söndagsskolan', 'a day within a name'],
	['Hitta', 'a word that leads to a question, alone'],
	['gå med i kör', 'a word that leads to no place'],
	['kör med piano', 'what a choir has, and no room'],
	['lokal', 'a room, and nothing else'],
	['Föreningen i Byn', 'a place that is none'],
	['802000-1234', 'an organisation number'],
	['”gratis i Umeå”', 'what stands in quotation marks'],
	['', 'nothing'],
])('%s is left alone: %s', (q) => {
	expect(read(q)).toEqual({ text: q, meaning: {} });
});

test('a room near a place that was given beside it is any room', () => {
	const meaning = { kind: ['venue'] };
	expect(understand('hyra lokal', () => false, true)).toEqual({ text: '', meaning });
	expect(understand('samlingslokal', () => false, true)).toEqual({ text: 'samlingslokal', meaning: {} });
});

test('whatever is typed, no word is lost that was not understood', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (q) => {
			const { text, meaning } = read(q);
			expect(text || Object.keys(meaning).length > 0 || !q.trim()).toBeTruthy();
			const words = q.split(/\s+/);
			for (const word of text.split(/\s+/).filter(Boolean)) expect(words).toContain(word);
		}),
		{ numRuns: 500 },
	);
});
