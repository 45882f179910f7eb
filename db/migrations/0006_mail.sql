-- Letters on their way. What a letter says is wiped when it has arrived or can no longer be of use.
CREATE TABLE outbox (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	-- Becomes the Message-ID, the same at every try: a mailbox that got it twice shows it once.
	token TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	recipient TEXT NOT NULL,
	subject TEXT, text TEXT, html TEXT,
	unsubscribe TEXT,
	created_at INTEGER NOT NULL,
	-- No use in sending it later than this.
	expires_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
	-- Somebody is sending it until then.
	held_until INTEGER NOT NULL DEFAULT 0,
	last_error TEXT, sent_at INTEGER, given_up_at INTEGER,
	CHECK (sent_at IS NULL OR given_up_at IS NULL),
	CHECK ((text IS NULL) = (subject IS NULL) AND (text IS NULL) = (html IS NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
