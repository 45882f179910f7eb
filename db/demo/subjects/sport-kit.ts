import { type Pattern, type Said, type Subject, said } from './types.ts';

type Some = Partial<Subject> & Pick<Subject, 'theme' | 'names' | 'activities'>;

/** A sport with little of its own to say: kin share the closings of all sport. */
export const sport = (lead: Said[], rest: Some): Subject => ({
	family: 'sport',
	weight: 1,
	audiences: ['everyone'],
	lead,
	...rest,
});

/** One thing that such a club does. */
export const training = (name: Said, when: string, about: string, over: Partial<Pattern> = {}): Pattern => ({
	name,
	when,
	minutes: 75,
	free: 30,
	about: said(about),
	...over,
});

/** For school children, in terms. */
export const children: Partial<Pattern> = { ages: [6, 12], year: 'term' };
