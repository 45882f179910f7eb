// No zod here: pages import it.

/** A contact person as they are shown: what they have said yes to, and nothing else. */
export interface ContactView {
	name: string;
	/** What they are reached about: "Kontakt för språkcaféet". */
	role: string;
	phone: string | null;
	email: string | null;
}
