import { z } from 'zod';
import type { RoleHeld } from './permission.ts';
import { withoutUnseen } from './unseen.ts';

/** Somebody who has signed in. */
export interface Person {
	id: number;
	email: string;
	name: string | null;
	locale: 'sv' | 'en';
	/** Unix seconds. */
	createdAt: number;
}

/** A person and what they may do. */
export interface Actor extends Person {
	roles: RoleHeld[];
}

/** An address as a person types it; the same whatever the letters' case. */
export const EmailSchema = z
	.string('missing')
	.trim()
	.min(1, 'missing')
	.max(200, 'wrong')
	.toLowerCase()
	.pipe(z.email('wrong'));

/** A name to be greeted by; empty means none. Characters that turn the direction of text have no place in it. */
export const NameSchema = z
	.string()
	.trim()
	.max(120, 'long')
	.transform((name) => withoutUnseen(name) || null);
