import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanStreet } from '#intake/clean/address.ts';
import { reached } from '#intake/clean/ages.ts';
import { cleanDescription } from '#intake/clean/description.ts';
import { cleanEmail } from '#intake/clean/email.ts';
import { cleanHomepage } from '#intake/clean/homepage.ts';
import { cleanName, cleanTown } from '#intake/clean/name.ts';
import { isPersonName } from '#intake/clean/person.ts';
import { cleanPhone } from '#intake/clean/phone.ts';
import { cleanPostcode } from '#intake/clean/postcode.ts';
import { cleanLine, cleanText } from '#intake/clean/text.ts';

describe('text', () => {
	it.each([
		['  Ås   IF ', 'Ås IF'],
		['Musik &amp; Dans', 'Musik & Dans'],
		['Musik &amp;amp; Dans', 'Musik & Dans'],
		['&Aring;s&nbsp;IF', 'Ås IF'],
		['Å\u200bs\ufeff IF\u00ad', 'Ås IF'],
		['A\u030as IF', 'Ås IF'],
		['می\u200cخواهم', 'می\u200cخواهم'],
		['rad\tett\r\nrad två', 'rad ett rad två'],
	])('%j becomes %j', (given, clean) => expect(cleanLine(given)).toBe(clean));

	it('keeps paragraphs and drops HTML', () =>
		expect(cleanText('<p>Hej  <b>du</b></p><p>Kom&nbsp;hit</p>\n\n\n\nx')).toBe('Hej du\nKom hit\n\nx'));
});

describe('names', () => {
	it.each([
		[' Ås  IF ', 'Ås IF'],
		['EXEMPELBY KARATEKLUBB', 'Exempelby Karateklubb'],
		['PRO EXEMPELBY', 'PRO Exempelby'],
		['FÖRENINGEN FÖR MUSIK OCH DANS I EXEMPELBY', 'Föreningen för Musik och Dans i Exempelby'],
		['IOGT-NTO EXEMPELBY', 'IOGT-NTO Exempelby'],
		['GUSTAF II ADOLFS FÖRENING', 'Gustaf II Adolfs Förening'],
		['AFRO-SVENSKA FÖRENINGEN', 'Afro-Svenska Föreningen'],
		['EXEMPEL IF F-08', 'Exempel IF F-08'],
		['HBK', 'HBK'],
		['BEMUF', 'BEMUF'],
		['Exempel HC', 'Exempel HC'],
		['Exempel HC Anna Exempelsson', 'Exempel HC'],
		['Exempel IF SK,  Anna Exempelsson', 'Exempel IF SK'],
		['Exempelklubben Vit c/o Anna Exempelsson', 'Exempelklubben Vit'],
		['Exempel FC C/O Giuseppe Exempel', 'Exempel FC'],
		['Pro Exempelby, c/o Anna Exempel', 'Pro Exempelby'],
		['Exempelby Kör (Anna Maria Exempelsson)', 'Exempelby Kör'],
		['Exempelby Kör - Anna Exempel', 'Exempelby Kör'],
		['Exempelby Karateklubb Gustav Exempel', 'Exempelby Karateklubb'],
		['Taxklubben Linda Exempelsson', 'Taxklubben'],
		['Exempelsurf David Exempelberg', 'Exempelsurf'],
		['Föreningen Karl Exempelström', 'Föreningen Karl Exempelström'],
		['Bröstcancerföreningen Viktoria Exempelholm', 'Bröstcancerföreningen Viktoria Exempelholm'],
		['Teater Martin Exempelberg', 'Teater Martin Exempelberg'],
		['Filmklubben Karin Exempelströms vänner', 'Filmklubben Karin Exempelströms vänner'],
		['S:t Lars Exempelby', 'S:t Lars Exempelby'],
		['<b>Exempel</b> IF', 'Exempel IF'],
		['Friluftsfrämjandet, Exempelby Lokalavdelning', 'Friluftsfrämjandet, Exempelby Lokalavdelning'],
		['"Glada laxen"', 'Glada laxen'],
		['Klubben "Glad"', 'Klubben "Glad"'],
		['Visby Exempel*', 'Visby Exempel'],
		['...', ''],
		['', ''],
	])('%j becomes %j', (given, name) => expect(cleanName(given)).toEqual({ name, dormant: false }));

	it.each([
		'Exempel Ridklubb *vilande*',
		'Exempel Ridklubb (Vilande)',
		'Vilande Exempel Ridklubb',
		'Exempel Ridklubb - nedlagd',
	])('%j rests', (given) => expect(cleanName(given)).toEqual({ name: 'Exempel Ridklubb', dormant: true }));

	it.each([
		['GÖTEBORG', 'Göteborg'],
		['VÄSTRA FRÖLUNDA', 'Västra Frölunda'],
		['halmstad', 'Halmstad'],
		['302 48 Halmstad', 'Halmstad'],
		['UPPLANDS-VÄSBY', 'Upplands-Väsby'],
		['Åkers styckebruk', 'Åkers styckebruk'],
	])('the town %j becomes %j', (given, town) => expect(cleanTown(given)).toBe(town));
});

