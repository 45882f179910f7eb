import { readConfig, WrongSetting } from './config.ts';
import { createApp } from './server/app.ts';
import { openSite, planningOf } from './server/open-site.ts';
import { stop } from './server/stop.ts';
import { isFirst, supervise, supervises } from './server/workers.ts';
import { consoleLocale } from './text/console-locale.ts';
import { m } from './text/generated/messages.js';

const locale = consoleLocale(process.env);
const say = (text: string) => {
	if (isFirst()) console.log(text);
};

function settings() {
	try {
		return readConfig(process.env);
	} catch (reason) {
		if (!(reason instanceof WrongSetting)) throw reason;
		console.error(m.start_config_wrong({ name: reason.setting, reason: reason.reason }, { locale }));
		process.exit(1);
	}
}

const config = settings();

/** One process that answers. */
async function serve(): Promise<void> {
	say(m.start_opening({ folder: config.SAMLAS_DATA }, { locale }));
	const site = await openSite(config, {
		demoBegins: () => say(m.start_demo({}, { locale })),
		demo: (done, total) => {
			if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.round((100 * done) / total)} %`);
		},
		demoEnds: (count) => {
			if (process.stdout.isTTY) process.stdout.write('\r');
			say(m.start_demo_done({ count: count.toLocaleString(locale) }, { locale }));
		},
	}).catch((reason: unknown) => {
		const said = reason instanceof Error ? reason.message : String(reason);
		console.error(m.start_no_store({ folder: config.SAMLAS_DATA, reason: said }, { locale }));
		process.exit(1);
	});
	const app = await createApp(site, { dev: process.argv.includes('--dev') });
	try {
		await app.listen({ port: config.PORT, host: config.HOST });
	} catch (reason) {
		const { code } = reason as { code?: string };
		const where = { port: config.PORT, host: config.HOST };
		console.error(code === 'EADDRINUSE' ? m.start_port_taken(where, { locale }) : m.start_no_listen(where, { locale }));
		process.exit(1);
	}
	const { port } = app.server.address() as { port: number };
	const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
	say(m.start_ready({ address: config.ORIGIN ?? `http://${host}:${port}` }, { locale }));
	say(m.start_hint({}, { locale }));
	if (site.mailboxKey) say(m.start_mailbox({}, { locale }));

	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, async () => {
			say(m.start_stopping({}, { locale }));
			await stop(app);
			await site.close();
			process.exit(0);
		});
}

if (supervises(config.WORKERS)) supervise(config.WORKERS, planningOf(config));
else await serve();
