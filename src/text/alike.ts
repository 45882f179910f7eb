import { m } from './generated/messages.js';

/** What speaks for two entries being one, in words; what speaks against it is not said here. */
const said: [RegExp, () => string][] = [
	[/^number_same$/, m.alike_number],
	[/^name_same$/, m.alike_name_same],
	[/^name_(spelled|near|misspelt|initials|more|alike)$/, m.alike_name],
	[/^(page_same|domain_same)$/, m.alike_page],
	[/^email_same$/, m.alike_email],
	[/^phone_same$/, m.alike_phone],
	[/^street_same$/, m.alike_street],
	[/^place_near$/, m.alike_near],
	[/^host_same$/, m.alike_host],
];

/** Why an entry may be another: "Samma namn, samma webbplats." */
export function alikeWhy(reasons: readonly string[]): string {
	const words = reasons.flatMap((reason) => said.find(([pattern]) => pattern.test(reason))?.[1]() ?? []);
	const [first = '', ...rest] = [...new Set(words)];
	return first && `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}
