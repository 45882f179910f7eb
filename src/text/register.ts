import type { RegistrationState } from '#domain/registration-state.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';

const offers: Record<Kind, { title: () => string; text: () => string }> = {
	organisation: { title: m.register_organisation, text: m.register_organisation_text },
	venue: { title: m.register_venue, text: m.register_venue_text },
	activity: { title: m.register_activity, text: m.register_activity_text },
};

/** What can be registered, in a few words, and what it is. */
export const kindOffer = (kind: Kind) => ({ title: offers[kind].title(), text: offers[kind].text() });

/** Why a form as a whole was not taken; without a reason of its own, that something in it is wrong. */
export function formWrong(reason: string | undefined): string {
	if (reason === 'too_many') return m.register_too_many();
	if (reason === 'robot') return m.told_again();
	if (reason === 'old') return m.told_old();
	if (reason === 'quick') return m.told_quick();
	if (reason === 'long') return m.edit_long();
	return reason ? m.form_unavailable() : m.edit_wrong();
}

const states: Record<RegistrationState, () => string> = {
	waiting: m.registration_waiting,
	published: m.registration_published,
	returned: m.registration_returned,
	declined: m.registration_declined,
	withdrawn: m.registration_withdrawn,
};

/** What has become of something that was sent in. */
export const registrationLabel = (state: RegistrationState): string => states[state]();
