import { townVenues } from './town.ts';
import type { VenuePattern } from './types.ts';
import { villageVenues } from './village.ts';

export const venuePatterns: VenuePattern[] = [...villageVenues, ...townVenues];
