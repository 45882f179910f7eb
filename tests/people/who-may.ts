/**
 * Who may do what, address by address: what each is answered. `own` lies in an entry they look after, or in a
 * municipality they work for; `other` does not. A cell is the status, `in` (asked to sign in first), or two of them,
 * `own/other`. What is not theirs is not found.
 *
 * `who-may.test.ts` holds it against the files of src/routes, `e2e/who-may.spec.ts` against the running site.
 */
export const roles = ['visitor', 'person', 'editor', 'owner', 'reviewer', 'administrator', 'operator'] as const;
export type Who = (typeof roles)[number];

/** What is done at an address: read, an action of its form (`?/name`, or `POST` for the only one), or a method. */
export interface Line {
	cells: string;
	/** What the form holds. It is chosen so that who is let in changes nothing: most are refused as incomplete (400). */
	form?: Record<string, string>;
	/** What a script of ours sends instead of a form. */
	json?: object;
	/** Who does it is nobody afterwards: signed out, or erased. */
	spends?: true;
}

const all = (cell: string) => roles.map(() => cell).join(' ');
const everybody = { cells: all('200') };
const signedIn = (cell: string) => ['in', ...roles.slice(1).map(() => cell)].join(' ');

/** An entry's page, and what it is kept by. */
const entry: Record<string, Record<string, Line>> = {
	'': { GET: everybody },
	'/fel': { GET: everybody, POST: { cells: all('400'), form: { what: 'nonsense', made: '1' } } },
	'/andra': { GET: { cells: 'in 404 200/404 200/404 200/404 200/404 200' } },
	'/andra/[part]': {
		GET: { cells: 'in 404 200/404 200/404 200/404 200/404 200' },
		POST: { cells: 'in 404 400/404 400/404 400/404 400/404 400', form: { seen: 'nonsense' } },
	},
	'/andra/bilder': {
		GET: { cells: 'in 404 200/404 200/404 200/404 200/404 200' },
		'?/add': { cells: 'in 404 400/404 400/404 400/404 400/404 400', form: { alt: '' } },
		'?/save': { cells: 'in 404 400/404 400/404 400/404 400/404 400', form: { seen: '' } },
	},
	'/historik': { GET: { cells: 'in 404 200/404 200/404 200/404 200/404 200' } },
	'/personer': {
		GET: { cells: 'in 404 404 200/404 200/404 200/404 200' },
		'?/invite': { cells: 'in 404 404 400/404 400/404 400/404 400' },
		'?/withdraw': { cells: signedIn('404'), form: { person: '0' } },
		'?/take': { cells: signedIn('404'), form: { person: '0' } },
		'?/hand_over': { cells: signedIn('404'), form: { person: '0' } },
	},
	'/kontaktpersoner': {
		GET: { cells: 'in 404 200/404 200/404 200/404 200/404 200' },
		'?/ask': { cells: 'in 404 400/404 400/404 400/404 400/404 400' },
		'?/remove': { cells: signedIn('404'), form: { contact: '0' } },
	},
	'/skota': {
		GET: { cells: signedIn('200') },
		'?/ask': { cells: signedIn('400') },
		'?/code': { cells: signedIn('400') },
	},
};
const of = (path: string, pages: string[]) => Object.fromEntries(pages.map((page) => [path + page, entry[page]!]));

const desk = { GET: { cells: 'in 404 404 404 200/404 200/404 200' } };
/** What is asked to be decided there was decided already, or has changed under it. */
const decide = (decision: string) => ({
	...desk,
	POST: { cells: 'in 404 404 404 409/404 409/404 409', form: { decision } },
});

