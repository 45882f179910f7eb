import { ages } from './ages.ts';
import { ballGames } from './ball-games.ts';
import { care } from './care.ts';
import { communities } from './communities.ts';
import { hobbies } from './hobbies.ts';
import { learning } from './learning.ts';
import { makers } from './makers.ts';
import { nature } from './nature.ts';
import { newcomers } from './newcomers.ts';
import { people } from './people.ts';
import { place } from './place.ts';
import { society } from './society.ts';
import { sports } from './sports.ts';
import { bodySports } from './sports-body.ts';
import { moreSports } from './sports-more.ts';
import { stage } from './stage.ts';
import type { Subject } from './types.ts';

/** All of it; what people look for first stands first, and is made in every dense place. */
export const subjects: Subject[] = [
	...newcomers,
	...hobbies,
	...place,
	...makers,
	...ages,
	...people,
	...communities,
	...learning,
	...care,
	...ballGames,
	...sports,
	...bodySports,
	...moreSports,
	...nature,
	...stage,
	...society,
];
