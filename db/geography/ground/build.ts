// Makes the grid of Sweden's land from the map and the counties. Usage: node ground/build.ts [output file]
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'fflate';
import { landBytes } from '../land-grid.ts';
import { countyCells } from './counties.ts';
import { landSquares } from './squares.ts';

const out = process.argv[2] ?? new URL('../land.bin.gz', import.meta.url);
const map = readFileSync(new URL('../sweden.pmtiles', import.meta.url));
const bits = await landSquares(map);
const counties = countyCells(bits);
const bytes = new Uint8Array(landBytes + counties.length);
bytes.set(bits);
bytes.set(counties, landBytes);
const packed = gzipSync(bytes, { level: 9, mtime: 0 });
if (gunzipSync(packed).length !== bytes.length) throw new Error('the grid was not packed whole');
writeFileSync(out, packed);
console.log(`${packed.length} bytes, sha256 ${createHash('sha256').update(packed).digest('hex')}`);
