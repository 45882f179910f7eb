import { aboutReport, reportError } from '../src/domain/error-report.ts';
import { makeForm } from '../src/domain/form-token.ts';
import type { Store } from '../src/store/open.ts';

/** Tells of an error in an entry as a person does, without an address. */
export async function tellError(store: Store, listing: number, message: string, now: number): Promise<string> {
	const form = await makeForm(store, aboutReport(listing), now - 20);
	const { municipality } = (await store.listings.get(listing))!;
	const sender = { form, website: '', address: '192.0.2.1' };
	const letter = () => ({ kind: 'told.received', recipient: '', subject: '', text: '', html: '', usefulFor: 9 });
	return reportError(store, { id: listing, municipality }, { what: 'other', message }, sender, { now, locale: 'sv', letter });
}
