import type { Map as MapLibre, Marker } from 'maplibre-gl';
import type { LonLat } from '#domain/geo.ts';
import type { MapSpot } from '#domain/search.ts';
import type { Kind } from '#domain/taxonomies.ts';

/** A spot as the API's map answers it, with the names of what lies at one and the same point. */
export interface Spot extends Omit<MapSpot, 'ids'> {
	entries: { id: number; kind: Kind; slug: string; name: string }[];
}

interface Options {
	label: (spot: Spot) => string;
	onopen: (spot: Spot) => void;
	onattention: (id: number | null) => void;
}

const SVG = 'http://www.w3.org/2000/svg';
const shapes: Record<Kind, string> = {
	organisation: 'M10 2a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
	venue: 'M10 1.8 18.4 9H16.4V18H3.6V9H1.6z',
	activity: 'M10 1.2 18.8 10 10 18.8 1.2 10z',
};

/**
 * The spots of a query as buttons on the map. Buttons, not drawn symbols: they are few, since the server clusters, and
 * so keyboard and screen reader have them too.
 */
export class SpotLayer {
	readonly #map: MapLibre;
	readonly #Marker: typeof Marker;
	readonly #options: Options;
	#markers: Marker[] = [];
	#ring: Marker | undefined;
	#asked = 0;

	constructor(map: MapLibre, MarkerClass: typeof Marker, options: Options) {
		this.#map = map;
		this.#Marker = MarkerClass;
		this.#options = options;
	}

	/** Fetches and draws the spots of a query (URL parameters) in what the map shows; the last call wins. */
	async load(params: string): Promise<void> {
		const asked = ++this.#asked;
		const box = this.#map.getBounds();
		const bbox = [
			Math.max(-180, box.getWest()),
			Math.max(-90, box.getSouth()),
			Math.min(180, box.getEast()),
			Math.min(90, box.getNorth()),
		].map((degrees) => degrees.toFixed(4));
		const zoom = Math.max(0, Math.min(22, Math.round(this.#map.getZoom())));
		const response = await fetch(`/api/v1/map?${params}&bbox=${bbox.join(',')}&zoom=${zoom}`).catch(() => null);
		if (!response?.ok || asked !== this.#asked) return;
		const { features } = (await response.json()) as GeoJSON.FeatureCollection<GeoJSON.Point, Omit<Spot, 'lon' | 'lat'>>;
		if (asked !== this.#asked) return;
		this.#clear();
		this.#markers = features.map(({ geometry, properties }) => {
			const [lon, lat] = geometry.coordinates as [number, number];
			return this.#place({ ...properties, lon, lat });
		});
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

	#clear(): void {
		for (const marker of this.#markers) marker.remove();
		this.#markers = [];
	}

	#place(spot: Spot): Marker {
		const element = buttonOf(spot, this.#options.label(spot));
		element.addEventListener('click', (event) => {
			event.stopPropagation();
			this.#open(spot);
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
		element.setAttribute('aria-label', this.#options.label(spot));
		return marker;
	}

	#open(spot: Spot): void {
		if (spot.entries.length) this.#options.onopen(spot);
		else this.#map.easeTo({ center: [spot.lon, spot.lat], zoom: this.#map.getZoom() + 2 });
	}
}

function buttonOf(spot: Spot, label: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.setAttribute('aria-label', label);
	const present = (['organisation', 'venue', 'activity'] as const).filter((kind) => spot[kind] > 0);
	const only = present.length === 1 ? present[0]! : null;
	button.className = ['spot', spot.count === 1 ? 'one' : 'many', only ?? 'mixed', spot.approximate ? 'approximate' : '']
		.filter(Boolean)
		.join(' ');
	for (const kind of present) button.append(markOf(kind));
	if (spot.count > 1) button.append(new Text(String(spot.count)));
	return button;
}

function markOf(kind: Kind): SVGSVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 20 20');
	svg.setAttribute('class', kind);
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', shapes[kind]);
	svg.append(path);
	return svg;
}
