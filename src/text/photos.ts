import { m } from './generated/messages.js';

const reasons: Record<string, () => string> = {
	missing: m.photos_file_missing,
	large: m.photos_file_large,
	pixels: m.photos_file_pixels,
	small: m.photos_file_small,
	double: m.photos_file_double,
	many: () => m.photos_many({ count: 8 }),
};

/** What is wrong with a file that was to be a picture. */
export const fileWrong = (reason: string): string => (reasons[reason] ?? m.photos_file_wrong)();
