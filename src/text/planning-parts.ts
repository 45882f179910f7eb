import type { AreaClass, AreaLevel } from '#domain/population.ts';
import { m } from './generated/messages.js';

const levels = {
	municipality: m.plan_parts_level_municipality,
	district: m.plan_parts_level_district,
	regso: m.plan_parts_level_regso,
	deso: m.plan_parts_level_deso,
} satisfies Record<AreaLevel, () => string>;

/** What areas of a level are called in the plural. */
export const partsLevel = (level: AreaLevel): string => levels[level]();

const types = {
	1: m.plan_parts_type_1,
	2: m.plan_parts_type_2,
	3: m.plan_parts_type_3,
	4: m.plan_parts_type_4,
	5: m.plan_parts_type_5,
} satisfies Record<AreaClass, () => string>;

/** What a socio-economic type is called within a sentence. */
export const areaTypeName = (type: AreaClass): string => types[type]();
