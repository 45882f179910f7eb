import type { Section } from '#planning/section.ts';
import { getLocale } from '#text/generated/runtime.js';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { changeSection } from './change.ts';
import { diversitySection } from './diversity.ts';
import { gapsSection } from './gaps.ts';
import { hereSection } from './here.ts';
import { partsSection } from './parts.ts';
import { reachSection } from './reach.ts';
import { travelSection } from './travel.ts';
import { useSection } from './use.ts';
import { whomSection } from './whom.ts';

/** Answers one question about an area. Keys of its tables are or begin with its own: `use-week` is the section `use`'s. */
interface Maker {
	/** Null where there is nothing that it could tell of. */
	make: (site: Site, asked: Asked) => Promise<Section | null>;
	/** Whether it can be told as of an earlier month: its figures were kept. */
	kept?: true;
}

/** The report's sections by key, in their order. */
const makers: Record<string, Maker> = {
	here: { make: hereSection, kept: true },
	reach: { make: reachSection },
	travel: { make: travelSection },
	gaps: { make: gapsSection },
	diversity: { make: diversitySection },
	parts: { make: partsSection },
	use: { make: useSection },
	whom: { make: whomSection, kept: true },
	change: { make: changeSection },
};

const told = ({ kept }: Maker, { month }: Asked) => month === null || kept;

/** Reports that are kept as they were made: some hundred kilobytes each. */
const MOST_KEPT = 40;
const kept = new Map<string, Promise<Section[]>>();

/** The whole report. It is made once for as long as what it tells of stays as it is. */
export async function sectionsOf(site: Site, asked: Asked): Promise<Section[]> {
	const { answer: reading } = await site.planning.ask('asOf', null);
	const key = JSON.stringify([site.store.folder, reading, getLocale(), { ...asked, parts: null }]);
	const known = kept.get(key) ?? made(site, asked);
	kept.delete(key);
	kept.set(key, known);
	known.catch(() => kept.delete(key));
	const [oldest] = kept.keys();
	if (kept.size > MOST_KEPT) kept.delete(oldest!);
	return known;
}

async function made(site: Site, asked: Asked): Promise<Section[]> {
	const makes = Object.values(makers).filter((maker) => told(maker, asked));
	const sections = await Promise.all(makes.map(({ make }) => make(site, asked)));
	return sections.filter((section) => section !== null);
}

/** The section that has a table, or null where it is not told. */
export async function sectionWith(site: Site, asked: Asked, table: string): Promise<Section | null> {
	const key = Object.keys(makers).find((one) => table === one || table.startsWith(`${one}-`));
	return key && told(makers[key]!, asked) ? makers[key]!.make(site, asked) : null;
}
