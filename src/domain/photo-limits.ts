// No zod here: pages import it.

/** So many pictures an entry shows at most. */
export const MOST_PHOTOS = 8;
/** So many has what is being registered: who sends them in is not known yet. */
export const MOST_DRAFT_PHOTOS = 4;