describe('postcodes', () => {
	it.each([
		['12345', '12345'],
		['123 45', '12345'],
		['SE-123 45', '12345'],
		['S 12345', '12345'],
		['1234', null],
		['N3152', null],
		['01234', null],
		['99922', null],
		['123456', null],
	])('%j becomes %j', (given, code) => expect(cleanPostcode(given)).toBe(code));
});

describe('e-mail', () => {
	const cases: [string, string | null, number][] = [
		['info@example.org', 'info@example.org', 0],
		[' INFO@Example.org\t', 'info@example.org', 0],
		['anna.svensson@example.org; info@example.org', 'info@example.org', 1],
		['kontakt1@example.org & kontakt2@example.org', 'kontakt1@example.org', 0],
		['glada@example.org, styrelsen@example.org', 'styrelsen@example.org', 0],
		['kontakt1@example.org;', 'kontakt1@example.org', 0],
		['<mailto:info@example.org>', 'info@example.org', 0],
		['anna.svensson@example.org', null, 1],
		['annasvensson@example.org', null, 1],
		['a.svensson@example.org', null, 1],
		['lars_erik@example.org', null, 1],
		['erik@example.org', null, 1],
		['svensson.anna@example.org', null, 1],
		['anna_e_svensson@example.org', null, 1],
		['annasvensson85@example.org', null, 1],
		['exempelby.bygdegard@example.org', 'exempelby.bygdegard@example.org', 0],
		['ordforande.exempelby@example.org', 'ordforande.exempelby@example.org', 0],
		['ogiltig adress', null, 0],
		['@', null, 0],
	];
	it.each(cases)('%j gives %j', (given, email, personal) => {
		const found = cleanEmail(given, 'Exempelby Bygdegårdsförening');
		expect([found.email, found.personal]).toEqual([email, personal]);
	});
});

describe('phones', () => {
	it.each([
		['0701740605', '070-174 06 05'],
		['+46701740605', '070-174 06 05'],
		['0046 70 174 06 05', '070-174 06 05'],
		['0701-74 06 05', '070-174 06 05'],
		['070-1740605, 070-1740606', '070-174 06 05'],
		['08-46500499 eller 070-1740605', '08-465 004 99'],
		['Mobil: 070-174 06 05', '070-174 06 05'],
		['070174', null],
		['ring gärna', null],
	])('%j becomes %j', (given, phone) => expect(cleanPhone(given)).toBe(phone));
});

