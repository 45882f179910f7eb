import { redirect } from '@sveltejs/kit';
import { decideReport, reportToReview } from '#domain/error-report.ts';
import { listingPath } from '#domain/paths.ts';
import type { ReportWhat } from '#domain/report-whats.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { answerLetter } from '../../../../mail/told-letters.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { textOf } from '../../../listing.ts';
import { ownAccount } from '../../../personal.ts';
import { deskPlace, goingOn } from '../../desk.ts';
import { entryFacts } from '../../entry-facts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const { report, listing, beside } = await reportToReview(site.store, actor, idOf(event.params.id));
	const told = ({ id, what, message, at }: { id: number; what: ReportWhat; message: string; at: number }) => ({
		...{ id, what, message, at },
	});
	return {
		...told(report),
		state: report.state,
		reply: report.replyTo,
		entry: listing && {
			name: textOf(listing, locale).name,
			path: listingPath(listing.kind, listing.slug),
			facts: entryFacts(listing, report.what),
			gone: listing.archivedAt !== null,
		},
		beside: beside.map(told),
		desk: await deskPlace(event, 'report', report.id),
		now: site.now(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const id = idOf(event.params.id);
		const { decision = '', words = '' } = await formOf(event.request);
		const next = await goingOn(event, 'report', id);
		try {
			await decideReport(
				site.store,
				actor,
				id,
				{ decision, words },
				{
					now: site.now(),
					letter: ({ report: { replyTo, locale }, listing, state, words: said }) =>
						answerLetter({
							...{ recipient: replyTo, locale, answer: state, words: said },
							name: listing ? textOf(listing, locale).name : m.review_gone({}, { locale }),
							href: listing && site.address(localizeHref(listingPath(listing.kind, listing.slug), { locale })),
						}),
				},
			);
		} catch (reason) {
			return refused(reason, { words }, event.setHeaders);
		}
		redirect(303, next);
	},
};
