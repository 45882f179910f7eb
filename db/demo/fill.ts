import type { Listing } from '../../src/domain/listing.ts';
import type { VenueKind } from '../../src/domain/taxonomies.ts';
import type { Locality } from '../geography/index.ts';
import { type Held, inventActivity } from './activities.ts';
import type { Chance } from './chance.ts';
import type { Density } from './density.ts';
import { inventOrganisation } from './organisations.ts';
import { neighboursOf } from './places.ts';
import { houseOf, organisationsOf, venuesOf } from './plan.ts';
import type { Setting } from './setting.ts';
import { homes } from './subjects/families.ts';
import type { Pattern } from './subjects/types.ts';
import { inventVenue } from './venues.ts';

interface House {
	id: number;
	listing: Listing;
}
/** `rooted`: made for its settlement, where it does first what it is known for. */
type Host = Held['host'] & { locality: Locality; own: House | null; left: Pattern[]; rooted: boolean };

/** Keeps an entry and gives its id, by which later ones refer to it. */
export type Create = (listing: Listing) => Promise<number>;

type Frame = Pick<Setting, 'chance' | 'now' | 'plain'>;

/** Invents one municipality: its associations, their houses and others, and what goes on. Gives how many entries. */
export async function fillMunicipality(create: Create, density: Density, frame: Frame): Promise<number> {
	const settings = settingsOf(density, frame);
	const hosts = await fillOrganisations(create, density, settings, frame.chance);
	const houses = await fillVenues(create, density, hosts, settings, frame.chance);
	const held = await fillActivities(create, density, hosts, houses, settings, frame.chance);
	return hosts.length + houses.length + held;
}

type Settings = (locality?: Locality) => Setting;

/** Entries fall on larger settlements more often, but every settlement has some. */
function settingsOf({ code, localities }: Density, frame: Frame): Settings {
	const bySize = localities.flatMap((locality) =>
		Array.from({ length: Math.max(2, Math.round(Math.sqrt(locality.population) / 12)) }, () => locality),
	);
	return (given) => {
		const locality = given ?? frame.chance.one(bySize);
		return { ...frame, code, locality, towards: frame.chance.one(neighboursOf(locality)) };
	};
}

async function fillOrganisations(
	create: Create,
	density: Density,
	settings: Settings,
	chance: Chance,
): Promise<Host[]> {
	const hosts: Host[] = [];
	for (const { what: subject, locality } of organisationsOf(density, chance)) {
		const setting = settings(locality);
		const organisation = inventOrganisation(subject, setting, { awake: !!locality });
		const id = await create(organisation.listing);
		const left = [...subject.activities];
		hosts.push({ ...organisation, id, subject, locality: setting.locality, own: null, left, rooted: !!locality });
	}
	return hosts;
}

async function fillVenues(
	create: Create,
	density: Density,
	hosts: Host[],
	settings: Settings,
	chance: Chance,
): Promise<House[]> {
	const houses: House[] = [];
	for (const host of hosts) {
		const pattern = houseOf(host.subject, density);
		if (!pattern || houses.length >= Math.ceil(density.venues / 2) || !(density.dense || chance.percent(70))) continue;
		const listing = inventVenue(pattern, host, settings(host.locality));
		host.own = { id: await create(listing), listing };
		houses.push(host.own);
	}
	for (const pattern of venuesOf(density, density.venues - houses.length, chance)) {
		const listing = inventVenue(pattern, null, settings());
		houses.push({ id: await create(listing), listing });
	}
	return houses;
}

async function fillActivities(
	create: Create,
	{ activities }: Density,
	hosts: Host[],
	houses: House[],
	settings: Settings,
	chance: Chance,
): Promise<number> {
	const where = chooser(houses, chance);
	let able = hosts.filter(({ listing }) => listing.kind === 'organisation' && !listing.dormant);
	let made = 0;
	for (let round = 0; made < activities && able.length > 0; round++) {
		for (const host of able) {
			if (made >= activities) break;
			const first = round === 0 && (host.rooted || chance.percent(60));
			const [pattern] = first ? host.left.splice(0, 1) : taken(host.left, chance);
			const venue = pattern!.online || host.subject.masked ? null : where(host);
			await create(inventActivity(pattern!, { host, venue }, settings(host.locality)));
			made++;
		}
		able = able.filter(({ left }) => left.length > 0);
	}
	return made;
}

const taken = (left: Pattern[], chance: Chance): Pattern[] => left.splice(chance.whole(0, left.length - 1), 1);

/** Finds where a host holds what it does: its own house, one that suits near by, one further away, or none. */
function chooser(houses: House[], chance: Chance): (host: Host) => House | null {
	const kindOf = (listing: Listing) => (listing.kind === 'venue' ? listing.venueKind : 'other');
	const byKind = Map.groupBy(houses, ({ listing }) => kindOf(listing));
	const byPlace = Map.groupBy(houses, ({ listing }) => `${kindOf(listing)} ${listing.locality}`);
	return ({ subject, own, listing, rooted }) => {
		if (own && chance.percent(80)) return own;
		const kinds: VenueKind[] = subject.at ?? homes[subject.family];
		const near = kinds.flatMap((kind) => byPlace.get(`${kind} ${listing.locality}`) ?? []);
		// The kinds stand in order of how well they suit.
		if (rooted) return near[0] ?? null;
		if (near.length && chance.percent(90)) return chance.one(near);
		const far = kinds.flatMap((kind) => byKind.get(kind) ?? []);
		return far.length && chance.percent(40) ? chance.one(far) : null;
	};
}
