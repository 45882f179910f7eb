// npm run bench: each figure beside a control in the same run. Nothing here can fail a test.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, findNode, generate, giveUp, install, root, run, say } from './ready.mjs';

install();
generate();
const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'tests', 'bench'))
	.filter((name) => name.endsWith('.bench.ts') && (!wanted.length || wanted.some((part) => name.includes(part))))
	.sort();
if (!benches.length) giveUp('There is no benchmark of that name in tests/bench.');
// What is measured over HTTP is what would be served.
if (['http.bench.ts', 'people.bench.ts'].some((name) => benches.includes(name))) build();
for (const name of benches) {
	say(name.replace('.bench.ts', ''));
	const { ok } = run(findNode(), ['--expose-gc', join('tests', 'bench', name)]);
	if (!ok) giveUp(`${name} did not finish.`);
}
