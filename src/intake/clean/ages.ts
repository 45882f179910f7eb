import type { Audience } from '../../domain/taxonomies.ts';

/** For whom something is, by its labels. */
export interface Reached {
	ages: { min: number; max: number } | null;
	audiences: Audience[];
}

const GROUPS: readonly [RegExp, Audience][] = [
	[/\bbarn|barnverk|förskol|knatte|babysim/i, 'children'],
	[/ungdom|tonår|\bungd\b|juniorer/i, 'youth'],
	[/familj|föräldra/i, 'families'],
	[/pensionär|senior(?!scout)|äldre/i, 'seniors'],
	[/kvinno|kvinnor|flickor|tjej|\bdamer\b/i, 'women'],
	[/^män$|\bpojkar\b|\bherrar\b|manskör/i, 'men'],
	[/invandr|nyanländ|flykting|integration/i, 'newcomers'],
	[/funktions|handikapp|parasport/i, 'disability'],
	[/hbtq|\brfsl\b/i, 'lgbtq'],
];

/** Ages ("Verksamhet för denna åldersgrupp (13-20 år)") and groups that labels name. All ages together are "everyone". */
export function reached(labels: readonly string[]): Reached {
	const spans = labels.map(spanOf).filter((span) => span !== null);
	const audiences = new Set<Audience>();
	for (const label of labels) for (const [pattern, group] of GROUPS) if (pattern.test(label)) audiences.add(group);
	if (spans.length === 0) return { ages: null, audiences: [...audiences].sort() };
	const min = Math.min(...spans.map((span) => span.min));
	const max = Math.max(...spans.map((span) => span.max));
	if (min <= 6 && max >= 65) return { ages: null, audiences: ['everyone'] };
	return { ages: { min, max: Math.min(max, 120) }, audiences: [...audiences].sort() };
}

/** "(13-20 år)", "7-25 år", "65+": the last span that a label names, when it can be one of ages. */
function spanOf(label: string): { min: number; max: number } | null {
	const span = [...label.matchAll(/(\d{1,3})\s?[-–]\s?(\d{1,3})(?=\s?år|\)|$)/g)].at(-1);
	const open = /(\d{1,2})\s?\+|från (\d{1,2}) år/.exec(label);
	const min = Number(span?.[1] ?? open?.[1] ?? open?.[2] ?? Number.NaN);
	const max = span ? Number(span[2]) : 120;
	return min <= max && min <= 110 && max <= 150 ? { min, max: Math.min(max, 120) } : null;
}
