/** Characters that are not seen, and those that turn the direction of text: they have no place in a name. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text with nothing, or something else, in their place. */
export const withoutUnseen = (text: string, instead = ''): string => text.replace(UNSEEN, instead);
