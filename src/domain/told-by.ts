import type { Told } from './completeness.ts';
import type { Listing } from './listing.ts';

/** What an entry tells, as the rule of completeness looks at it. */
export function toldBy(listing: Listing): Told {
	const { kind, texts, homepage, email, phone, themes, audiences, languages, position, masked } = listing;
	return {
		...{ kind, themes, audiences, languages, masked },
		described: Object.values(texts).some((text) => Boolean(text?.description)),
		reached: Boolean(homepage ?? email ?? phone) || (listing.kind === 'activity' && listing.organisation !== null),
		precision: position?.precision ?? null,
		elsewhere: listing.kind === 'activity' && Boolean(listing.venue ?? listing.onlineUrl),
		access: listing.kind === 'venue' ? factsOf(listing) : 0,
		hours: listing.kind === 'venue' && listing.openingHours !== null,
		equipment: listing.kind === 'venue' ? [listing, ...listing.rooms].flatMap((one) => one.equipment).length : 0,
		times: listing.kind === 'activity' ? listing.schedules.length : 0,
		priced: listing.kind === 'activity' && (listing.free !== null || listing.price !== null),
	};
}

const factsOf = ({ access, rooms }: Extract<Listing, { kind: 'venue' }>): number =>
	[access, ...rooms.map((room) => room.access)].flatMap((facts) => Object.keys(facts)).length;
