import { Recent } from '#domain/recent.ts';
import type { Section } from '#planning/section.ts';
import { getLocale } from '#text/generated/runtime.js';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { changeSection } from './change.ts';
import { diversitySection } from './diversity.ts';
import { drawnSection } from './drawn.ts';
import { gapsSection } from './gaps.ts';
import { hereSection } from './here.ts';
import { partsSection } from './parts.ts';
import { reachSection } from './reach.ts';
import { travelSection } from './travel.ts';
import { useSection } from './use.ts';
import { whomSection } from './whom.ts';

/** Answers one question about an area. */
interface Maker {
	/** Null where there is nothing that it could tell of. */
	make: (site: Site, asked: Asked) => Promise<Section | null>;
	/** Whether it can be told as of an earlier month: its figures were kept. */
	kept?: true;
	/** Whether it is of whole municipalities, and so not of an area that was drawn. */
	whole?: true;
}

/** The report's sections, in their order. */
const makers: readonly Maker[] = [
	{ make: drawnSection },
	{ make: hereSection, kept: true },
	{ make: reachSection },
	{ make: travelSection },
	{ make: gapsSection },
	{ make: diversitySection },
	{ make: partsSection },
	{ make: useSection },
	{ make: whomSection, kept: true },
	{ make: changeSection, whole: true },
];

const told = ({ kept, whole }: Maker, { month, area }: Asked) =>
	(month === null || kept) && !(whole && area.kind === 'drawn');

/** Twice so many reports are kept as they were made: some hundred kilobytes each. */
const MOST_KEPT = 20;
const kept = new Recent<string, Promise<Section[]>>(MOST_KEPT);

/** The whole report. It is made once for as long as what it tells of stays as it is. */
export async function sectionsOf(site: Site, asked: Asked): Promise<Section[]> {
	const { answer: reading } = await site.planning.ask('asOf', null);
	kept.renew(`${site.store.folder} ${reading}`);
	return kept.of(JSON.stringify([getLocale(), { ...asked, parts: null }]), () => made(site, asked));
}

async function made(site: Site, asked: Asked): Promise<Section[]> {
	const makes = makers.filter((maker) => told(maker, asked));
	const sections = await Promise.all(makes.map(({ make }) => make(site, asked)));
	return sections.filter((section) => section !== null);
}
