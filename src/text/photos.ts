import { m } from './generated/messages.js';

const reasons: Record<string, () => string> = {
	missing: m.photos_file_missing,
	large: m.photos_file_large,
	pixels: m.photos_file_pixels,
	small: m.photos_file_small,
	double: m.photos_file_double,
};

/** What is wrong with a file that was to be a picture; `most`: so many there may be. */
export const fileWrong = (reason: string, most: number): string =>
	reason === 'many' ? m.photos_many({ count: most }) : (reasons[reason] ?? m.photos_file_wrong)();

/** What is wrong with a form of pictures as a whole. */
export function photosWrong(reason: string | undefined): string {
	if (reason === 'photo.many_today') return m.photos_many_today();
	return reason ? m.form_unavailable() : m.edit_wrong();
}
