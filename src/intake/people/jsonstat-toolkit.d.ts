declare module 'jsonstat-toolkit' {
	/** What of the library is used here; it comes without types. */
	interface Dimension {
		label: string | null;
		id: string[];
		Category(id: string): { label: string } | null;
	}
	interface Table {
		class: string;
		id?: string[];
		value?: unknown;
		Dimension(id: string): Dimension | null;
		toTable(options: { type: 'arrobj'; field: 'id'; content: 'id' }): Record<string, unknown>[];
	}
	export default function JSONstat(response: object): Table | null;
}
