import { type Audience, audiences, type Language, languages } from '../../domain/taxonomies.ts';
import { type Area, peopleIn } from '../area.ts';
import { ageBands } from '../ground.ts';
import { figure } from '../measures.ts';
import { agePersons, roundsAges } from '../part-ages.ts';
import type { Room } from '../room.ts';
import { type AgeRow, byAge, type Fragile, fragileThemes } from '../whom.ts';
import { countedIn } from './counted.ts';

export interface WhomQuestion {
	area: Area;
	month: string | null;
}

/** Whom the activities of an area are for, beside who lives there. */
export interface WhomAnswer {
	activities: number;
	/** Of these: how many tell nothing of ages, of whom they are for, of languages. */
	withoutAges: number;
	withoutAudience: number;
	withoutLanguage: number;
	ages: AgeRow[];
	/** Residents of each age are told to the nearest five. */
	rounded: boolean;
	audiences: { audience: Audience; activities: number; organisations: number }[];
	languages: { language: Language; activities: number; organisations: number }[];
	fragile: Fragile[];
	at: number;
}

/** Null where nothing was kept of that month or area. */
export async function whomTopic(room: Room, { area, month }: WhomQuestion): Promise<WhomAnswer | null> {
	const counted = await countedIn(room, area, month);
	if (!counted) return null;
	const { tally, at } = counted;
	return {
		activities: figure(tally, 'activity'),
		withoutAges: figure(tally, 'activity.ages.none'),
		withoutAudience: figure(tally, 'activity.audience.none'),
		withoutLanguage: figure(tally, 'activity.language.none'),
		// Of an earlier month the ages of the people were not kept; of drawn areas two that differ by a sliver would tell them of few.
		ages: byAge(tally, month === null && area.kind !== 'drawn' ? agesIn(room, area) : null, (persons) =>
			agePersons(area, persons),
		),
		rounded: roundsAges(area),
		audiences: audiences.map((audience) => ({
			audience,
			activities: figure(tally, `activity.audience.${audience}`),
			organisations: figure(tally, `organisation.audience.${audience}`),
		})),
		languages: languages
			.map((language) => ({
				language,
				activities: figure(tally, `activity.language.${language}`),
				organisations: figure(tally, `organisation.language.${language}`),
			}))
			.filter(({ activities, organisations }) => activities + organisations > 0)
			.sort((a, b) => b.activities - a.activities || b.organisations - a.organisations),
		fragile: fragileThemes(tally),
		at,
	};
}

/** A hundredth of the people may be of an age that nobody told. */
const UNTOLD = 0.01;

/** Residents by age band; null when the ages of some are not known. */
function agesIn(room: Room, area: Area): number[] | null {
	const { people } = room.ground;
	if (people.byAge.length < ageBands.length) return null;
	const rows = peopleIn(area, people);
	const sum = (of: Float64Array) => rows.reduce((total, row) => total + (of[row] || 0), 0);
	const bands = people.byAge.map(sum);
	const all = sum(people.persons);
	const told = bands.reduce((total, band) => total + band, 0);
	return Math.abs(told - all) <= all * UNTOLD ? bands : null;
}
