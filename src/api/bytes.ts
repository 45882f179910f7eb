/** What an answer begins with room for; it grows. Bytes. */
const ROOM = 256 * 1024;
/** What has grown beyond this is given away with the answer. */
const MOST_ROOM = 1024 * 1024;
/** So few letters are written sooner than they are handed over. */
const SHORT = 12;

/**
 * An answer that is put together from pieces that are bytes already: strings would be joined, laid out and encoded first. There
 * is one for the whole process, since nobody waits for anything between its first piece and its last.
 */
class Bytes {
	#all = Buffer.allocUnsafeSlow(ROOM);
	#used = 0;

	/** Letters below 128 alone: those that JSON itself is written with, and numbers. */
	ascii(text: string): void {
		this.#makeRoom(text.length);
		if (text.length > SHORT) this.#used += this.#all.write(text, this.#used, 'latin1');
		else for (let at = 0; at < text.length; at++) this.#all[this.#used++] = text.charCodeAt(at);
	}

	/** Any text. */
	text(text: string): void {
		// No letter takes more than three bytes for each of its units.
		this.#makeRoom(3 * text.length);
		this.#used += this.#all.write(text, this.#used, 'utf8');
	}

	/** A part of other bytes. */
	copy(from: Buffer, start: number, end: number): void {
		this.#makeRoom(end - start);
		this.#used += from.copy(this.#all, this.#used, start, end);
	}

	/** Takes back the last so many bytes. */
	take(last: number): void {
		this.#used -= last;
	}

	/** What `put` puts in, as bytes of its own. */
	made(put: (out: Bytes) => void): Buffer {
		this.#used = 0;
		put(this);
		const all = this.#all.subarray(0, this.#used);
		if (this.#all.length <= MOST_ROOM) return Buffer.from(all);
		this.#all = Buffer.allocUnsafeSlow(ROOM);
		return all;
	}

	#makeRoom(more: number): void {
		if (this.#used + more <= this.#all.length) return;
		const larger = Buffer.allocUnsafeSlow(2 * (this.#used + more));
		this.#all.copy(larger, 0, 0, this.#used);
		this.#all = larger;
	}
}

export type { Bytes };

const bytes = new Bytes();

/** The bytes that `put` puts together, without waiting for anything. */
export const bytesOf = (put: (out: Bytes) => void): Buffer => bytes.made(put);
