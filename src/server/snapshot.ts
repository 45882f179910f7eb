import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Snapshot, Snapshots } from '../finder/finder.ts';
import type { Store } from '../store/open.ts';

/** The name under which the store knows the snapshot that belongs to it. */
const KEY = 'finder_snapshot';

/**
 * Where the index is kept between two starts. It can't be stale: it is used only by the very program that wrote it, only for
 * the store that was told of it in a transaction (a store restored from an older copy knows another), and all that has changed
 * since is taken up before the first question.
 */
export class SnapshotFile implements Snapshots {
	readonly #store: Store;
	readonly #file: string;
	readonly #program: string;

	/** `program` names what is running, so that a newer one builds anew. */
	constructor(store: Store, program: string) {
		this.#store = store;
		this.#file = join(store.folder, 'finder.snapshot');
		this.#program = program;
	}

	/** Writes a snapshot beside the store; a crash leaves the former one, or none that is used. */
	async save({ sequence, index }: Snapshot): Promise<void> {
		const name = `${this.#program} ${randomUUID()}`;
		const body = serialize({ name, sequence, index });
		const sum = Buffer.alloc(4);
		sum.writeUInt32LE(crc32(body));
		const draft = `${this.#file}.${process.pid}`;
		const handle = await open(draft, 'w');
		try {
			await handle.writev([sum, body]);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await this.#store.transaction((tx) => tx.meta.set(KEY, name));
		await rename(draft, this.#file);
	}

	/** The snapshot that belongs to this store and program, if there is one and it is whole. */
	async load(): Promise<Snapshot | null> {
		const known = await this.#store.meta.get(KEY);
		if (!known?.startsWith(`${this.#program} `) || !existsSync(this.#file)) return null;
		const bytes = await readFile(this.#file);
		const body = bytes.subarray(4);
		if (bytes.length < 4 || crc32(body) !== bytes.readUInt32LE(0)) return null;
		const { name, ...snapshot } = deserialize(body) as Snapshot & { name: string };
		return name === known ? apartFrom(bytes.buffer, snapshot) : null;
	}

	/** Whether there is one, good or not. */
	exists(): boolean {
		return existsSync(this.#file);
	}
}

/**
 * What was read, with room of its own: what lay even in the file's bytes is read as a view of them, and one such column would
 * keep the whole file in memory.
 */
function apartFrom<T>(file: ArrayBufferLike, value: T): T {
	if (ArrayBuffer.isView(value)) return (value.buffer === file ? (value as unknown as Uint8Array).slice() : value) as T;
	if (Array.isArray(value))
		return (typeof value[0] === 'object' ? value.map((one) => apartFrom(file, one)) : value) as T;
	if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, apartFrom(file, one)])) as T;
}
