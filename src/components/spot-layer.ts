import type { Map as MapLibre, Marker } from 'maplibre-gl';
import { type Bbox, inBox, type LonLat } from '#domain/geo.ts';
import { CELLS, SINGLE_FROM, wholeTiles } from '#domain/mercator.ts';
import type { MapSpot } from '#domain/search.ts';
import { type Kind, kinds } from '#domain/taxonomies.ts';

/** A spot as the API's map answers it, with the names of what lies at one and the same point. */
export interface Spot extends Omit<MapSpot, 'ids'> {
	entries: { id: number; kind: Kind; slug: string; name: string }[];
	/** Where its entries lie, when not at one point. */
	box?: Bbox;
}

interface Options {
	/** The reader's language: names are asked for in it. */
	lang: string;
	label: (spot: Spot) => string;
	onopen: (spot: Spot) => void;
	onattention: (id: number | null) => void;
	/** The spots that are drawn now. */
	ondraw: (spots: Spot[]) => void;
}

/** A cluster of the server's is less than so many pixels across. */
const CELL = 128;
/** So fine that only what lies at one and the same point is one spot. */
const FINEST = 22;

/**
 * The spots of a query as buttons, where the map (`spot-tiles.ts`) draws them: the server makes the same clusters for both.
 * They are few, nothing of them is seen until one has the pointer or the focus, and keyboard and screen reader have them all.
 */
export class SpotLayer {
	readonly #map: MapLibre;
	readonly #Marker: typeof Marker;
	readonly #options: Options;
	#params = '';
	#markers: { marker: Marker; spot: Spot }[] = [];
	#ring: Marker | undefined;
	#asked = 0;
	/** Where a cluster was opened by key: what comes up nearest there takes over the focus. */
	#entered: LonLat | undefined;

	constructor(map: MapLibre, MarkerClass: typeof Marker, options: Options) {
		this.#map = map;
		this.#Marker = MarkerClass;
		this.#options = options;
	}

	/** Fetches and draws the spots of a query (URL parameters) in what the map shows; the last call wins. */
	async load(params: string): Promise<void> {
		const asked = ++this.#asked;
		this.#params = params;
		const seen = this.#map.getBounds();
		const zoom = Math.max(0, Math.min(FINEST, Math.floor(this.#map.getZoom())));
		const view: Bbox = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
		// A cluster that reaches beyond the view is drawn whole.
		const all = await this.#fetch(zoom < SINGLE_FROM ? wholeTiles(view, zoom + CELLS) : view, zoom);
		if (!all || asked !== this.#asked) return;
		const spots = all.filter((spot) => inBox(spot, view));
		this.#clear();
		this.#markers = spots.map((spot) => ({ spot, marker: this.#place(spot) }));
		this.#options.ondraw(spots);
		if (this.#entered) this.focus(this.#entered);
		this.#entered = undefined;
	}

	/** Puts the focus on the spot nearest to a point. */
	focus(at: LonLat): void {
		const away = ({ spot }: { spot: Spot }) => (spot.lon - at.lon) ** 2 + (spot.lat - at.lat) ** 2;
		const nearest = this.#markers.toSorted((a, b) => away(a) - away(b))[0];
		(nearest?.marker.getElement() ?? this.#map.getCanvas()).focus({ preventScroll: true });
	}

	/** Rings the place of the entry that has the reader's attention. */
	highlight(id: number | null, at: LonLat | null): void {
		this.#ring?.remove();
		this.#ring = undefined;
		if (id === null || !at) return;
		const element = document.createElement('div');
		element.className = 'spot-ring';
		this.#ring = new this.#Marker({ element }).setLngLat([at.lon, at.lat]).addTo(this.#map);
	}

	remove(): void {
		this.#asked++;
		this.#clear();
		this.#ring?.remove();
	}

	/** Undefined when there was no answer. */
	async #fetch([west, south, east, north]: Bbox, zoom: number) {
		const box = [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)];
		const bbox = box.map((degrees) => degrees.toFixed(6)).join(',');
		const response = await fetch(
			`/api/v1/map?${this.#params}&bbox=${bbox}&zoom=${zoom}&lang=${this.#options.lang}`,
		).catch(() => null);
		if (!response?.ok) return;
		const { features } = (await response.json()) as GeoJSON.FeatureCollection<GeoJSON.Point, Omit<Spot, 'lon' | 'lat'>>;
		return features.map(({ geometry, properties }): Spot => {
			const [lon, lat] = geometry.coordinates as [number, number];
			return { ...properties, lon, lat };
		});
	}

	#clear(): void {
		for (const { marker } of this.#markers) marker.remove();
		this.#markers = [];
	}

	#place(spot: Spot): Marker {
		const label = this.#options.label(spot);
		const element = buttonOf(spot);
		element.addEventListener('click', (event) => {
			event.stopPropagation();
			void this.#open(spot, event);
		});
		if (spot.count === 1 && spot.entries[0]) {
			const { id } = spot.entries[0];
			for (const event of ['pointerenter', 'focus'])
				element.addEventListener(event, () => this.#options.onattention(id));
			for (const event of ['pointerleave', 'blur'])
				element.addEventListener(event, () => this.#options.onattention(null));
		}
		const marker = new this.#Marker({ element }).setLngLat([spot.lon, spot.lat]).addTo(this.#map);
		// maplibre makes every marker an image with a name of its own; ours is a button.
		element.removeAttribute('role');
		element.setAttribute('aria-label', label);
		element.title = label;
		return marker;
	}

	async #open(spot: Spot, originalEvent: MouseEvent): Promise<void> {
		if (spot.entries.length) return this.#options.onopen(spot);
		const zoom = this.#map.getZoom();
		if (zoom > this.#map.getMaxZoom() - 0.5) return this.#options.onopen(await this.#within(spot));
		// A click without a pointer is a key.
		if (originalEvent.detail === 0) this.#entered = spot;
		this.#map.easeTo({ center: [spot.lon, spot.lat], zoom: zoom + 2 }, { originalEvent });
	}

	/** A cluster that the map cannot be brought nearer to, with what lies in it. */
	async #within(spot: Spot): Promise<Spot> {
		const { x, y } = this.#map.project([spot.lon, spot.lat]);
		const [west, north] = this.#map.unproject([x - CELL, y - CELL]).toArray();
		const [east, south] = this.#map.unproject([x + CELL, y + CELL]).toArray();
		const away = (other: Spot) => (other.lon - spot.lon) ** 2 + (other.lat - spot.lat) ** 2;
		const fine = (await this.#fetch([west, south, east, north], FINEST)) ?? [];
		const entries = fine.toSorted((a, b) => away(a) - away(b)).flatMap((one) => one.entries);
		return { ...spot, entries: entries.slice(0, spot.count), box: [west, south, east, north] };
	}
}

function buttonOf(spot: Spot): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	const present = kinds.filter((kind) => spot[kind] > 0);
	const size = spot.count >= 100 ? 'large' : '';
	button.className = `spot ${spot.count === 1 ? 'one' : 'many'} ${present.length > 1 ? 'mixed' : present[0]} ${size}`;
	button.dataset.count = String(spot.count);
	return button;
}
