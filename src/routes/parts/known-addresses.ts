import type { KnownAddress } from '#components/parts/known-address.ts';
import type { Site } from '#site';

const MOST = 8;

/** Addresses that hold a text, in a municipality if it is one: venues by street or name, then a postcode, then settlements. */
export async function knownAddresses(site: Site, q: string, municipality: string): Promise<KnownAddress[]> {
	const own = site.places.isMunicipality(municipality) ? municipality : null;
	const venues = own ? (await site.store.addresses.at(own, q, MOST)).map(ofVenue) : [];
	const post = ofPostcode(site, q, own);
	const places = site.places.suggest(q).filter(({ municipality: { code } }) => !own || code === own);
	return [...venues, ...(post ? [post] : []), ...places.flatMap(ofPlace)].slice(0, MOST);
}

type Venue = Awaited<ReturnType<Site['store']['addresses']['at']>>[number];

const ofVenue = ({ name, street, postcode, postTown, locality, lon, lat, precision }: Venue): KnownAddress => ({
	...{ street, postcode, postTown, locality, lon, lat },
	said: [street, locality ?? postTown].filter(Boolean).join(', '),
	of: name,
	exact: precision === 'exact',
});

function ofPostcode(site: Site, q: string, municipality: string | null): KnownAddress | null {
	const postcode = q.replace(/\s/g, '');
	const postTown = /^\d{5}$/.test(postcode) ? site.places.postTownOf(postcode) : null;
	if (!postTown || !municipality) return null;
	const at = site.places.locate({ municipality, locality: null, postcode, postTown });
	if (!at) return null;
	const said = `${postcode.slice(0, 3)} ${postcode.slice(3)} ${postTown}`;
	return {
		...{ said, of: null, street: null, postcode, postTown, locality: null },
		lon: at.lon,
		lat: at.lat,
		exact: false,
	};
}

type Place = ReturnType<Site['places']['suggest']>[number];

const ofPlace = ({ kind, name, lon, lat, municipality }: Place): KnownAddress[] =>
	kind === 'municipality'
		? []
		: [
				{
					...{ said: name, of: municipality.name, street: null, postcode: null, postTown: null, locality: name },
					...{ lon, lat, exact: false },
				},
			];
