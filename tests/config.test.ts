import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, SettingsSchema, WrongSetting } from '../src/config.ts';
import { consoleLocale } from '../src/text/console-locale.ts';
import { wishedLocale } from '../src/text/wish.ts';

test('without settings there are sensible ones; an empty one is as none', () => {
	expect(readConfig({ PORT: '', ORIGIN: '' })).toMatchObject({ PORT: 3000, HOST: 'localhost', SAMLAS_DEMO: true });
	expect(readConfig({}).SAMLAS_DATA).toBe(join(process.cwd(), 'data'));
	expect(readConfig({ ORIGIN: 'https://samlas.example/path' }).ORIGIN).toBe('https://samlas.example');
});

test.each([
	['PORT', 'abc'],
	['PORT', '70000'],
	['PORT', ' '],
	['PORT', '0x50'],
	['TRUST_PROXY', 'true'],
	['TRUST_PROXY', '1'],
	['TRUST_PROXY', '127.0.0.1, proxy.example'],
	['TRUST_PROXY', '10.0.0.0/33'],
	['ORIGIN', 'samlas.example'],
	['ORIGIN', 'ftp://samlas.example'],
	['SAMLAS_DEMO', 'maybe'],
	['RATE_LIMIT', '0'],
	['WORKERS', '0'],
	['WORKERS', '1000'],
	['LOG_LEVEL', 'loud'],
	['SAMLAS_MAP_STYLE', 'javascript:alert(1)'],
	['SAMLAS_SMTP', 'mail.example.org'],
	['SAMLAS_SMTP', 'https://mail.example.org'],
	['SAMLAS_ROUTING', 'localhost'],
	['SAMLAS_ROUTING', 'file:///etc/passwd'],
	['SAMLAS_MAIL_FROM', 'Samlas'],
	['SAMLAS_MAIL_FROM', 'Samlas <a@example.org>\r\nBcc: b@example.org'],
])('%s=%s is refused by name', (name, value) => {
	expect(() => readConfig({ [name]: value })).toThrow(WrongSetting);
	expect(() => readConfig({ [name]: value })).toThrow(name);
});

test('letters are sent only where links in them lead to an address that the operator gave, and a password is never told', () => {
	const SAMLAS_SMTP = 'smtps://samlas:hemligt@mail.example.org';
	const SAMLAS_MAIL_FROM = 'Samlas <samlas@example.org>';
	expect(() => readConfig({ SAMLAS_SMTP, SAMLAS_MAIL_FROM })).toThrow('ORIGIN');
	expect(() => readConfig({ SAMLAS_SMTP, ORIGIN: 'https://samlas.example' })).toThrow('SAMLAS_MAIL_FROM');
	expect(readConfig({ SAMLAS_SMTP, SAMLAS_MAIL_FROM, ORIGIN: 'https://samlas.example' })).toMatchObject({
		SAMLAS_SMTP,
	});
	expect(() => readConfig({ SAMLAS_SMTP: 'smtp//samlas:hemligt@mail' })).toThrow(/^(?!.*hemligt)/);
});

test.each(['127.0.0.1', 'loopback', '10.0.0.0/8, ::1', 'fd00::/8'])('TRUST_PROXY=%s is taken', (value) => {
	expect(readConfig({ TRUST_PROXY: value }).TRUST_PROXY).toBe(value);
});

test('the README tells of every setting and of no other', () => {
	const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
	const told = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
	expect(told.sort()).toEqual(Object.keys(SettingsSchema.shape).sort());
});

test.each([
	[{ SAMLAS_LANG: 'sv' }, 'sv'],
	[{ LANG: 'sv_SE.UTF-8' }, 'sv'],
	[{ LANG: 'de_DE.UTF-8' }, 'en'],
	[{}, 'en'],
	[{ SAMLAS_LANG: 'en', LANG: 'sv_SE' }, 'en'],
])('the terminal of %o speaks %s', (env, locale) => {
	expect(consoleLocale(env)).toBe(locale);
});

test.each([
	['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
	['en-US,en;q=0.9', 'en'],
	['ar,en;q=0.5', 'en'],
	['nb-NO,nb;q=0.9', 'sv'],
	['en;q=0.3, sv', 'sv'],
	['*', null],
	['', null],
	[null, null],
	[';;;,,,q=', null],
])('a browser that asks for %s is given %s', (header, locale) => {
	expect(wishedLocale(header)).toBe(locale);
});
