import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything, type Query } from '../../src/domain/query.ts';
import { answered } from '../../src/finder/answered.ts';
import { createPlaces } from '../../src/finder/places.ts';
import type { Meaning } from '../../src/finder/sayings.ts';
import { understand } from '../../src/finder/understand.ts';
import { NOW } from '../store.ts';

const places = createPlaces();
const TODAY = '2026-11-26';
const read = (q: string) => understand(q, places.isPlace, { today: TODAY });

type Said = [string, Meaning];

/** What can be said beside what somebody looks for; each leaves no word behind. */
const whens: Said[] = [
	['på tisdag kväll', { weekday: ['tue'], part: ['evening'] }],
	['tisdagar kl 18-20', { weekday: ['tue'], part: ['evening'] }],
	['mellan 17 och 19', { part: ['evening'] }],
	['före lunch', { part: ['morning'] }],
	['innan kl 15', { part: ['morning', 'afternoon'] }],
	['sent på kvällen', { part: ['evening'] }],
	['efter kl. 17', { part: ['evening'] }],
	['från kl 18', { part: ['evening'] }],
	['imorgon bitti', { when: 'tomorrow', part: ['morning'] }],
	['i eftermiddag', { when: 'today', part: ['afternoon'] }],
	['nästa helg', { when: 'next_week', weekday: ['sat', 'sun'] }],
	['nästa tisdag', { when: 'next_week', weekday: ['tue'] }],
	['just nu', { when: 'today' }],
	['på tisdar', { weekday: ['tue'] }],
	['2026-12-03', { date: '2026-12-03' }],
	['den 3 december', { date: '2026-12-03' }],
	['den 26:e nov', { date: '2026-11-26' }],
	['3/12', { date: '2026-12-03' }],
	['den 5 mars', { date: '2027-03-05' }],
	['29 februari 2028', { date: '2028-02-29' }],
	['on the 3rd of December', { date: '2026-12-03' }],
	['on May 5', { date: '2027-05-05' }],
	['before noon', { part: ['morning'] }],
	['Tuesday night', { weekday: ['tue'], part: ['evening'] }],
	['next weekend', { when: 'next_week', weekday: ['sat', 'sun'] }],
	['on the weekend', { when: 'weekend' }],
	['between 5 and 7 pm', { part: ['evening'] }],
	['this afternoon', { when: 'today', part: ['afternoon'] }],
];
const whos: Said[] = [
	['för 7 åringar', { age: 7 }],
	['för 7-8-åringar', { age: 7 }],
	['i åldern 10', { age: 10 }],
	['under 5 år', { age: 4 }],
	['från 4 år', { age: 4 }],
	['65 år och äldre', { age: 65 }],
	['över 65', { age: 65 }],
	['för dig som är 16', { age: 16 }],
	['för en tolvåring', { age: 12 }],
	['for ages 6-8', { age: 6 }],
	['for 8 year olds', { age: 8 }],
	['for over 60s', { age: 60 }],
	['på somaliska och arabiska', { language: ['so', 'ar'] }],
	['in sign language', { language: ['swl'] }],
];
const costs: Said[] = [
	['som inte kostar något', { free: true }],
	['utan att betala', { free: true }],
	['0 kr', { free: true }],
	['that costs nothing', { free: true }],
];
const accesses: Said[] = [
	['med rullstol', { access: ['step_free_entrance'] }],
	['tillgänglig för rullstol', { access: ['step_free_entrance'] }],
	['utan trösklar', { access: ['step_free_entrance'] }],
	['med teleslinga', { access: ['hearing_loop'] }],
	['med ramp', { access: ['ramp'] }],
	['med handikapptoa', { access: ['accessible_toilet'] }],
	['with accessible parking', { access: ['accessible_parking'] }],
	['med plats för rullstol', { access: ['wheelchair_places'] }],
	['with wheelchair access', { access: ['step_free_entrance'] }],
];
const wheres: Said[] = [
	['i Lund med omnejd', { place: 'Lund' }],
	['strax utanför Umeå', { place: 'Umeå' }],
	['norr om Umeå', { place: 'Umeå' }],
	['i närheten av Umeå', { place: 'Umeå' }],
	['i Umeåtrakten', { place: 'Umeå' }],
	['på Gotland', { place: 'Gotland' }],
	['i centrala Malmö', { place: 'Malmö' }],
	['inom 5 km från Lund', { place: 'Lund', radius: 5 }],
	['2 mil från Lund', { place: 'Lund', radius: 20 }],
	['within 10 km of Lund', { place: 'Lund', radius: 10 }],
	['in the Lund area', { place: 'Lund' }],
	['close to Lund', { place: 'Lund' }],
	['där jag bor', { untold: ['me'] }],
	['i närheten av mig', { untold: ['me'] }],
	['i min stad', { untold: ['me'] }],
];
const things = ['yoga', 'schackklubb', 'öppen kör', 'chess club'];

test.each([...whens, ...whos, ...costs, ...accesses, ...wheres])(
	'%s is a filter, and no word of it is left',
	(said, meaning) => {
		for (const thing of things) expect(read(`${thing} ${said}`)).toEqual({ text: thing, meaning });
	},
);