export const whoMay: Record<string, Record<string, Line>> = {
	'/': { GET: everybody },
	'/sok': { GET: everybody },
	'/kommuner': { GET: everybody },
	'/kommun/[slug]': { GET: everybody },
	'/planering': { GET: everybody },
	'/planering/[area]': { GET: everybody },
	'/planering/[area]/fil/[file]': { GET: everybody },
	'/planering/[area]/tank-om': {
		GET: { cells: 'in 404 404 404 200/404 200/404 200' },
		'?/save': { cells: 'in 404 404 404 400/404 400/404 400' },
	},
	'/planering/[area]/tank-om/sparade': {
		GET: { cells: 'in 404 404 404 200/404 200/404 200' },
		'?/rename': { cells: signedIn('404'), form: { id: '0' } },
		'?/remove': { cells: signedIn('404'), form: { id: '0' } },
	},
	// Nothing is chosen to be compared.
	'/planering/[area]/tank-om/jamfor': { GET: { cells: 'in 404 404 404 303/404 303/404 303' } },
	'/planering/metod': { GET: everybody },
	'/planering/rita': { GET: everybody, POST: { cells: all('400'), form: { text: '' } } },
	'/teman': { GET: everybody },
	'/tema/[slug]': { GET: everybody },
	'/om': { GET: everybody },
	'/integritet': { GET: everybody },
	'/tillganglighet': { GET: everybody },
	'/offline': { GET: everybody },
	'/manifest.webmanifest': { GET: everybody },
	'/opensearch.xml': { GET: everybody },
	'/robots.txt': { GET: everybody },
	'/sitemap.xml': { GET: everybody },

	...of('/forening/[slug]', [
		'',
		'/fel',
		'/andra',
		'/andra/[part]',
		'/andra/bilder',
		'/personer',
		'/kontaktpersoner',
		'/historik',
		'/skota',
	]),
	...of('/lokal/[slug]', [
		'',
		'/fel',
		'/andra',
		'/andra/[part]',
		'/andra/bilder',
		'/personer',
		'/kontaktpersoner',
		'/historik',
		'/skota',
	]),
	...of('/aktivitet/[slug]', [
		'',
		'/fel',
		'/andra',
		'/andra/[part]',
		'/andra/bilder',
		'/personer',
		'/kontaktpersoner',
		'/historik',
	]),

	// A picture that is nobody's; `e2e/parts` sees to one that waits.
	'/bild/[file]': { GET: { cells: all('404') } },

	// Opened by a key that the machine's operator alone can read: no role helps.
	'/brevlada': { GET: { cells: all('404') } },
	'/logga-in': { GET: { cells: '200 303 303 303 303 303 303' }, POST: { cells: '400 303 303 303 303 303 303' } },
	// Who has asked for no code is led to where one asks.
	'/logga-in/kod': { GET: { cells: all('303') }, POST: { cells: all('303') } },
	'/logga-in/lank': { GET: everybody, POST: { cells: all('400') } },
	// Who has no sign-in of their own has no such address.
	'/logga-in/kommun/[slug]': { GET: { cells: all('404') } },
	'/logga-in/kommun/[slug]/svar': { GET: { cells: all('404') } },
	// Who is held back until they sign in by more than a letter; nobody is, unless an operator demands it.
	'/logga-in/stark': { GET: { cells: all('303') }, '?/out': { cells: all('303') } },
	// Who has just signed in has nothing to show anew, and is led on to what they were about to do.
	'/logga-in/bekrafta': { GET: { cells: signedIn('303') }, POST: { cells: signedIn('307') } },
	'/logga-in/igen': { GET: { cells: all('303') }, POST: { cells: all('200') } },
	'/logga-in/nyckel': { POST: { cells: all('200'), json: {} }, PUT: { cells: all('400'), json: {} } },
	'/konto': {
		GET: { cells: signedIn('200') },
		'?/name': { cells: signedIn('400'), form: { name: 'x'.repeat(200) } },
		'?/reminders': { cells: signedIn('303'), form: { want: 'yes' } },
		'?/end': { cells: signedIn('303'), form: { session: '0' } },
		'?/key_name': { cells: signedIn('404'), form: { passkey: '0', name: 'x' } },
		'?/key_remove': { cells: signedIn('404'), form: { passkey: '0' } },
		'?/out': { cells: signedIn('303'), spends: true },
	},
	'/konto/nyckel': { POST: { cells: signedIn('200'), json: {} }, PUT: { cells: signedIn('400'), json: { name: 'x' } } },
	// Without the link of a letter it is one's own entries that are asked about.
	'/paminnelse': { GET: { cells: signedIn('200') }, POST: { cells: signedIn('303'), form: { uppslag: '0' } } },
	'/paminnelse/stangd': {
		GET: { cells: 'in 404 200 200 404 404 404' },
		'?/close': { cells: signedIn('404'), form: { uppslag: '0' } },
		'?/reopen': { cells: signedIn('404'), form: { uppslag: '0' } },
	},
	'/paminnelse/nej': { GET: everybody, POST: { cells: all('404') } },
	'/konto/ta-bort': { GET: { cells: signedIn('200') }, POST: { cells: signedIn('303'), spends: true } },
	'/konto/uppgifter': { GET: { cells: signedIn('200') } },

	'/registrera': { GET: everybody },
	'/registrera/adresser': { GET: everybody },
	'/registrera/tolka': { POST: { ...everybody, form: { part: 'when', 'when.said': 'varje tisdag 18-20' } } },
	'/registrera/ny/[kind]': { GET: everybody, POST: { cells: all('400'), form: { made: '1' } } },
	// A draft is its owner's, and of nobody else whatever their role.
	'/registrera/[id]': { GET: { cells: signedIn('404') } },
	'/registrera/[id]/[part]': { GET: { cells: signedIn('404') }, POST: { cells: signedIn('404') } },
	'/registrera/[id]/bilder': {
		GET: { cells: signedIn('404') },
		'?/add': { cells: signedIn('404') },
		'?/save': { cells: signedIn('404') },
	},
	'/registrera/[id]/lika': { GET: { cells: signedIn('404') } },
	'/registrera/[id]/skicka': { GET: { cells: signedIn('404') }, POST: { cells: signedIn('404') } },
	'/registrera/[id]/sparat': {
		GET: { cells: signedIn('404') },
		'?/letter': { cells: signedIn('404') },
		'?/drop': { cells: signedIn('404') },
	},

	'/granska': { GET: { cells: 'in 404 404 404 200 200 200' } },
	'/granska/installningar': { GET: { cells: 'in 404 404 404 404 200 200' } },
	'/granska/installningar/[slug]': {
		GET: { cells: 'in 404 404 404 404 200/404 200' },
		'?/invite': { cells: 'in 404 404 404 404 400/404 400' },
		'?/withdraw': { cells: signedIn('404'), form: { person: '0' } },
		'?/take': { cells: signedIn('404'), form: { person: '0' } },
		'?/publish': { cells: 'in 404 404 404 404 303/404 303', form: { publish: 'wait' } },
	},
	'/granska/drift': {
		// Who came by a letter can't demand more than a letter of others.
		'?/sign_in': { cells: 'in 404 404 404 404 404 409', form: { demand: 'strong' } },
		GET: { cells: 'in 404 404 404 404 404 200' },
		'?/invite': { cells: 'in 404 404 404 404 404 400' },
		'?/withdraw': { cells: signedIn('404'), form: { person: '0' } },
		'?/take': { cells: signedIn('404'), form: { person: '0' } },
	},
	// Opened by the link of a letter alone, whoever holds it.
	'/kontaktperson': { GET: everybody, POST: { cells: all('404'), form: { answer: 'yes' } } },
	// Whose address it was sent to, and nobody else whatever their role.
	'/inbjudan/[id]': { GET: { cells: signedIn('404') }, POST: { cells: signedIn('404'), form: { answer: 'yes' } } },
	'/granska/[id]': decide('published'),
	'/granska/ansprak/[id]': decide('given'),
	// Followed by a secret that nobody here has.
	'/folj': { GET: { cells: all('404') }, '?/forget': { cells: all('404'), form: { nyckel: 'x' } } },
	'/foresla': { GET: everybody, POST: { cells: all('400') } },
	'/granska/fel/[id]': decide('mended'),
	'/granska/forslag/[id]': decide('added'),
	'/granska/inlasning': {
		GET: { cells: 'in 404 404 404 200 200 200' },
		POST: { cells: 'in 404 404 404 400 400 400' },
	},
	// That register was dropped already.
	'/granska/inlasning/[id]': {
		...desk,
		'?/mapping': { cells: 'in 404 404 404 400/404 400/404 400' },
		'?/publish': { cells: 'in 404 404 404 409/404 409/404 409' },
		'?/drop': { cells: 'in 404 404 404 409/404 409/404 409' },
		'?/undo': { cells: 'in 404 404 404 409/404 409/404 409' },
	},
	'/granska/underlag': {
		GET: { cells: 'in 404 404 404 200 200 200' },
		'?/receive': { cells: 'in 404 404 404 400 400 400' },
		'?/remove': { cells: signedIn('404'), form: { level: 'nonsense' } },
	},
	// That file was dropped already.
	'/granska/underlag/[id]': {
		GET: { cells: 'in 404 404 404 200/404 200/404 200' },
		'?/reading': { cells: 'in 404 404 404 409/404 409/404 409' },
		'?/publish': { cells: 'in 404 404 404 409/404 409/404 409' },
		'?/drop': { cells: 'in 404 404 404 409/404 409/404 409' },
		'?/undo': { cells: 'in 404 404 404 409/404 409/404 409' },
	},
	'/granska/registrering/[id]': decide('published'),
	'/granska/dubbletter': { GET: { cells: 'in 404 404 404 200 200 200' } },
	// What is asked was asked of the two as they stood before.
	'/granska/dubbletter/[pair]': {
		...desk,
		'?/merge': { cells: 'in 404 404 404 409/404 409/404 409', form: { seen: 'x' } },
		'?/apart': { cells: 'in 404 404 404 303/404 303/404 303' },
	},
	// That merge was taken back already.
	'/granska/dubbletter/angra/[id]': { ...desk, POST: { cells: 'in 404 404 404 409/404 409/404 409' } },
	'/granska/tysta': {
		GET: { cells: 'in 404 404 404 200 200 200' },
		// What has gone meanwhile keeps nobody from the next: nothing is confirmed then.
		'?/confirm': { cells: signedIn('303'), form: { id: '0' } },
		'?/close': { cells: signedIn('404'), form: { id: '0' } },
		'?/reopen': { cells: signedIn('404'), form: { id: '0' } },
	},
	'/granska/spar': { GET: { cells: 'in 404 404 404 200 200 200' } },
	'/granska/spar/[format]': { GET: { cells: 'in 404 404 404 200 200 200' } },
	'/granska/ansprak/[id]/brev': desk,
	'/granska/ansprak/[id]/brev/pdf': { POST: { cells: 'in 404 404 404 409/404 409/404 409' } },
};

/** The cell of a line for somebody, for what is their own and for what is another's. */
export function cellOf({ cells }: Line, who: Who): { own: string; other: string } {
	const words = cells.split(' ');
	if (words.length !== roles.length) throw new Error(`A line of ${words.length} cells: ${cells}`);
	const [own, other = own] = words[roles.indexOf(who)]!.split('/');
	return { own: own!, other: other! };
}
