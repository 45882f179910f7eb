import type { Choice } from '#planning/choice.ts';
import { m } from './generated/messages.js';
import { audienceNames, languageNames, themeNames, venueKindNames } from './names.ts';

/** What is chosen, each in words; none when every place is meant. */
export const choiceSaid = (choice: Choice): string[] => [
	...choice.venueKind.map((kind) => venueKindNames[kind]()),
	...choice.theme.map((theme) => themeNames[theme]()),
	...choice.audience.map((audience) => audienceNames[audience]()),
	...choice.language.map((language) => languageNames[language]()),
	...(choice.stepFree ? [m.planning_step_free()] : []),
	...(choice.evening ? [m.planning_evening()] : []),
];
