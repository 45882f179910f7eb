-- Somebody whom a municipality's own sign-in vouches for: who they are there, and who they are here.
CREATE TABLE identities (
	issuer TEXT NOT NULL, subject TEXT NOT NULL,
	person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	-- The role that they have by a group there, and lose with it; null: none, or one that was given here.
	role TEXT CHECK (role IN ('reviewer', 'administrator')),
	first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
	PRIMARY KEY (issuer, subject, municipality)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_person ON identities (person);

-- Somebody on their way there and back. State, nonce and verifier are made from the secret that their browser keeps.
CREATE TABLE openid_attempts (
	device TEXT PRIMARY KEY,
	municipality TEXT NOT NULL REFERENCES municipalities (code),
	next TEXT NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX openid_attempts_expires ON openid_attempts (expires_at);