describe('homepages', () => {
	it.each([
		['https://example.org/a', 'https://example.org/a'],
		['www.example.org', 'https://www.example.org/'],
		['example.org/forening', 'https://example.org/forening'],
		['Http://www.example.org', 'http://www.example.org/'],
		['http://www,example.org/', 'http://www.example.org/'],
		[':    https://www.example.org/a/', 'https://www.example.org/a/'],
		['http://.example.org/', 'http://example.org/'],
		['https://example.org, http://example.com', 'https://example.org/'],
		['www.example.org Facebook: Exempel', 'https://www.example.org/'],
		['https://exempelåsen.example', 'https://xn--exempelsen-75a.example/'],
		['Har ingen hemsida eller Facebook', null],
		['Instagram @exempel', null],
		['info@example.org', null],
		['http://facebook/', null],
		['javascript:alert(1)', null],
		[' ', null],
	])('%j becomes %j', (given, url) => expect(cleanHomepage(given)).toBe(url));
});

describe('streets', () => {
	it.each([
		['Storgatan 1', 'Storgatan 1', null],
		[' Storgatan  1, ', 'Storgatan 1', null],
		['Storgatan 1, 123 45 Exempelby', 'Storgatan 1', null],
		['Storgatan 1, Box 12', 'Storgatan 1', null],
		['c/o Exempel Exempelsson, Storgatan 1', null, 'care_of'],
		['Storgatan 1 C/O Exempelsson', null, 'care_of'],
		['C/OExempelsson', null, 'care_of'],
		['co Exempelsson Storgatan 1', null, 'care_of'],
		['Anna Exempelsson, Storgatan 1', null, 'care_of'],
		['Anna Exempelsson', null, 'care_of'],
		['Anna Exempelsson Storgatan 1', null, 'care_of'],
		['Anna Bo', null, 'care_of'],
		['Exempelgård 12 (kassör)', null, 'care_of'],
		['Kassör Elsa B Exempel, Storgatan 1', null, 'care_of'],
		['Storgatan 1 lgh 1203', null, 'care_of'],
		['Sekreterarvägen 2', 'Sekreterarvägen 2', null],
		['Karl Johans Gata', 'Karl Johans Gata', null],
		['Sven Jonssons gata 3', 'Sven Jonssons gata 3', null],
		['Johannes Kyrka', 'Johannes Kyrka', null],
		['Karl Svensson väg 4', 'Karl Svensson väg 4', null],
		['Box 548', null, 'box'],
		['Postbox 5', null, 'box'],
		['621 22', null, 'not_an_address'],
		['info@example.org', null, 'not_an_address'],
		['Cold Springs 5', 'Cold Springs 5', null],
		['', null, null],
	])('%j', (given, street, without) => expect(cleanStreet(given)).toEqual({ street, without }));
});

describe('persons', () => {
	const told = { hasNumber: false, types: ['Kulturförening'] };
	it.each([
		'Anna Exempelsson',
		'Lars-Erik Exempelsson',
		'Exempelsson, Anna',
		'Exempelsson Anna',
		'Anna von Exempel',
		'Fatima Al-Exempel',
		'Privatperson 22649',
		'Anna Exempelsson Enskild firma',
	])('%j is one, whatever its labels', (name) => expect(isPersonName(name, told)).toBe(true));

	it.each([
		'Anna Exempels Minnesfond',
		'Maria Bygdegårdsförening',
		'Sankt Eriks Gille',
		'Exempelby Framtid',
		'Simon I Exempelby',
		'ÄLI Basket',
		'Åsa Sockenråd',
		'Albert Exempels Samfällighet',
		'Anna',
	])('%j is none', (name) => expect(isPersonName(name, told)).toBe(false));

	it('an organisation number tells that it is an organisation', () =>
		expect(isPersonName('Anna Exempelsson', { hasNumber: true, types: [] })).toBe(false));

	it.each([
		['Giuseppe Exempel', true],
		['Xochitl Luz Exempel', true],
		['Exempelbys Biograf', false],
		['Exempel Productions', false],
		['Handelsbolaget Exempel Halland', false],
		['Exempelklubben', false],
	])('%j among artists is one: %j', (name, person) =>
		expect(isPersonName(name, { hasNumber: false, types: ['Kulturaktör'] })).toBe(person),
	);
});

