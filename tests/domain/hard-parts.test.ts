import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/domain/change.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { parts } from '../../src/domain/parts/index.ts';
import type { Around, Part, Typed } from '../../src/domain/parts/part.ts';
import { type Schedule, ScheduleSchema } from '../../src/domain/schedule.ts';
import { accessFacts, equipment, type Kind, rateUnits, userGroups } from '../../src/domain/taxonomies.ts';
import { openingOffered } from '../../src/routes/parts/opening.ts';
import { whenOffered } from '../../src/routes/parts/when.ts';
import { activity, NOW, venue } from '../store.ts';

const around = (kind: Kind) => ({ kind, listing: null, municipality: '1380', now: NOW }) as unknown as Around;
const read = (part: Part, kind: Kind, typed: Typed) => Promise.resolve(part.read(typed, around(kind)));
const wrong = async (part: Part, kind: Kind, typed: Typed) => {
	try {
		return await read(part, kind, typed);
	} catch (reason) {
		if (reason instanceof Invalid) return reason.fields;
		throw reason;
	}
};

/** As a browser sends it: every name is asked for by the part, and what is typed makes the same fields again. */
async function comesBack(part: Part, kind: Kind, fields: Record<string, unknown>) {
	const typed = part.typed(fields, kind);
	expect(Object.keys(typed).filter((name) => !part.asks(name))).toEqual([]);
	const again = await read(part, kind, typed);
	expect(again).toEqual(Object.fromEntries(Object.entries(fields).filter(([field]) => part.owns(field))));
}

const anySchedule: fc.Arbitrary<Schedule> = fc
	.record({
		start: fc.constantFrom('2026-03-10T18:00', '2025-10-25T02:30', '2026-01-31T23:45'),
		minutes: fc.integer({ min: 5, max: 4000 }),
		rule: fc.constantFrom(
			null,
			'FREQ=WEEKLY',
			'BYDAY=TU',
			'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2',
			'FREQ=MONTHLY;BYDAY=1MO,3MO',
			'FREQ=MONTHLY;BYDAY=5MO',
			'FREQ=MONTHLY;BYMONTHDAY=10',
			'FREQ=YEARLY;BYMONTH=6;BYDAY=3SA',
			'FREQ=DAILY;COUNT=4',
			'FREQ=WEEKLY;BYMONTH=12,1,2;UNTIL=20270301T215959Z',
		),
		except: fc.subarray(['2026-03-17', '2026-04-14']),
		extra: fc.subarray(['2026-03-19T18:00', '2026-04-16T09:30']),
	})
	.filter((schedule) => ScheduleSchema.safeParse(schedule).success);

test('schedules come back from the form as they are, those too that it can not show', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anySchedule, { maxLength: 4 }), (schedules) =>
			comesBack(parts.when, 'activity', fieldsOf(activity({ schedules }))),
		),
	);
});

test.each([
	'Mo-Fr 9:00-17:00',
	'Mo-Fr 09:00-12:00, 13:00-17:00; Sa "by appointment"; PH off; 2026 Dec 24 off; Jul 01-Aug 15 10:00-14:00',
	'"by appointment"',
	'Mo-Fr 09:00-sunset',
	'24/7',
	null,
])('opening hours come back from the form as they are: %s', (openingHours) =>
	comesBack(parts.opening, 'venue', fieldsOf(venue({ openingHours }))),
);

const anyAccess = fc.dictionary(
	fc.constantFrom(...accessFacts),
	fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 10_000 })),
);
const anyRoom = (place: number) =>
	fc.record({
		name: fc.constantFrom('Stora salen', 'Köket', 'Rum "A" <b>'),
		partOf: place ? fc.option(fc.integer({ min: 0, max: place - 1 })) : fc.constant(null),
		seats: fc.option(fc.integer({ min: 0, max: 100_000 })),
		areaM2: fc.option(fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10)),
		equipment: fc.subarray([...equipment]),
		access: anyAccess,
	});
const anyVenue = fc.record({
	seats: fc.option(fc.integer({ min: 0, max: 100_000 })),
	equipment: fc.subarray([...equipment]),
	access: anyAccess,
	rooms: fc
		.integer({ min: 0, max: 4 })
		.chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyRoom(n)))),
	price: fc.constantFrom(null, 'Gratis för föreningar'),
	rates: fc.array(
		fc.record({
			group: fc.constantFrom(...userGroups),
			amount: fc.integer({ min: 0, max: 1_000_000 }),
			per: fc.constantFrom(...rateUnits),
		}),
		{ maxLength: 5 },
	),
});

