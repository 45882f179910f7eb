import { m } from './generated/messages.js';

const usual: [code: string, said: () => string][] = [
	['weekly', m.when_weekly],
	['weekly:2', m.when_biweekly],
	['even', m.when_even],
	['odd', m.when_odd],
	['weekly:3', () => m.when_weekly_n({ often: 3 })],
	['weekly:4', () => m.when_weekly_n({ often: 4 })],
	['monthly', m.when_monthly],
	['monthly_date', m.when_monthly_date],
	['daily', m.when_daily],
	['once', m.when_once],
];

const counted: Record<string, (said: { often: number }) => string> = {
	daily: m.when_daily_n,
	weekly: m.when_weekly_n,
	monthly: m.when_monthly_n,
	monthly_date: m.when_monthly_date_n,
};

/** How often something happens, to choose from; what stands there is among them. */
export function oftenOptions(now: string): { value: string; label: string }[] {
	const options = usual.map(([value, said]) => ({ value, label: said() }));
	const [rhythm = '', count] = now.split(':');
	if (!count || options.some(({ value }) => value === now)) return options;
	const label = counted[rhythm]?.({ often: Number(count) });
	return label ? [...options, { value: now, label }] : options;
}
