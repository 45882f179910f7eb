import type { OrganisationForm } from '../domain/taxonomies.ts';

/** The form of an organisation, by its name and the sort that the register says; an association when nothing tells. */
export function formOf(name: string, types: readonly string[]): OrganisationForm {
	if (/^stiftelsen\b|stiftelse\b/i.test(name)) return 'foundation';
	if (types.some((type) => /^studieförb/i.test(type)) || /^(ABF|NBV)\b|studieförbund/i.test(name))
		return 'study_association';
	if (/församling(en)?\b/i.test(name)) return 'congregation';
	return /^nätverket?\b|nätverk$/i.test(name) ? 'network' : 'association';
}
