import type { Component } from 'svelte';
import type { PartKey } from '#domain/parts/keys.ts';
import type { PartProps } from './props.ts';

/** Each part's questions, in a piece of code of its own: a step is sent no other's. */
type Questions = () => Promise<{ default: Component<PartProps<never>> }>;

export const partQuestions: Record<PartKey, Questions> = {
	basics: () => import('./BasicsPart.svelte'),
	host: () => import('./HostPart.svelte'),
	place: () => import('./PlacePart.svelte'),
	subject: () => import('./SubjectPart.svelte'),
	words: () => import('./WordsPart.svelte'),
	price: () => import('./PricePart.svelte'),
	when: () => import('./WhenPart.svelte'),
	opening: () => import('./OpeningPart.svelte'),
	access: () => import('./AccessPart.svelte'),
	rooms: () => import('./RoomsPart.svelte'),
	contact: () => import('./ContactPart.svelte'),
};
