import { createTransport } from 'nodemailer';
import type { Outgoing } from '../store/outbox.ts';

/** What sends a letter; throws `Undeliverable` when trying again would not help, anything else when it might. */
export interface Transport {
	send(letter: Outgoing): Promise<void>;
	close(): void;
}

/** The receiving server refused the letter for good. */
export class Undeliverable extends Error {}

/** Milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/**
 * Sends by the SMTP server at an address such as smtps://user:password@mail.example.org:465 or
 * smtp://user:password@mail.example.org:587 (which is then encrypted by STARTTLS), from an address
 * such as `Samlas <samlas@example.org>`.
 */
export function smtpTransport(address: string, from: string): Transport {
	const url = new URL(address);
	const secure = url.protocol === 'smtps:';
	const auth = url.username
		? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
		: undefined;
	const host = from.replace(/^.*@|>.*$/g, '');
	const transporter = createTransport({
		host: url.hostname,
		port: Number(url.port) || (secure ? 465 : 587),
		secure,
		// A password never travels in the clear.
		requireTLS: !secure && auth !== undefined && url.searchParams.get('tls') !== 'none',
		...(auth ? { auth } : {}),
		...PATIENCE,
		pool: true,
		maxConnections: 2,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		async send(letter) {
			try {
				await transporter.sendMail({ from, messageId: `<${letter.token}@${host}>`, ...messageOf(letter) });
			} catch (reason) {
				throw isForGood(reason) ? new Undeliverable(told(reason)) : new Error(told(reason));
			}
		},
		close: () => transporter.close(),
	};
}

function messageOf({ recipient, subject, text, html, unsubscribe }: Outgoing) {
	const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' };
	// RFC 8058: one click, by POST.
	if (unsubscribe) {
		headers['List-Unsubscribe'] = `<${unsubscribe}>`;
		headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
	}
	return { to: { name: '', address: recipient }, subject, text, html, headers };
}

/** RFC 5321, 4.2.1: a reply that begins with 5 is for good; but a server that does not like our password is no judge of a letter. */
function isForGood(reason: unknown): boolean {
	const { code, responseCode } = reason as { code?: string; responseCode?: number };
	return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500 && responseCode !== 530;
}

/** What went wrong, without the address of the recipient or the settings: it is kept and shown to the operator. */
function told(reason: unknown): string {
	const { code, responseCode, command } = reason as { code?: string; responseCode?: number; command?: string };
	return [code, command, responseCode].filter(Boolean).join(' ') || 'unknown';
}