const venue = { kind: ['venue'] };
test.each([
	['lokal med kök, projektor och wifi', '', { ...venue, equipment: ['kitchen', 'projector', 'wifi'] }],
	['lokal kök projektor', '', { ...venue, equipment: ['kitchen', 'projector'] }],
	['lokal med scen & piano', '', { ...venue, equipment: ['stage', 'piano'] }],
	['lokal där det finns kök', '', { ...venue, equipment: ['kitchen'] }],
	['lokal med tillgång till kök', '', { ...venue, equipment: ['kitchen'] }],
	['hall with a kitchen', 'hall', { ...venue, equipment: ['kitchen'] }],
	['room that has a piano', '', { ...venue, equipment: ['piano'] }],
	['lokal för tjugo personer', '', { ...venue, seats: 20 }],
	['hall for fifty people', 'hall', { ...venue, seats: 50 }],
	['lokal rullstol', '', { ...venue, access: ['step_free_entrance'] }],
	['rum att öva i band', 'öva band', venue],
	['lokal för studiecirkel gratis för föreningar', '', { ...venue, untold: ['price'] }],
	['gymnastiksal ledig på torsdagar', 'gymnastiksal', { ...venue, untold: ['hours'] }],
	['room for prayer on Fridays', 'prayer', { ...venue, untold: ['hours'] }],
	['någonstans att ha symöten', '', venue],
	[
		'billig lokal i Lund till studentfest 60 personer',
		'studentfest',
		{ ...venue, place: 'Lund', seats: 60, untold: ['price'] },
	],
] as [string, string, object][])('%s is asked of rooms', (q, text, meaning) => {
	expect(read(q)).toEqual({ text, meaning });
});

test.each([
	['Umeås körer', 'körer', 'Umeå'],
	['Borås körer', 'körer', 'Borås'],
	['lunds alla föreningar', 'alla föreningar', 'lund'],
])('%s are those of a place', (q, text, place) => {
	expect(read(q)).toEqual({ text, meaning: { place } });
});

test.each([
	['kör i Stockholms län', 'a county, which is no town'],
	['halmstads scoutkår', 'a name that begins with a place'],
	['Folkets kök', 'what a house is named after'],
	['Rum för alla', 'a room within a name'],
	['dans i rullstol', 'who dances'],
	['10 km löpning', 'a distance from nowhere'],
	['ungdomar mellan 13 och 19', 'ages, and no hours'],
	['yoga från 18', 'an age or an hour'],
	['2026-13-45', 'a date that is none'],
	['30 februari', 'a day that no month has'],
	['jour 24/7', 'always'],
	['första maj', 'a day without a number'],
	['barn 7-9 år', 'a band of ages, as registers write it'],
])('%s is left alone: %s', (q) => {
	expect(read(q)).toEqual({ text: q, meaning: {} });
});

describe('whatever is said in whichever order', () => {
	const all = [whens, whos, costs, accesses, wheres];
	/** Of some kinds of saying one each, in some order. */
	const sayings = fc
		.shuffledSubarray(all, { minLength: 1 })
		.chain((kinds) => fc.tuple(...kinds.map((kind) => fc.constantFrom(...kind))))
		// "From" an hour or an age, and a place after a place, are said of what stands before.
		.filter((said) => said.every(([words]) => !/^(?:över|under|2026)/.test(words)));
	const thing = fc.constantFrom(...things);
	const together = (said: readonly Said[]) =>
		said.reduce<Record<string, unknown>>((sum, [, meaning]) => {
			for (const [key, value] of Object.entries(meaning))
				sum[key] =
					Array.isArray(value) && sum[key] ? [...new Set([...(sum[key] as unknown[]), ...value])] : (sum[key] ?? value);
			return sum;
		}, {});

	test('all of it is read, and without one of them the rest', () => {
		fc.assert(
			fc.property(thing, sayings, (what, said) => {
				for (const some of [said, ...said.map((_, at) => said.toSpliced(at, 1))]) {
					const { text, meaning } = read([what, ...some.map(([words]) => words)].join(' '));
					expect(text).toBe(what);
					expect(meaning).toEqual(together(some));
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('a query that is spelled out is read as itself, and so it is without any of its filters', () => {
		const spelledOf = (query: Query) => answered(query, places, NOW).spelled;
		fc.assert(
			fc.property(thing, sayings, (what, said) => {
				const q = [what, ...said.map(([words]) => words)].join(' ');
				const spelled = spelledOf({ ...everything, q });
				expect(spelledOf({ ...everything, q })).toEqual(spelled);
				expect(spelledOf(spelled)).toEqual(spelled);
				for (const key of Object.keys(spelled) as (keyof Query)[]) {
					if (key === 'q') continue;
					const without = { ...spelled, [key]: everything[key] };
					expect(spelledOf(without)).toEqual(without);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

test('what is read in the words of anybody is read once', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.constantFrom(
					...'rum för att öva i med kök på tisdag Lund hyra ledig 7 år mellan och 17 över 65 nära mig gratis körer Umeås lokal till'.split(
						' ',
					),
				),
				{ maxLength: 9 },
			),
			(words) => {
				const { spelled } = answered({ ...everything, q: words.join(' ') }, places, NOW);
				// Each round can only take words away: it ends, and what it gives does not depend on how often it is asked.
				const again = answered(spelled, places, NOW).spelled;
				expect(
					again.q
						.split(' ')
						.filter(Boolean)
						.every((word) => spelled.q.split(' ').includes(word)),
				).toBe(true);
				expect(answered({ ...everything, q: words.join(' ') }, places, NOW).spelled).toEqual(spelled);
			},
		),
		{ numRuns: 300 },
	);
});
