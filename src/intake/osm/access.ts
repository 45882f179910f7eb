import type { AccessFacts } from '../../domain/listing.ts';
import type { AccessFact, Equipment } from '../../domain/taxonomies.ts';
import type { Tags } from './kinds.ts';

/** Tags that answer a fact with yes or no, the first that is there counts. "limited" answers neither: it stays unknown. */
const answers: readonly [AccessFact, readonly string[]][] = [
	['step_free_entrance', ['wheelchair', 'entrance:wheelchair']],
	['ramp', ['ramp:wheelchair', 'ramp']],
	['lift', ['elevator', 'lift']],
	['accessible_toilet', ['toilets:wheelchair', 'wheelchair:toilets']],
	['hearing_loop', ['hearing_loop', 'audio_loop', 'deaf:induction_loop', 'hearing_impaired:induction_loop']],
	['tactile_signs', ['tactile_writing', 'tactile_paving']],
	['accessible_parking', ['parking:disabled', 'parking:wheelchair', 'capacity:disabled']],
];

const YES = new Set(['yes', 'designated', 'separate', 'automatic']);

/** The facts on accessibility that tags give. What no tag says is left out: unknown, not no. */
export function accessOf(tags: Tags): AccessFacts {
	const facts: AccessFacts = {};
	for (const [fact, keys] of answers) {
		const value = keys.map((key) => answer(tags[key])).find((it) => it !== null);
		if (value !== undefined && value !== null) facts[fact] = value;
	}
	const width = centimetres(tags['door:width'] ?? tags['entrance:width'] ?? tags['wheelchair:door_width']);
	if (width !== null) facts.door_width_cm = width;
	const places = count(tags['capacity:wheelchair']);
	if (places !== null) facts.wheelchair_places = places;
	return facts;
}

function answer(value: string | undefined): boolean | null {
	if (value === undefined) return null;
	if (YES.has(value) || /^[1-9]\d*$/.test(value)) return true;
	return value === 'no' || value === '0' ? false : null;
}

/** Widths are in metres unless a unit stands there (OpenStreetMap wiki, Key:width). */
function centimetres(value: string | undefined): number | null {
	const match = /^(\d+(?:[.,]\d+)?)\s*(m|cm|mm)?$/.exec(value?.trim() ?? '');
	if (!match) return null;
	const size = Number(match[1]!.replace(',', '.'));
	const unit = match[2] ?? (size > 3 ? 'cm' : 'm');
	const cm = Math.round(size * { m: 100, cm: 1, mm: 0.1 }[unit as 'm' | 'cm' | 'mm']);
	return cm >= 40 && cm <= 600 ? cm : null;
}

/** A count in a tag, or null. */
export const count = (value: string | undefined): number | null =>
	value && /^\d{1,5}$/.test(value.trim()) ? Number(value) : null;

/** The equipment that tags tell of. */
export function equipmentOf(tags: Tags): Equipment[] {
	const found: Equipment[] = [];
	if (tags.internet_access === 'wlan' || tags.internet_access === 'yes') found.push('wifi');
	if (tags.kitchen === 'yes') found.push('kitchen');
	if (tags.stage === 'yes') found.push('stage');
	if (tags.piano === 'yes') found.push('piano');
	if (tags.playground === 'yes') found.push('playground');
	if (tags.barbecue === 'yes' || tags.bbq === 'yes') found.push('barbecue');
	if (answer(tags.hearing_loop ?? tags.audio_loop)) found.push('hearing_loop');
	return found.sort();
}
