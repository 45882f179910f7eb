-- What somebody signs in by instead of a letter: a key pair whose secret half never leaves their device.
CREATE TABLE passkeys (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	-- The device's name for the pair, and its public half, as WebAuthn has them.
	credential TEXT NOT NULL UNIQUE,
	public_key BLOB NOT NULL,
	-- How the device knows the account: random, the same for all keys of a person, and nothing of theirs.
	handle TEXT NOT NULL,
	-- Rises at each use where the device counts: one that falls is a copy.
	counter INTEGER NOT NULL,
	transports TEXT NOT NULL CHECK (json_valid(transports)),
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
	created_at INTEGER NOT NULL, used_at INTEGER
) STRICT;
CREATE INDEX passkeys_person ON passkeys (person);

-- What a device is asked to sign: once, soon, and for the browser that asked, whose secret is kept as a digest.
CREATE TABLE passkey_challenges (
	device TEXT PRIMARY KEY,
	challenge TEXT NOT NULL,
	-- Who adds a key; null for who wants to sign in.
	person INTEGER REFERENCES people (id) ON DELETE CASCADE,
	handle TEXT,
	expires_at INTEGER NOT NULL,
	CHECK ((person IS NULL) = (handle IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_challenges_expires ON passkey_challenges (expires_at);
CREATE INDEX passkey_challenges_person ON passkey_challenges (person) WHERE person IS NOT NULL;
