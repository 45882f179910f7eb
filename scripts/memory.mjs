// How the server is started so that it takes little memory: by npm start, and by what measures it.

/** Room for what is new and soon gone, megabytes: more would be kept from the machine and save next to nothing. */
const YOUNG = 8;
/** How much what lives longer may grow before it is looked through, percent: left to itself it grows to several times as much. */
const GROWING = 50;

/** What Node is told. */
export const memoryFlags = [`--max-semi-space-size=${YOUNG}`, `--heap-growing-percent=${GROWING}`];

/** What the C library gives back to the machine at once, bytes, and among how many heaps it divides the rest. */
export const memorySettings = {
	MALLOC_MMAP_THRESHOLD_: '262144',
	MALLOC_TRIM_THRESHOLD_: '262144',
	MALLOC_ARENA_MAX: '2',
};
