import type { Role } from '#domain/permission.ts';
import { m } from './generated/messages.js';

const labels: Record<Role, (holes?: object, options?: { locale?: 'sv' | 'en' }) => string> = {
	editor: m.account_role_editor,
	owner: m.account_role_owner,
	reviewer: m.account_role_reviewer,
	administrator: m.account_role_administrator,
	operator: m.account_role_operator,
};

/** What a role is called, within a sentence. */
export const roleLabel = (role: Role, locale?: 'sv' | 'en'): string => labels[role]({}, locale && { locale });

const means: Record<Role, () => string> = {
	editor: m.keepers_role_editor,
	owner: m.keepers_role_owner,
	reviewer: m.keepers_role_reviewer,
	administrator: m.keepers_role_administrator,
	operator: m.keepers_role_operator,
};

/** What a role is called, and what one does with it. */
export const roleMeans = (role: Role): string => means[role]();
