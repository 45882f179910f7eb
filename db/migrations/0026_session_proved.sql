-- When somebody showed who they are: when the session began, or, where another vouches for them, when they signed in there.
ALTER TABLE sessions ADD COLUMN proved_at INTEGER;
