import { Invalid } from '../errors.ts';
import type { AccessFacts } from '../listing.ts';
import { type AccessFact, accessFacts } from '../taxonomies.ts';
import { one, type Part, type Typed } from './part.ts';

/** How accessible a place is: yes, no, a measure, or that one does not know. */
export const access: Part = {
	asks: (name) => accessFacts.some((fact) => name === `access.${fact}`),
	owns: (field) => field === 'access',
	typed: (fields) => typedAccess(fields.access as AccessFacts, 'access.'),
	read: (typed) => {
		const { access: facts, wrong } = accessIn(typed, 'access.');
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return { access: facts };
	},
};

/** Facts as answers: `yes`, `no`, a number, or nothing for who does not know. */
export const typedAccess = (facts: AccessFacts, prefix: string): Typed =>
	Object.fromEntries(accessFacts.map((fact) => [prefix + fact, [answerOf(facts[fact])]]));

const answerOf = (value: boolean | number | undefined) =>
	value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value);

/** Answers as facts, and by name what could not be read. */
export function accessIn(typed: Typed, prefix: string): { access: AccessFacts; wrong: Record<string, string> } {
	const facts: AccessFacts = {};
	const wrong: Record<string, string> = {};
	for (const fact of accessFacts) {
		const value = factIn(fact, one(typed, prefix + fact));
		if (value === undefined) wrong[prefix + fact] = 'wrong';
		else if (value !== null) facts[fact] = value;
	}
	return { access: facts, wrong };
}

/** "Ja", "no", "90", "90 cm", "0,9 m"; null when nothing is known, undefined for what is no answer. */
function factIn(fact: AccessFact, text: string): boolean | number | null | undefined {
	const said = text.trim().toLowerCase().replace(',', '.');
	if (said === '') return null;
	if (said === 'yes' || said === 'ja') return true;
	if (said === 'no' || said === 'nej') return false;
	const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(cm|m|mm|st)?$/.exec(said) ?? [];
	if (!amount) return undefined;
	const metres = unit === 'm' || (fact === 'door_width_cm' && amount.includes('.') && !unit);
	const value = Number(amount) * (metres ? 100 : unit === 'mm' ? 0.1 : 1);
	return value <= 10_000 ? Math.round(value) : undefined;
}
