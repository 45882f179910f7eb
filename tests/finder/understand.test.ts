import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdays } from '../../src/domain/taxonomies.ts';
import { createPlaces } from '../../src/finder/places.ts';
import { understand } from '../../src/finder/understand.ts';

const places = createPlaces();
const read = (q: string) => understand(q, places.isPlace);

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
	['fotboll för 7-åring', 'fotboll', { age: 7 }],
	['football for 7 years old', 'football', { age: 7 }],
	['läxhjälp på arabiska', 'läxhjälp', { language: ['ar'] }],
	['mothers’ group in Somali', 'mothers’ group', { language: ['so'] }],
	['tisdagar och torsdagar', '', { weekday: ['tue', 'thu'] }],
	['var kan jag sjunga i kör i Lund?', 'sjunga i kör', { place: 'Lund' }],
	['finns det någon grupp för män i Umeå', 'grupp för män', { place: 'Umeå' }],
	['is there something to do on Saturday', '', { weekday: ['sat'] }],
	['jag letar efter en lokal', 'lokal', {}],
	['dans i Malmö.', 'dans', { place: 'Malmö' }],
])('%s', (q, text, meaning) => {
	expect(read(q)).toEqual({ text, meaning });
});

/** Sentences as people say them, in Swedish, in English and in newcomers' languages. */
test.each([
	['var kan min dotter 9 år spela fotboll nära Hyltebruk', 'spela fotboll', { age: 9, place: 'Hyltebruk' }],
	['fotboll för min son som är 7', 'fotboll', { age: 7 }],
	['simskola för min femåring', 'simskola', { age: 5 }],
	['min dotter vill rida', 'vill rida', {}],
	['träning för 60+', 'träning', { age: 60 }],
	['finns det något för mig som är 75 år', '', { age: 75 }],
	[
		'lokal för 80 personer med kök lördag kväll',
		'',
		{ kind: ['venue'], equipment: ['kitchen'], seats: 80, untold: ['hours'] },
	],
	['festlokal för ca 50 pers nära Växjö', 'festlokal', { kind: ['venue'], place: 'Växjö', seats: 50 }],
	['festlokal för 50', 'festlokal', { kind: ['venue'], seats: 50 }],
	['lokal för 7-åring', '', { kind: ['venue'], age: 7 }],
	['bygdegård med plats för 120', 'bygdegård', { seats: 120 }],
	['mötesrum för 12 pers imorgon förmiddag', 'mötesrum', { kind: ['venue'], seats: 12, untold: ['hours'] }],
	['lokal för 80 personer', '', { kind: ['venue'], seats: 80 }],
	['plats för 50', '', { seats: 50 }],
	['room for 40 people', '', { seats: 40 }],
	['minst 100 sittplatser', '', { seats: 100 }],
	['sal för 80-100 gäster i Borås', 'sal', { seats: 100, place: 'Borås' }],
	['lokal med upp till 30 platser', '', { kind: ['venue'], seats: 30 }],
	['hall that seats 200', 'hall', { kind: ['venue'], seats: 200 }],
	['aula som rymmer 300', 'aula', { seats: 300 }],
	['festlokal för minst 60', 'festlokal', { kind: ['venue'], seats: 60 }],
	['billig lokal för fest 40 pers', 'fest', { kind: ['venue'], seats: 40, untold: ['price'] }],
	['hyra sal 100', 'sal', { kind: ['venue'], seats: 100 }],
	['bygdegård 10.30', 'bygdegård', { part: ['morning'] }],
	['studielokal på tisdag', 'studielokal', { kind: ['venue'], untold: ['hours'] }],
	['room for meeting tonight', '', { kind: ['venue'], untold: ['hours'] }],
	['meeting room', '', { kind: ['venue'] }],
	['gratis lokal för möte i Lund', '', { kind: ['venue'], place: 'Lund', untold: ['price'] }],
	['var kan vi ha kalas', 'kalas', { kind: ['venue'] }],
	['var kan vi ha fest på lördag', 'fest', { kind: ['venue'], untold: ['hours'] }],
	['where can we have a birthday party', '', { kind: ['venue'] }],
	['lokal till barnkalas', 'barnkalas', { kind: ['venue'] }],
	['fest på lördag', 'fest', { weekday: ['sat'] }],
	['middag för 12 personer', 'middag', { untold: ['seats'] }],
	['ngt för pensionärer på landet', 'pensionärer', { untold: ['country'] }],
	['yoga i helgen nära mig', 'yoga', { when: 'weekend', untold: ['me'] }],
	['kör i närheten', 'kör', { untold: ['me'] }],
	['hitta folk som spelar brädspel', 'spelar brädspel', {}],
	['något för barnen nästa vecka', 'barnen', { when: 'next_week' }],
	['vad händer i Umeå ikväll', '', { place: 'Umeå', when: 'today', part: ['evening'] }],
	['vad kan man göra i helgen i Borås med barn', 'barn', { when: 'weekend', place: 'Borås' }],
	['gympa på vardagar', 'gympa', { weekday: ['mon', 'tue', 'wed', 'thu', 'fri'] }],
	['gympa en vardag', 'gympa', { weekday: ['mon', 'tue', 'wed', 'thu', 'fri'] }],
	['room for 40 people weekday evening', '', { kind: ['venue'], seats: 40, untold: ['hours'] }],
	['bygdegård med plats för 120 på fredag', 'bygdegård', { kind: ['venue'], seats: 120, untold: ['hours'] }],
	['choir on a weekday evening', 'choir', { weekday: ['mon', 'tue', 'wed', 'thu', 'fri'], part: ['evening'] }],
	['kör någon vardagskväll', 'kör', { weekday: ['mon', 'tue', 'wed', 'thu', 'fri'], part: ['evening'] }],
	['fotboll på helgerna', 'fotboll', { weekday: ['sat', 'sun'] }],
	['yoga efter jobbet', 'yoga', { part: ['evening'] }],
	['dans imorgon kväll', 'dans', { when: 'tomorrow', part: ['evening'] }],
	['språkcafé onsdagar kl 18', 'språkcafé', { weekday: ['wed'], part: ['evening'] }],
	['fika klockan 10.00', 'fika', { part: ['morning'] }],
	['meditation tisdag 18:30', 'meditation', { weekday: ['tue'], part: ['evening'] }],
	['språkkafé för somalisktalande', 'språkkafé', { language: ['so'] }],
	['kör som sjunger på finska', 'kör som sjunger', { language: ['fi'] }],
	['handikappanpassad lokal i Kalmar', '', { kind: ['venue'], access: ['step_free_entrance'], place: 'Kalmar' }],
	['möteslokal utan kostnad på torsdag', 'möteslokal', { kind: ['venue'], untold: ['hours', 'price'] }],
	['avgiftsfri läxhjälp efter skolan', 'läxhjälp', { free: true, part: ['afternoon', 'evening'] }],
	['hyra lokal till bröllop i Falun', 'bröllop', { kind: ['venue'], place: 'Falun' }],
	['klättra i berg', 'klättra i berg', {}],
	['orientering i Berg', 'orientering', { place: 'Berg' }],
	['dans i salen', 'dans i salen', {}],
	['skidor i Sälen', 'skidor', { place: 'Sälen' }],
	['jag är ny i Sverige', 'ny i Sverige', {}],
	['jag söker en kör i Lund', 'kör', { place: 'Lund' }],
	['vi behöver en lokal i Borås på söndag eftermiddag', '', { kind: ['venue'], place: 'Borås', untold: ['hours'] }],
	['pingis varannan onsdag', 'pingis', { weekday: ['wed'] }],
	['gratis gympa utomhus', 'gympa utomhus', { free: true }],
	['schack för barn 6-9 år', 'schack för barn 6-9 år', {}],
	['code club for kids', 'code club for kids', {}],
	['football for my 6 year old son', 'football', { age: 6 }],
	['my daughter wants to ride', 'ride', {}],
	['something to do tomorrow evening', '', { when: 'tomorrow', part: ['evening'] }],
	['yoga near me', 'yoga', { untold: ['me'] }],
	['a venue for 20 people in Lund', '', { kind: ['venue'], place: 'Lund', seats: 20 }],
	['chess at 6 pm', 'chess', { part: ['evening'] }],
	['learn Swedish for free in Göteborg', 'learn Swedish', { free: true, place: 'Göteborg' }],
	['volunteer next week', 'volunteer', { when: 'next_week' }],
	[
		'homework help after school on weekdays',
		'homework help',
		{ part: ['afternoon', 'evening'], weekday: ['mon', 'tue', 'wed', 'thu', 'fri'] },
	],
	['Arabic-speaking women', 'women', { language: ['ar'] }],
	['كرة قدم للأطفال مجانا في Malmö', 'كرة قدم للأطفال', { free: true, place: 'Malmö' }],
	['تعلم السويدية يوم الثلاثاء', 'تعلم السويدية', { weekday: ['tue'] }],
	['безкоштовні курси шведської у Lund', 'курси шведської', { free: true, place: 'Lund' }],
	['хор у понеділок ввечері', 'хор', { weekday: ['mon'], part: ['evening'] }],
	['کلاس زبان سوئدی رایگان در Göteborg', 'کلاس زبان سوئدی', { free: true, place: 'Göteborg' }],
	['فوتبال فردا', 'فوتبال', { when: 'tomorrow' }],
	['ካፈ ቋንቋ ሰሉስ ብነጻ', 'ካፈ ቋንቋ', { weekday: ['tue'], free: true }],
	['makhaayada luqada talaado bilaash', 'makhaayada luqada', { weekday: ['tue'], free: true }],
	['kielikahvila tiistaina ilmaiseksi', 'kielikahvila', { weekday: ['tue'], free: true }],
	['jumppa viikonloppuna', 'jumppa', { when: 'weekend' }],
] as [string, string, object][])('%s, said by somebody', (q, text, meaning) => {
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
	['100 meter', 'a number that is no time and no room'],
	['Söner av Norden', 'kin within a name'],
	['', 'nothing'],
])('%s is left alone: %s', (q) => {
	expect(read(q)).toEqual({ text: q, meaning: {} });
});

test.each(['sv', 'en', 'ar', 'uk', 'fa', 'ti', 'so', 'fi'])('days are read as CLDR has them: %s', (locale) => {
	const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	const monday = Date.UTC(2026, 10, 23);
	const named = weekdays.map((_, place) => day.format(monday + place * 86_400_000));
	expect(named.map((name) => read(name).meaning.weekday)).toEqual(weekdays.map((one) => [one]));
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	const said = [relative.format(0, 'day'), relative.format(1, 'day'), relative.format(1, 'week')];
	expect(said.map((one) => read(one).meaning.when)).toEqual(['today', 'tomorrow', 'next_week']);
});

test('a room near a place that was given beside it is any room', () => {
	const meaning = { kind: ['venue'] };
	expect(understand('hyra lokal', () => false, { somewhere: true })).toEqual({ text: '', meaning });
	expect(understand('samlingslokal', () => false, { somewhere: true })).toEqual({ text: 'samlingslokal', meaning: {} });
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
