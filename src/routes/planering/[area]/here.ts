import { loadGeography } from '#db/geography/index.ts';
import { kinds } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { SMALL } from '#planning/mask.ts';
import { figure } from '#planning/measures.ts';
import type { Section } from '#planning/section.ts';
import type { HereAnswer } from '#planning/topics/here.ts';
import { listed, lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { themeLabel } from '#text/labels.ts';
import { basesSaid, daySaid, rateSaid } from '#text/planning-here.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { herePictures } from './here-pictures.ts';
import { hereTables } from './here-tables.ts';

const groups = new Map(loadGeography().skrGroups.map(({ code, name }) => [code as string, name]));

/** What there is, beside similar municipalities, and what the figures tell of. */
export async function hereSection(site: Site, { area, month }: Asked): Promise<Section> {
	const { answer } = await site.planning.ask('here', { area, month });
	const section = { key: 'here', title: m.plan_here_title(), pictures: [], tables: [] };
	if (!answer) return { ...section, sentences: [m.plan_here_not_kept()] };
	const about = aboutOf({
		at: answer.at,
		source: m.plan_here_source(),
		uncertainty: [m.plan_here_uncertain(), ...(answer.estimated ? [m.plan_here_part_uncertain()] : [])].join(' '),
		label: m.plan_here_method(),
		method: 'what-is-here',
	});
	const empty = kinds.every((kind) => figure(answer.tally, kind) === 0);
	return {
		...section,
		sentences: [
			...(month === null ? [] : [m.plan_here_month({ date: daySaid(answer.at) })]),
			...sentences(answer, area),
		],
		pictures: empty ? [] : herePictures(answer, area.name, about),
		tables: hereTables(answer, area.name, about),
	};
}

function sentences(answer: HereAnswer, { name, kind }: Asked['area']): string[] {
	const { tally, population, register, unplaced } = answer;
	const said: string[] = [
		kinds.every((one) => figure(tally, one) === 0) ? m.plan_here_none({ name }) : leadSaid(answer, name),
	];
	if (population >= SMALL && figure(tally, 'organisation') > 0) said.push(ratesSaid(answer));
	said.push(...peersSaid(answer));
	if (register) {
		const shown = basesSaid(kinds.map((one) => register.bases[one]));
		said.push(
			...(kind === 'municipality'
				? shown
				: [m.plan_here_basis_of({ name: register.name, said: lowerFirst(shown.join(' ')) })]),
		);
	}
	if (kind === 'municipality') said.push(readSaid(answer));
	said.push(...missingSaid(answer), ...worthSaid(answer), ...ruralSaid(answer));
	if (unplaced > 0) said.push(m.plan_here_unplaced({ count: number(unplaced) }));
	return said;
}

const shownOf = (count: number) => ({ count, shown: number(count) });
const organisationsSaid = (count: number) =>
	count === 0 ? m.plan_here_no_organisations() : m.plan_here_organisations(shownOf(count));
const venuesSaid = (count: number) => (count === 0 ? m.plan_here_no_venues() : m.plan_here_venues(shownOf(count)));
const activitiesSaid = (count: number) =>
	count === 0 ? m.plan_here_no_activities() : m.plan_here_activities(shownOf(count));

const leadSaid = ({ tally }: HereAnswer, name: string) =>
	m.plan_here_lead({
		name,
		organisations: organisationsSaid(figure(tally, 'organisation')),
		venues: venuesSaid(figure(tally, 'venue')),
		activities: activitiesSaid(figure(tally, 'activity')),
	});

function ratesSaid({ tally, population }: HereAnswer): string {
	const rate = (kind: 'organisation' | 'venue' | 'activity') => rateSaid((figure(tally, kind) / population) * 1000);
	return m.plan_here_rate({
		organisations: rate('organisation'),
		venues: rate('venue'),
		activities: rate('activity'),
	});
}

function peersSaid({ peers, kinds: beside }: HereAnswer): string[] {
	if (!peers) return [];
	const group = groups.get(peers.group)?.[getLocale() === 'sv' ? 'sv' : 'en'] ?? peers.group;
	if (peers.codes.length === 0) return [m.plan_here_peers_none({ group })];
	const rule = {
		group,
		from: number(peers.from),
		to: number(peers.to),
		all: number(peers.codes.length),
	};
	const used = { all: number(peers.codes.length), used: number(peers.usable) };
	const how = [
		peers.rule === 'size' ? m.plan_here_peers_size(rule) : m.plan_here_peers_nearest(rule),
		peers.usable > 0 ? m.plan_here_peers_used({ ...used, count: peers.usable }) : m.plan_here_peers_unused(used),
	];
	const spread = beside.find(({ measure }) => measure === 'organisation')?.spread;
	if (!spread) return how;
	const { count, lower, median, upper } = spread;
	return [
		m.plan_here_peers({
			count: number(count),
			lower: rateSaid(lower),
			median: rateSaid(median),
			upper: rateSaid(upper),
		}),
		...how,
	];
}

function readSaid({ registers }: HereAnswer): string {
	const last = Math.max(0, ...registers.map(({ readAt }) => readAt));
	return last > 0 ? m.plan_here_read({ date: daySaid(last) }) : m.plan_here_never_read();
}

/** So many themes are named. */
const NAMED = 5;

function missingSaid({ missing }: HereAnswer): string[] {
	if (missing.length === 0) return [];
	const names = missing.slice(0, NAMED).map(({ measure }) => lowerFirst(themeLabel(measure.split('.')[2] as Theme)));
	return [m.plan_here_missing({ themes: listed(names) })];
}

function worthSaid({ worth, parts }: HereAnswer): string[] {
	if (!worth || parts.length === 0) return [];
	const { sound, few, alone, unread, unconfirmed, none, thin } = worth.organisation;
	const said = (count: number, words: (said: { count: string }) => string) =>
		count > 0 ? [words({ count: number(count) })] : [];
	const told = [
		...said(sound + few + alone, m.plan_here_worth_sound),
		...said(unread, m.plan_here_worth_unread),
		...said(unconfirmed, m.plan_here_worth_unconfirmed),
		...said(none + thin, m.plan_here_worth_thin),
	];
	const all = Object.values(worth.organisation).reduce((sum, count) => sum + count, 0);
	return [m.plan_here_worth({ all: number(all), parts: listed(told) })];
}

function ruralSaid({ where }: HereAnswer): string[] {
	const outside = where.find((row) => row.where === 'outside');
	if (!outside?.persons || where.length < 2) return [];
	return [
		m.plan_here_rural({
			persons: number(Math.round(outside.persons)),
			venues: venuesSaid(outside.counts.venue),
			activities: activitiesSaid(outside.counts.activity),
		}),
	];
}
