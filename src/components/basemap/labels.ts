/** The few texts of the map itself, in the reader's language; given by the page. */
export type MapLabels = {
	zoomIn: string;
	zoomOut: string;
	/** Button that opens and closes the list of sources on small screens. */
	attribution: string;
	/** On a page that scrolls: "Use two fingers to move the map" and its like for a mouse wheel. */
	twoFingers: string;
	ctrlScroll: string;
};

/** MapLibre's own keys for them. */
export const localeOf = (labels: MapLabels, title: string): Record<string, string> => ({
	'NavigationControl.ZoomIn': labels.zoomIn,
	'NavigationControl.ZoomOut': labels.zoomOut,
	'AttributionControl.ToggleAttribution': labels.attribution,
	'CooperativeGesturesHandler.MobileHelpText': labels.twoFingers,
	'CooperativeGesturesHandler.WindowsHelpText': labels.ctrlScroll,
	'CooperativeGesturesHandler.MacHelpText': labels.ctrlScroll.replace('Ctrl', '⌘'),
	'Map.Title': title,
});