test('rooms, equipment, accessibility and prices come back from the form as they are', async () => {
	await fc.assert(
		fc.asyncProperty(anyVenue, async (over) => {
			const fields = fieldsOf(venue(over));
			for (const part of [parts.rooms, parts.access, parts.price]) await comesBack(part, 'venue', fields);
		}),
	);
});

test('a form that was never filled in says nothing', async () => {
	expect(await read(parts.when, 'activity', {})).toEqual({ schedules: [] });
	expect(await read(parts.opening, 'venue', {})).toEqual({ openingHours: null });
	expect(await read(parts.access, 'venue', {})).toEqual({ access: {} });
	expect(await read(parts.rooms, 'venue', {})).toEqual({ seats: null, equipment: [], rooms: [] });
	expect(await read(parts.price, 'venue', {})).toEqual({ price: null, bookingUrl: null, rates: [] });
});

const weekly = { start: '2026-03-10T18:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=TU', except: [], extra: [] };

test('a line takes the place of what stood there; one that is not understood is refused and loses nothing', async () => {
	const typed = parts.when.typed(fieldsOf(activity({ schedules: [weekly] })), 'activity');
	const said = (line: string) => wrong(parts.when, 'activity', { ...typed, 'when.said': [line] });
	expect(await said('torsdagar 10-12')).toEqual({
		schedules: [{ start: '2026-03-05T10:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=TH', except: [], extra: [] }],
	});
	expect(await said('torsdagar om det är sol')).toEqual({ 'when.said': 'unread' });
	expect(await said('torsdagar 10')).toEqual({ 'when.said': 'no_end' });
	const shown = whenOffered({ ...typed, 'when.said': ['torsdagar om det är sol'] }, NOW);
	expect(shown).toMatchObject({
		said: 'torsdagar om det är sol',
		told: 'Vi förstod inte: sol. Skriv det på ett annat sätt, eller fyll i nedan.',
	});
});

test('the line is shown as rows, a sentence and a calendar, and the rows make what the line said', async () => {
	const typed = { 'when.said': ['varannan tisdag 18-20, inte i juli'] };
	const shown = whenOffered(typed, NOW);
	expect(shown.said).toBe('');
	expect(shown.sentences).toEqual(['Varannan tisdag 18.00–20.00, från 10 mars 2026, inte i juli']);
	expect(shown.weeks.flatMap(({ days }) => days.filter(({ marks }) => marks.length).map(({ date }) => date))).toEqual([
		'2026-03-10',
		'2026-03-24',
		'2026-04-07',
	]);
	expect(shown.weeks[0]).toMatchObject({ number: 11, days: { 1: { marks: ['18:00'] } } });
	const rows = Object.fromEntries(
		shown.rows.flatMap(({ at, typed: row }) =>
			Object.entries(row).map(([name, answers]) => [`when.${at}.${name}`, answers]),
		),
	);
	expect(await read(parts.when, 'activity', rows)).toEqual(await read(parts.when, 'activity', typed));
});

test.each([
	[{ from: ['25:00'], to: ['20:00'], days: ['tue'] }, { 'when.0.from': 'wrong' }],
	[{ from: ['18:00'], to: [''], days: ['tue'] }, { 'when.0.to': 'missing' }],
	[{ from: ['18:00'], to: ['18:00'], days: ['tue'] }, { 'when.0.to': 'wrong' }],
	[{ from: ['18:00'], to: ['20:00'] }, { 'when.0.days': 'missing' }],
	[{ from: ['18:00'], to: ['20:00'], often: ['monthly'], days: ['tue'] }, { 'when.0.which': 'missing' }],
	[{ from: ['18:00'], to: ['20:00'], often: ['once'] }, { 'when.0.first': 'missing' }],
	[{ from: ['18:00'], to: ['20:00'], often: ['once'], first: ['2026-02-30'] }, { 'when.0.first': 'wrong' }],
	[
		{ from: ['18:00'], to: ['20:00'], days: ['tue'], first: ['2026-05-01'], until: ['2026-04-01'] },
		{ 'when.0.until': 'wrong' },
	],
	[{ from: ['18:00'], to: ['20:00'], days: ['tue'], except: ['påsken'] }, { 'when.0.except': 'wrong' }],
	[
		{ from: ['18:00'], to: ['20:00'], days: ['tue'], not: '1,2,3,4,5,6,7,8,9,10,11,12'.split(',') },
		{ 'when.0.not': 'wrong' },
	],
])('a row that can not be: %j', async (row, expected) => {
	const typed = Object.fromEntries(Object.entries(row).map(([name, answers]) => [`when.0.${name}`, answers]));
	expect(await wrong(parts.when, 'activity', typed)).toEqual(expected);
});

