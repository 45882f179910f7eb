import type { ClaimWay } from '#domain/claim-way.ts';
import type { Role } from '#domain/permission.ts';
import type { PopulationLevel } from '#domain/population.ts';
import type { TrailLine } from '#domain/trail.ts';
import { m } from './generated/messages.js';
import { levelLabel } from './ground.ts';
import { anyFieldLabel, shownAny } from './merge.ts';
import { roleLabel } from './roles.ts';

const actions: Record<string, () => string> = {
	'listing.changed': m.trail_listing_changed,
	'listing.confirmed': m.trail_listing_confirmed,
	'listing.closed': m.trail_listing_closed,
	'listing.said_closed': m.trail_listing_said_closed,
	'listing.reopened': m.trail_listing_reopened,
	'listing.merged': m.trail_listing_merged,
	'listing.merged_away': m.trail_listing_merged_away,
	'listing.unmerged': m.trail_listing_unmerged,
	'listing.stands_again': m.trail_listing_stands_again,
	'duplicate.declined': m.trail_duplicate_declined,
	'revision.proposed': m.trail_revision_proposed,
	'revision.withdrawn': m.trail_revision_withdrawn,
	'revision.published': m.trail_revision_published,
	'revision.returned': m.trail_revision_returned,
	'revision.declined': m.trail_revision_declined,
	'claim.asked': m.trail_claim_asked,
	'claim.begun': m.trail_claim_begun,
	'claim.paper': m.trail_claim_paper,
	'claim.given': m.trail_claim_given,
	'claim.declined': m.trail_claim_declined,
	'contact.asked': m.trail_contact_asked,
	'contact.consented': m.trail_contact_consented,
	'contact.renewed': m.trail_contact_renewed,
	'contact.declined': m.trail_contact_declined,
	'contact.withdrawn': m.trail_contact_withdrawn,
	'contact.removed': m.trail_contact_removed,
	'contact.lapsed': m.trail_contact_lapsed,
	'contact.unanswered': m.trail_contact_unanswered,
	'role.given': m.trail_role_given,
	'role.taken': m.trail_role_taken,
	'report.made': m.trail_report_made,
	'report.mended': m.trail_report_mended,
	'report.not_so': m.trail_report_not_so,
	'report.not_ours': m.trail_report_not_ours,
	'report.reply_wiped': m.trail_reply_wiped,
	'suggestion.made': m.trail_suggestion_made,
	'suggestion.added': m.trail_suggestion_added,
	'suggestion.known': m.trail_suggestion_known,
	'suggestion.declined': m.trail_suggestion_declined,
	'suggestion.reply_wiped': m.trail_reply_wiped,
	'registration.sent': m.trail_registration_sent,
	'registration.published': m.trail_registration_published,
	'registration.returned': m.trail_registration_returned,
	'registration.declined': m.trail_registration_declined,
	'registration.withdrawn': m.trail_registration_withdrawn,
	'import.published': m.trail_import_published,
	'import.undone': m.trail_import_undone,
	'import.added': m.trail_import_added,
	'import.changed': m.trail_import_changed,
	'import.gone': m.trail_import_gone,
	'import.returned': m.trail_import_returned,
	'role.handed_over': m.trail_role_handed_over,
	'role.invited': m.trail_role_invited,
	'role.uninvited': m.trail_role_uninvited,
	'passkey.added': m.trail_passkey_added,
	'passkey.removed': m.trail_passkey_removed,
	'instance.staff_sign_in': m.trail_staff_sign_in,
	'municipality.owners_publish': m.trail_owners_publish,
	'scenario.saved': m.trail_scenario_saved,
	'scenario.renamed': m.trail_scenario_renamed,
	'scenario.removed': m.trail_scenario_removed,
	'population.published': m.trail_population_published,
	'population.removed': m.trail_population_removed,
	'population.undone': m.trail_population_undone,
	'person.renamed': m.trail_person_renamed,
	'person.erased': m.trail_person_erased,
};

/** What was done, in words; a step of a sort that has none yet, by its name. */
export const actionLabel = (action: string): string =>
	(actions[action] ?? actions[action.split('.').slice(0, 2).join('.')])?.() ?? action;

/** The sorts of steps that can be asked for, by how their names begin. */
export const actionGroups: readonly (readonly [string, () => string])[] = [
	['listing', m.trail_do_listing],
	['revision', m.trail_do_revision],
	['claim', m.trail_do_claim],
	['duplicate', m.trail_do_duplicate],
	['registration', m.trail_do_registration],
	['report', m.trail_do_report],
	['suggestion', m.trail_do_suggestion],
	['import', m.trail_do_import],
	['contact', m.trail_do_contact],
	['role', m.trail_do_role],
	['scenario', m.trail_do_scenario],
	['population', m.trail_do_population],
	['person', m.trail_do_person],
	['passkey', m.trail_do_passkey],
	['municipality', m.trail_do_settings],
	['instance', m.trail_do_instance],
];

const fields: Record<string, () => string> = {
	'merge.gone': m.trail_merged_gone,
	'merge.kept': m.trail_merged_kept,
	'merge.other': m.trail_other,
	'import.file': m.trail_file,
	'import.added': m.trail_added,
	'import.changed': m.trail_changed,
	'import.gone': m.trail_gone,
	'population.level': m.trail_population_level,
	'population.rows': m.trail_population_rows,
	role: m.trail_role,
	way: m.trail_way,
	words: m.trail_words,
};

/** What a value of the trail is called. */
export const trailFieldLabel = (field: string): string => fields[field]?.() ?? anyFieldLabel(field);

const ways: Record<ClaimWay, () => string> = {
	own_mail: () => m.field_email(),
	domain_mail: () => m.field_homepage(),
	reviewer: m.trail_by_municipality,
};

/** A value of the trail in words. What has no words of its own is told as it is. */
export function trailValue(field: string, value: unknown): string {
	if (value === null || value === undefined) return m.review_nothing();
	if (field === 'role') return roleLabel(value as Role);
	if (field === 'way') return ways[value as ClaimWay]?.() ?? String(value);
	if (field === 'population.level') return levelLabel(value as PopulationLevel);
	if (fields[field]) return String(value);
	const shown = shownAny(field, value);
	return shown === '[object Object]' ? JSON.stringify(value) : shown;
}

/** Who did it, in words, as its reader may know. */
export function whoSaid({ by, role, person }: Pick<TrailLine, 'by' | 'role' | 'person'>): string {
	if (by === 'you') return m.trail_by_you();
	if (by === 'operator') return m.trail_by_operator();
	if (by === 'import') return m.trail_by_import();
	if (by === 'samlas') return m.trail_by_itself();
	if (by === 'visitor') return m.trail_by_visitor();
	if (by === 'contact') return m.trail_by_contact();
	const part = by === 'gone' ? m.trail_by_gone() : roleSaid(role);
	return person ? `${person} (${part})` : part;
}

function roleSaid(role: Role | null): string {
	if (role === 'owner' || role === 'editor') return m.trail_by_owner();
	if (role === 'reviewer' || role === 'administrator') return m.trail_by_municipality();
	return role === 'operator' ? m.trail_by_operator() : m.trail_by_somebody();
}
