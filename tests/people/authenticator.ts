import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
	AuthenticationResponseJSON,
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
	RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';

/** How this device lies. */
interface Lie {
	origin?: string;
	rpID?: string;
	/** Nobody showed finger, face or code. */
	unverified?: boolean;
	counter?: number;
	userHandle?: string;
	type?: string;
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const base64 = (bytes: Uint8Array) => isoBase64URL.fromBuffer(new Uint8Array(bytes));

/** A device that makes and uses one passkey (ES256), as WebAuthn 3 has it, and lies where it is told to. */
export class Authenticator {
	readonly id = randomBytes(16);
	#key: KeyObject;
	#public: KeyObject;
	#handle = '';
	counter = 0;

	readonly origin: string;
	readonly rpID: string;

	constructor(origin: string, rpID: string) {
		[this.origin, this.rpID] = [origin, rpID];
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		[this.#key, this.#public] = [privateKey, publicKey];
	}

	create({ challenge, user }: PublicKeyCredentialCreationOptionsJSON, lie: Lie = {}): RegistrationResponseJSON {
		this.#handle = user.id;
		const { x, y } = this.#public.export({ format: 'jwk' });
		const [key, alg, curve] = [2, -7, 1];
		const cose = new Map<number, number | Uint8Array>([
			[1, key],
			[3, alg],
			[-1, curve],
			[-2, isoBase64URL.toBuffer(x!)],
			[-3, isoBase64URL.toBuffer(y!)],
		]);
		const length = Buffer.alloc(2);
		length.writeUInt16BE(this.id.length);
		const attested = Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(cose as never)]);
		const authData = Buffer.concat([this.#data(0x40, lie), attested]);
		const statement = new Map<string, unknown>([
			['fmt', 'none'],
			['attStmt', new Map()],
			['authData', new Uint8Array(authData)],
		]);
		return {
			...this.#common(),
			response: {
				clientDataJSON: this.#client(lie.type ?? 'webauthn.create', challenge, lie),
				attestationObject: base64(isoCBOR.encode(statement as never)),
				transports: ['internal'],
			},
		};
	}

	get({ challenge }: PublicKeyCredentialRequestOptionsJSON, lie: Lie = {}): AuthenticationResponseJSON {
		this.counter = lie.counter ?? this.counter + 1;
		const authData = this.#data(0, lie);
		const client = this.#client(lie.type ?? 'webauthn.get', challenge, lie);
		const signed = Buffer.concat([authData, sha256(isoBase64URL.toBuffer(client))]);
		return {
			...this.#common(),
			response: {
				clientDataJSON: client,
				authenticatorData: base64(authData),
				signature: base64(sign('sha256', signed, this.#key)),
				userHandle: lie.userHandle ?? this.#handle,
			},
		};
	}

	#common() {
		const id = base64(this.id);
		return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
	}

	/** Present, verified, and what else `flags` says. */
	#data(flags: number, { rpID = this.rpID, unverified }: Lie): Buffer {
		const count = Buffer.alloc(4);
		count.writeUInt32BE(this.counter);
		return Buffer.concat([sha256(rpID), Buffer.from([flags | (unverified ? 0x01 : 0x05)]), count]);
	}

	#client(type: string, challenge: string, { origin = this.origin }: Lie): string {
		return isoBase64URL.fromUTF8String(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	}
}
