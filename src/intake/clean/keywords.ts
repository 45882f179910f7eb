import { personIn, readOrganisationNumber } from '../../domain/organisation-number.ts';
import { isPersonName } from './person.ts';

/** A label is short: what is longer, or says where to write or call, is a text that strayed into the column. */
const LONGEST = 60;
const MOST = 40;
const CONTACT = /@|https?:|www\.|\d{5}|\d{2,4}[- ]\d{2,}/i;

/**
 * The labels that a register gives a row ("Schack", "Idrottsförening") as words to search with: short ones, each once, at most
 * forty. What could be a person or a way to one is left out.
 */
export function keywordsOf(labels: readonly string[]): string[] {
	const kept = labels.filter(
		(label) =>
			/\p{L}{2}/u.test(label) &&
			label.length <= LONGEST &&
			!CONTACT.test(label) &&
			!personIn(label) &&
			readOrganisationNumber(label).kind !== 'person' &&
			!isPersonName(label, { hasNumber: false, types: [] }),
	);
	const first = new Map<string, string>();
	for (const label of kept) if (!first.has(label.toLowerCase())) first.set(label.toLowerCase(), label);
	return [...first.values()].slice(0, MOST);
}
