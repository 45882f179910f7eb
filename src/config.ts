import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const wholeNumber = z
	.string()
	.regex(/^\d{1,9}$/, 'a whole number is expected')
	.transform(Number);
const port = wholeNumber.pipe(z.number().max(65_535));
const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

/** An address, a range of them, or one of the names that proxies are known by. */
function isAddress(text: string): boolean {
	const [address = '', bits, ...more] = text.trim().split('/');
	if (bits === undefined) return isIP(address) !== 0 || ['loopback', 'linklocal', 'uniquelocal'].includes(address);
	const most = isIP(address) === 6 ? 128 : 32;
	return isIP(address) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most;
}

/** Every setting, from the environment. README's table is held against this by a test. */
export const SettingsSchema = z.object({
	PORT: port.default(3000),
	HOST: z.string().min(1).default('localhost'),
	/** The folder that holds everything an instance keeps. */
	SAMLAS_DATA: z
		.string()
		.min(1)
		.default('data')
		.transform((folder) => resolve(folder)),
	/** The address people use, such as https://samlas.example.se; without it, the request's own. */
	ORIGIN: z
		.url({ protocol: /^https?$/ })
		.transform((url) => new URL(url).origin)
		.optional(),
	/** 0 starts without the invented Sweden. */
	SAMLAS_DEMO: flag.default(true),
	/** So many processes answer, on one port. */
	WORKERS: wholeNumber.pipe(z.number().min(1).max(64)).default(1),
	/** Addresses of reverse proxies whose forwarded headers are believed. */
	TRUST_PROXY: z
		.string()
		.refine(
			(text) => text.split(',').every(isAddress),
			'addresses are expected, such as 127.0.0.1 or 10.0.0.0/8, with commas between',
		)
		.optional(),
	/** Requests a minute from one address to the API; pages are counted apart, four times as many. */
	RATE_LIMIT: wholeNumber.pipe(z.number().min(1)).default(600),
	/** A PMTiles file with streets, in the OpenMapTiles or Protomaps schema. */
	SAMLAS_STREETS: z
		.string()
		.min(1)
		.transform((file) => resolve(file))
		.optional(),
	/** A MapLibre style of your own instead of the built-in map. */
	SAMLAS_MAP_STYLE: z.url({ protocol: /^https?$/ }).optional(),
	/** Where letters are handed in: smtps://user:password@mail.example.org:465, or smtp:// with STARTTLS. */
	SAMLAS_SMTP: z
		.url({ protocol: /^smtps?$/, error: 'an address such as smtps://user:password@mail.example.org is expected' })
		.optional(),
	/** Who letters are from. */
	SAMLAS_MAIL_FROM: z
		.string()
		.regex(
			/^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
			'an address is expected, such as Samlas <samlas@example.org>',
		)
		.optional(),
	/** A file of municipalities' own sign-ins (OpenID Connect), with their secrets. */
	SAMLAS_SIGN_IN: z
		.string()
		.min(1)
		.transform((file) => resolve(file))
		.optional(),
	/**
	 * A routing server that answers as OSRM does, for how long it takes to come somewhere; `{way}` in it stands for foot, bicycle
	 * or car. It is told where people live, as squares and settlements.
	 */
	SAMLAS_ROUTING: z
		.string()
		.refine(
			(text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
			'an address such as http://localhost:5000 is expected',
		)
		.optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** Letters hold links: where they lead is never left to what a request says of itself. */
const ConfigSchema = SettingsSchema.refine((config) => !config.SAMLAS_SMTP || config.ORIGIN, {
	path: ['ORIGIN'],
	error: 'is needed when SAMLAS_SMTP is given, since letters hold links',
})
	.refine((config) => !config.SAMLAS_SMTP || config.SAMLAS_MAIL_FROM, {
		path: ['SAMLAS_MAIL_FROM'],
		error: 'is needed when SAMLAS_SMTP is given',
	})
	// A provider sends people back to an address that it was told beforehand.
	.refine((config) => !config.SAMLAS_SIGN_IN || config.ORIGIN, {
		path: ['ORIGIN'],
		error: 'is needed when SAMLAS_SIGN_IN is given',
	});

export type Config = z.output<typeof ConfigSchema>;

/** A setting that can't be used, and why. */
export class WrongSetting extends Error {
	readonly setting: string;
	readonly reason: string;
	constructor(setting: string, reason: string) {
		super(`${setting}: ${reason}`);
		this.setting = setting;
		this.reason = reason;
	}
}

/** Reads the settings; an empty one counts as not given. Throws `WrongSetting` for the first that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const result = ConfigSchema.safeParse(given);
	if (result.success) return result.data;
	const issue = result.error.issues[0]!;
	const name = String(issue.path[0]);
	// What holds a password is never told, neither to the terminal nor to a log.
	const told = name === 'SAMLAS_SMTP' || given[name] === undefined ? '' : ` (${JSON.stringify(given[name])})`;
	throw new WrongSetting(name, `${issue.message}${told}`);
}
