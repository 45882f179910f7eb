-- How a browser was signed in: who reviews can be asked for more than a code by letter.
ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'letter' CHECK (way IN ('letter', 'passkey', 'municipality'));
