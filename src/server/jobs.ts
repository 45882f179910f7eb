/** What `repeat` needs to know of a job beside its work. */
interface Job {
	/** Milliseconds from one time to the next. */
	every: number;
	/** Told of a failure, once for as long as it stays the same. */
	onFailure?: (reason: unknown) => void;
}

/**
 * Does some work again and again until it is told to stop. What fails (a full disk, a locked store) is told and tried
 * again the next time: a job in the background never takes the whole process with it.
 */
export function repeat(work: () => Promise<void>, { every, onFailure = console.error }: Job): () => void {
	let told = '';
	const once = async () => {
		try {
			await work();
			told = '';
		} catch (reason) {
			if (String(reason) !== told) onFailure(reason);
			told = String(reason);
		}
	};
	const timer = setInterval(() => void once(), every).unref();
	return () => clearInterval(timer);
}