test('what the form brought along is no way in for what can not be', async () => {
	const forged = JSON.stringify({ ...weekly, rule: 'FREQ=SECONDLY' });
	expect(await read(parts.when, 'activity', { 'when.0.was': [forged] })).toEqual({ schedules: [] });
	expect(await read(parts.when, 'activity', { 'when.0.was': ['{"a":'] })).toEqual({ schedules: [] });
	const many = Object.fromEntries(
		Array.from(
			{ length: 500 },
			(_, n) => [`when.${n}.was`, [JSON.stringify({ ...weekly, rule: 'FREQ=WEEKLY;COUNT=9' })]] as const,
		),
	);
	expect(await read(parts.when, 'activity', many)).toMatchObject({ schedules: { length: 20 } });
});

const EXAMPLES = ['varje tisdag 18–20', 'varannan torsdag 14–16, inte i juli', 'första måndagen i månaden 18.30–20'];
test.each([
	['', null, EXAMPLES],
	['varje tisdag 18-20', null, []],
	['tisdagar', 'Skriv också vilken tid det är.', ['Varje tisdag 18.00–20.00']],
	['tisdagar kl 14', 'Skriv också när det slutar.', ['Varje tisdag 14.00–16.00']],
	['18-20', 'Skriv också vilken dag det är.', ['Varje tisdag 18.00–20.00']],
	[
		'Vi dansar varannan torsdag 18-20 i aulan',
		'Vi förstod inte: dansar, aulan. Skriv det på ett annat sätt, eller fyll i nedan.',
		['Varannan torsdag 18.00–20.00'],
	],
	['när vi hinner', 'Vi förstod inte: hinner. Skriv det på ett annat sätt, eller fyll i nedan.', EXAMPLES],
])('a line as it is typed, "%s": what it lacks, and lines that would do', (said, told, ideas) => {
	const shown = whenOffered({ 'when.said': [said] }, NOW);
	expect(shown).toMatchObject({ told, ideas });
	for (const idea of shown.ideas)
		expect(whenOffered({ 'when.said': [idea] }, NOW)).toMatchObject({ told: null, read: true });
});

const OPEN = ['vardagar 9–17', 'måndag–torsdag 10–18, fredag 10–15, stängt på röda dagar', 'efter överenskommelse'];
test.each([
	['', null, OPEN],
	['lördagar 10-14', null, []],
	['vardagar', 'Skriv också vilken tid det är öppet.', ['Måndag–fredag 09.00–17.00']],
	[
		'vardagar 9-17 i receptionen',
		'Vi förstod inte: receptionen. Skriv det på ett annat sätt, eller fyll i nedan.',
		['Måndag–fredag 09.00–17.00'],
	],
	['ring först', 'Vi förstod inte: ring, först. Skriv det på ett annat sätt, eller fyll i nedan.', OPEN],
])('opening hours as they are typed, "%s": what is not understood, and lines that would be', (said, told, ideas) => {
	const shown = openingOffered({ 'opening.said': [said] }, NOW);
	expect(shown).toMatchObject({ told, ideas });
	for (const idea of shown.ideas)
		expect(openingOffered({ 'opening.said': [idea] }, NOW)).toMatchObject({ told: null, read: true });
});

test('a day that can not be read is told by its name', () => {
	const shown = openingOffered({ 'opening.tue': ['ibland'] }, NOW);
	expect(shown.told).toBe('Tisdag: Skriv till exempel 9–17 eller efter överenskommelse.');
});

