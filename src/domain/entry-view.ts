import type { ContactView } from './contact-view.ts';
import type { Position } from './geo.ts';
import type { Audience, Confirmer, Kind, Language } from './taxonomies.ts';
import type { Theme } from './theme.ts';

/** A picture as pages show it, described in the reader's language where it is. */
export interface PhotoView {
	id: string;
	width: number;
	height: number;
	alt: string;
}

/** What the pages of all three kinds show of an entry: nothing that is not public. */
export interface EntryView {
	id: number;
	kind: Kind;
	slug: string;
	name: string;
	description: string | null;
	descriptionLanguage: Language;
	street: string | null;
	postcode: string | null;
	postTown: string | null;
	locality: string | null;
	municipality: { code: string; name: string; fullName: string; slug: string };
	position: Position | null;
	masked: boolean;
	homepage: string | null;
	email: string | null;
	phone: string | null;
	/** Persons whose consent stands. */
	contacts: ContactView[];
	themes: Theme[];
	audiences: Audience[];
	ages: { min: number; max: number } | null;
	languages: Language[];
	confirmedAt: number | null;
	confirmedBy: Confirmer | null;
	/** Nobody has confirmed it for long. */
	old: boolean;
	attribution: string | null;
	photos: PhotoView[];
	/** Whether its reader looks after it. */
	editable: boolean;
	/** Of the invented Sweden: nobody's. */
	invented: boolean;
	/** When the page was made, unix seconds. */
	now: number;
}
