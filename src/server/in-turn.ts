import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (req: IncomingMessage, res: ServerResponse, next: (reason?: unknown) => void) => void | Promise<void>;

/** So many pages are made at once: enough to pack one while another is written. */
const AT_ONCE = 8;
/** A page that waits for something else than this process holds up no other for longer; milliseconds. */
const PATIENCE = 50;

/**
 * Lets a handler make pages in the order in which they were asked for, a few at a time. Made all at once they would all be
 * done at the end: of two hundred who come in one instant the first would wait as long as the last.
 */
export function inTurn(handler: Handler): Handler {
	const waiting: (() => void)[] = [];
	let busy = 0;
	const goOn = () => {
		while (busy < AT_ONCE && waiting.length) waiting.shift()!();
	};
	return (req, res, next) => {
		// What somebody sends may come slowly, and is taken as it comes.
		if (req.method !== 'GET') return handler(req, res, next);
		waiting.push(() => {
			// Who has gone meanwhile waits for nothing.
			if (res.destroyed) return;
			busy++;
			let held = true;
			const release = () => {
				if (!held) return;
				held = false;
				clearTimeout(patience);
				busy--;
				goOn();
			};
			const patience = setTimeout(release, PATIENCE);
			res.once('close', release);
			void handler(req, res, next);
		});
		goOn();
	};
}
