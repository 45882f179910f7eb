import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadGeography } from '../../db/geography/index.ts';
import { grid, landOf } from '../../db/geography/land-grid.ts';
import { estimatePeople } from '../planning/estimate.ts';
import type { LandGrid } from '../planning/estimate-ground.ts';
import type { People } from '../planning/ground.ts';
import { root } from '../root.ts';

/** Sweden's land on its grid, from the package. */
export function packageLand(): LandGrid {
	return { ...grid, ...landOf(gunzipSync(readFileSync(join(root, 'db/geography/land.bin.gz')))) };
}

/** Where people live as far as the package of places alone can tell: an estimate. About a second of work. */
export function packagePeople(): People {
	const { municipalities, localities } = loadGeography();
	const settlements = localities.map((locality) => ({ ...locality, part: locality.kind === 'district' }));
	return estimatePeople({ municipalities, settlements, land: packageLand() });
}
