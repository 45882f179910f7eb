/** So long after a key the question is asked, in milliseconds: who types on has typed the next letter by then. */
const PAUSE = 120;

interface WhileTyping {
	/** Asks about a text once there is a pause; what was asked before is given up. */
	ask(text: string): void;
	/** Gives up what is asked. */
	stop(): void;
}

/** Asks while somebody types. Only the last question is answered, and one that fails gets no answer: `null`, and silence. */
export function whileTyping<Answer>(
	asking: (text: string, signal: AbortSignal) => Promise<Answer>,
	take: (answer: Answer | null) => void,
): WhileTyping {
	let pause: ReturnType<typeof setTimeout> | undefined;
	let asked: AbortController | undefined;

	function stop() {
		clearTimeout(pause);
		asked?.abort();
	}

	async function run(text: string) {
		asked = new AbortController();
		const { signal } = asked;
		const answer = await asking(text, signal).catch(() => null);
		if (!signal.aborted) take(answer);
	}

	return {
		stop,
		ask(text) {
			stop();
			pause = setTimeout(run, PAUSE, text);
		},
	};
}
