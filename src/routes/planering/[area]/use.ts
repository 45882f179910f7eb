import type { Section } from '#planning/section.ts';
import type { UseAnswer } from '#planning/topics/use.ts';
import { civilDay, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { shareSaid } from '#text/planning.ts';
import { hoursSaid } from '#text/planning-use.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { most, usePictures } from './use-pictures.ts';
import { useTables } from './use-tables.ts';

/** How the premises of an area are used, which stand empty, and who could meet there. */
export async function useSection(site: Site, { area }: Asked): Promise<Section> {
	const { answer, at } = await site.planning.ask('use', { area });
	const about = (label: string) =>
		aboutOf({
			...{ at, label, source: m.plan_use_source(), uncertainty: m.plan_use_uncertain() },
			method: 'use-of-premises',
		});
	return {
		key: 'use',
		title: m.plan_use_title(),
		sentences: sentences(answer, area.name),
		pictures: answer.venues.all ? usePictures(answer, about(m.plan_use_method())) : [],
		tables: useTables(answer, about(m.plan_use_method()), about(m.plan_use_method_pairs())),
	};
}

function sentences(answer: UseAnswer, name: string): string[] {
	return [lead(answer, name), ...(answer.venues.all ? ofVenues(answer) : []), ...ofSeekers(answer)];
}

function lead({ venues, open, used, idle }: UseAnswer, name: string): string {
	if (!venues.all) return m.plan_use_no_venues({ name });
	if (!venues.known) return m.plan_use_no_hours({ name });
	if (!open) return m.plan_use_closed({ name });
	if (!used) return m.plan_use_lead_idle({ name, open: hoursSaid(open) });
	const share = shareSaid(idle / open);
	return m.plan_use_lead({ name, share, open: hoursSaid(open), used: hoursSaid(used), idle: hoursSaid(idle) });
}

function ofVenues(answer: UseAnswer): string[] {
	const { venues, open, outside, takenUnknown, period, silentCount } = answer;
	const { all, known, agreement, unknown } = venues;
	const said: string[] = [m.plan_use_known({ all: number(all), known: number(known) })];
	if (unknown) said.push(m.plan_use_unknown(counted(unknown)));
	if (agreement) said.push(m.plan_use_agreement(counted(agreement)));
	if (open) {
		const { when, hours } = most(answer);
		said.push(
			m.plan_use_period({ first: civilDay(period.firstDay), last: civilDay(period.lastDay) }),
			m.plan_use_most({ when, hours: hoursSaid(hours) }),
		);
	}
	said.push(...besides(outside, takenUnknown));
	if (silentCount) said.push(m.plan_use_silent(counted(silentCount)));
	return said;
}

/** What goes on when nothing is known to be open. */
function besides(outside: number, unknown: number): string[] {
	if (outside && unknown) return [m.plan_use_outside({ outside: hoursSaid(outside), unknown: hoursSaid(unknown) })];
	if (outside) return [m.plan_use_outside_closed({ outside: hoursSaid(outside) })];
	return unknown ? [m.plan_use_outside_unknown({ unknown: hoursSaid(unknown) })] : [];
}

const counted = (count: number) => ({ count, shown: number(count) });

function ofSeekers({ organisations, homelessCount, placeless }: UseAnswer): string[] {
	const said: string[] = [];
	if (homelessCount && organisations)
		said.push(m.plan_use_homeless({ ...counted(homelessCount), all: number(organisations) }));
	else if (homelessCount) said.push(m.plan_use_homeless_part(counted(homelessCount)));
	else if (organisations !== null && organisations > 1) said.push(m.plan_use_homed({ all: number(organisations) }));
	if (placeless) said.push(m.plan_use_placeless(counted(placeless)));
	return said;
}