describe('descriptions', () => {
	it.each([
		['Vi dansar.\nKontaktperson: Anna Exempelsson', 'Vi dansar.'],
		['Skriv till anna.exempelsson@example.org eller info@example.org', 'Skriv till eller info@example.org'],
		['Alla får dansa!Kontakta dansledare Anna Exempelsson 070-1740605. Välkomna!', 'Alla får dansa! Välkomna!'],
		['Vi övar måndagar. Ring 070-174 06 05 för mer. Kaffe finns.', 'Vi övar måndagar. Kaffe finns.'],
		['Bokning: ring eller maila Anna Exempelsson.Vi är åtta.', 'Vi är åtta.'],
		['Byns väg.\nStyrelse:\nAnna Exempelsson\nBo Exempelsson (ordförande)\nVi ses!', 'Byns väg.\nVi ses!'],
		['Vi vårdar minnet av Moa Exempelson. Grundad 1904.', 'Vi vårdar minnet av Moa Exempelson. Grundad 1904.'],
		['Kom! Anna Exempelsson leder kören. Alla får vara med.', 'Kom! Alla får vara med.'],
		['Drivs av sångpedagogen Lars-Erik Exempelberg.', null],
		['Vid Anna Exempelssons gata finns en lokal.', 'Vid Anna Exempelssons gata finns en lokal.'],
		['Karl Exempelsson grundade den 1904.', 'Karl Exempelsson grundade den 1904.'],
		['Vi har kontakt med alla byar i Exempelby. Kom!', 'Vi har kontakt med alla byar i Exempelby. Kom!'],
	])('%j becomes %j', (given, text) => expect(cleanDescription(given, 'Dansarna').text).toBe(text));

	it('are dropped whole when they hold a personal number', () =>
		expect(cleanDescription('Anna, 191212-1212, leder', 'Dansarna')).toMatchObject({ text: null, person: true }));
});

describe('ages and groups', () => {
	it.each([
		[['Verksamhet för denna åldersgrupp (13-20 år)'], { min: 13, max: 20 }, []],
		[['7-12 år (7-12 år)', '13-20 år (13-20 år)'], { min: 7, max: 20 }, []],
		[['0-6 år (0-6 år)', '65+ år (65-150 år)'], null, ['everyone']],
		[['Ungdomar (7-20 år)'], { min: 7, max: 20 }, ['youth']],
		[['Pensionärsförening'], null, ['seniors']],
		[['Barn- och ungdomsverksamhet'], null, ['children', 'youth']],
		[['Fotboll 2020-2021'], null, []],
	])('%j', (labels, ages, audiences) => expect(reached(labels)).toEqual({ ages, audiences }));
});

describe('cleaning twice is cleaning once', () => {
	const cleaners: [string, (text: string) => string | null][] = [
		['line', cleanLine],
		['text', cleanText],
		['name', (text) => cleanName(text).name],
		['town', cleanTown],
		['postcode', cleanPostcode],
		['homepage', cleanHomepage],
		['phone', cleanPhone],
		['street', (text) => cleanStreet(text).street],
		['email', (text) => cleanEmail(text, 'x').email],
	];
	const word = fc.constantFrom(
		'ÅS',
		'IF',
		'och',
		' ',
		'  ',
		'"',
		'*',
		'&amp;',
		'vilande',
		'Box 1',
		'c/o',
		',',
		'123 45',
		'www.example.org',
		'-',
		'.',
		'info@example.org',
		'070-1740605',
		'\u200b',
		'(',
		')',
		'Storgatan',
	);
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
	);
	it.each(cleaners)('%s', (_, clean) => {
		fc.assert(
			fc.property(text, (given) => {
				const once = clean(given);
				if (once !== null) expect(clean(once)).toBe(once);
			}),
			{ numRuns: 300 },
		);
	});
});
