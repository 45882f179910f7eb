/** A picture may weigh so many bytes when it is sent in: what a phone makes, with room to spare. */
export const MOST_BYTES = 12 * 1024 * 1024;
