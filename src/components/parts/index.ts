import type { Component } from 'svelte';
import type { PartKey } from '#domain/parts/keys.ts';
import AccessPart from './AccessPart.svelte';
import BasicsPart from './BasicsPart.svelte';
import ContactPart from './ContactPart.svelte';
import HostPart from './HostPart.svelte';
import OpeningPart from './OpeningPart.svelte';
import PlacePart from './PlacePart.svelte';
import PricePart from './PricePart.svelte';
import type { PartProps } from './props.ts';
import RoomsPart from './RoomsPart.svelte';
import SubjectPart from './SubjectPart.svelte';
import WhenPart from './WhenPart.svelte';
import WordsPart from './WordsPart.svelte';

/**
 * Each part's questions. Not brought one by one as they are asked for: a page that waits for code before it is shown needs what
 * every page of the site would have to carry.
 */
export const partQuestions: Record<PartKey, Component<PartProps<never>>> = {
	basics: BasicsPart,
	host: HostPart,
	place: PlacePart,
	subject: SubjectPart,
	words: WordsPart,
	price: PricePart,
	when: WhenPart,
	opening: OpeningPart,
	access: AccessPart,
	rooms: RoomsPart,
	contact: ContactPart,
};
