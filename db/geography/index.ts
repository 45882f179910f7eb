import counties from './counties.json' with { type: 'json' };
import localities from './localities.json' with { type: 'json' };
import municipalities from './municipalities.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import postcodes from './postcodes.json' with { type: 'json' };
import skrGroups from './skr-groups.json' with { type: 'json' };
import type { County, Geography, Locality, Municipality, Postcodes, SkrGroup } from './types.ts';

export type * from './types.ts';

/** Sweden's places as facts: sources, dates and precision are told in docs/map-data.md. */
export function loadGeography(): Geography {
	return {
		counties: counties.counties satisfies County[],
		municipalities: municipalities.municipalities as unknown as Municipality[],
		localities: localities.localities as Locality[],
		names: names.names as unknown as Geography['names'],
		skrGroups: skrGroups.groups as SkrGroup[],
		postcodes: { towns: postcodes.towns as Postcodes['towns'], ranges: postcodes.ranges as Postcodes['ranges'] },
	};
}

/** The month of the municipalities' population figures, "YYYY-MM". */
export const populationDate: string = municipalities.populationDate;
