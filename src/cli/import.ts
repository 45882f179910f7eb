import type { Command } from 'commander';
import { importFile, importOsm, takeBack } from './import-run.ts';

/** What `samlas import` can be told. Names and meanings are a promise; see docs/importing.md. */
export interface ImportOptions {
	municipality?: string;
	mapping?: string;
	saveMapping?: string;
	dryRun?: boolean;
	report?: string;
	reportHtml?: string;
	undo?: string;
	overpass?: string;
}

/** Adds `import` and `import osm` to the program. */
export function importCommand(program: Command): void {
	const command = program
		.command('import')
		.description("read a municipality's register of associations and publish it")
		.argument('[file]', 'CSV, Excel (.xlsx), JSON, JSON lines or GeoJSON; gzip too')
		.option('-m, --municipality <code>', 'whose register it is: four-digit code, such as 1380')
		.option('--mapping <file>', 'how columns become our fields (JSON)')
		.option('--save-mapping <file>', 'save the mapping that was used, to be edited and used again')
		.option('--dry-run', 'show what would happen and change nothing')
		.option('--report <file>', 'write the report for other programs (JSON)')
		.option('--report-html <file>', 'write the report for people here instead of in the data folder')
		.option('--undo <batch>', 'take a batch back')
		.action(async (file: string | undefined, options: ImportOptions) => {
			process.exitCode = options.undo ? await takeBack(options) : await importFile(file, options);
		});
	command
		.command('osm')
		.description('read venues from OpenStreetMap (Overpass JSON)')
		.argument('[file]', 'an answer from Overpass')
		.option('--overpass <url>', 'ask this Overpass server instead, such as https://overpass-api.de/api/interpreter')
		.action(async (file: string | undefined, _options: ImportOptions, self: Command) => {
			process.exitCode = await importOsm(file, self.optsWithGlobals<ImportOptions>());
		});
}
