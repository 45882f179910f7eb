import type { AccessFact } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';

const questions: Record<AccessFact, () => string> = {
	step_free_entrance: m.access_ask_step_free_entrance,
	ramp: m.access_ask_ramp,
	door_width_cm: m.access_ask_door_width_cm,
	lift: m.access_ask_lift,
	accessible_toilet: m.access_ask_accessible_toilet,
	hearing_loop: m.access_ask_hearing_loop,
	tactile_signs: m.access_ask_tactile_signs,
	quiet: m.access_ask_quiet,
	low_stimulus: m.access_ask_low_stimulus,
	accessible_parking: m.access_ask_accessible_parking,
	wheelchair_places: m.access_ask_wheelchair_places,
};

/** The question that a fact on accessibility answers. */
export const accessQuestion = (fact: AccessFact): string => questions[fact]();

/** Whether the answer is a number. */
export const isMeasured = (fact: AccessFact): boolean => fact === 'door_width_cm' || fact === 'wheelchair_places';
