import { renderSVG } from 'uqr';

/** A QR code as SVG. Colours of its own, so that it stays dark on light in the dark theme too. */
export const qrSvg = (text: string): string => renderSVG(text, { border: 2, blackColor: '#000', whiteColor: '#fff' });
