// Builds the map anew and compares it with the committed one, byte by byte. Usage: node basemap/verify.ts
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hashOf = (file: string | URL) => createHash('sha256').update(readFileSync(file)).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'samlas-map-'));
const rebuilt = join(folder, 'sweden.pmtiles');
const script = fileURLToPath(new URL('build.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [script, rebuilt], { stdio: 'inherit' });
if (status !== 0) throw new Error('The map could not be built');

const committed = hashOf(new URL('../sweden.pmtiles', import.meta.url));
const anew = hashOf(rebuilt);
rmSync(folder, { recursive: true });
console.log(`committed ${committed}\nrebuilt   ${anew}`);
if (anew !== committed) throw new Error('The rebuilt map differs from the committed one');
console.log('The same, byte by byte.');