test('a row is taken away by its tick', async () => {
	const typed = parts.when.typed(fieldsOf(activity({ schedules: [weekly, { ...weekly, minutes: 60 }] })), 'activity');
	expect(await read(parts.when, 'activity', { ...typed, 'when.0.gone': ['yes'] })).toEqual({
		schedules: [{ ...weekly, minutes: 60 }],
	});
});

test('opening hours that can not be shown stay until others are given, or they are taken away', async () => {
	const typed = parts.opening.typed(fieldsOf(venue({ openingHours: 'Mo-Fr 09:00-sunset' })), 'venue');
	expect(await read(parts.opening, 'venue', { ...typed, 'opening.mon': ['9-17'] })).toEqual({
		openingHours: 'Mo 09:00-17:00',
	});
	expect(await read(parts.opening, 'venue', { ...typed, 'opening.clear': ['yes'] })).toEqual({ openingHours: null });
	expect(
		await wrong(parts.opening, 'venue', { ...typed, 'opening.mon': ['ibland'], 'opening.exceptions': ['jul'] }),
	).toEqual({ 'opening.mon': 'unread', 'opening.exceptions': 'unread' });
	const shown = openingOffered({ 'opening.said': ['vardagar 9-17, stängt på röda dagar'] }, NOW);
	expect(shown.sentences).toEqual(['Måndag–fredag 09.00–17.00, stängt på röda dagar']);
	expect(shown.weeks[0]!.days.map(({ marks }) => marks.join())).toEqual([
		...['', '', '09:00–17:00', '09:00–17:00', '09:00–17:00', '', ''],
	]);
});

test.each([
	['90', 90],
	['90 cm', 90],
	['0,9 m', 90],
	['1.2', 120],
	['900 mm', 90],
	['ja', true],
	['No', false],
	['', undefined],
	['bred', 'wrong'],
	['-5', 'wrong'],
	['99999999', 'wrong'],
])('a door %s wide', async (text, expected) => {
	const result = await wrong(parts.access, 'venue', { 'access.door_width_cm': [text] });
	expect(expected === 'wrong' ? result : (result.access as object)).toEqual(
		expected === 'wrong'
			? { 'access.door_width_cm': 'wrong' }
			: expected === undefined
				? {}
				: { door_width_cm: expected },
	);
});

test('rooms are put in order, each after the one it is part of; a circle is refused', async () => {
	const typed = (partOf: string[]) =>
		Object.fromEntries(
			partOf.flatMap((part, at) => [
				[`rooms.${at}.name`, [`Rum ${at}`]],
				[`rooms.${at}.partOf`, [part]],
			]),
		);
	expect(await read(parts.rooms, 'venue', typed(['1', '']))).toMatchObject({
		rooms: [
			{ name: 'Rum 1', partOf: null },
			{ name: 'Rum 0', partOf: 0 },
		],
	});
	expect(await wrong(parts.rooms, 'venue', typed(['1', '0', '']))).toEqual({
		'rooms.0.partOf': 'circle',
		'rooms.1.partOf': 'circle',
	});
	const gone = { ...typed(['', '0']), 'rooms.0.gone': ['yes'] };
	expect(await read(parts.rooms, 'venue', gone)).toMatchObject({ rooms: [{ name: 'Rum 1', partOf: null }] });
	expect(await wrong(parts.rooms, 'venue', { 'rooms.0.seats': ['många'], 'rooms.0.area': ['12 kvm'] })).toEqual({
		'rooms.0.name': 'missing',
		'rooms.0.seats': 'wrong',
	});
});

test('prices by group', async () => {
	const row = (group: string, amount: string, per = 'hour') => ({
		'rates.0.group': [group],
		'rates.0.amount': [amount],
		'rates.0.per': [per],
	});
	expect(await read(parts.price, 'venue', row('local_association', 'Gratis', 'occasion'))).toMatchObject({
		rates: [{ group: 'local_association', amount: 0, per: 'occasion' }],
	});
	expect(await read(parts.price, 'venue', row('private', '1 200 kr'))).toMatchObject({ rates: [{ amount: 1200 }] });
	expect(await wrong(parts.price, 'venue', row('', '100'))).toEqual({ 'rates.0.group': 'missing' });
	expect(await wrong(parts.price, 'venue', row('private', 'dyrt'))).toEqual({ 'rates.0.amount': 'wrong' });
	expect(await wrong(parts.price, 'venue', row('private', ''))).toEqual({ 'rates.0.amount': 'missing' });
});
