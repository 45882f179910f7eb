-- Whom an entry shows as its contact is a part of what it tells: who keeps what was told of it is to let go of it.
CREATE TRIGGER contact_persons_inserted AFTER INSERT ON contact_persons WHEN new.shown IS NOT NULL BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (new.listing);
END;
CREATE TRIGGER contact_persons_changed AFTER UPDATE OF listing, shown, shown_until ON contact_persons
WHEN old.shown IS NOT NULL OR new.shown IS NOT NULL BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (new.listing);
	INSERT OR REPLACE INTO changes (listing) SELECT old.listing WHERE old.listing <> new.listing;
END;
CREATE TRIGGER contact_persons_deleted AFTER DELETE ON contact_persons WHEN old.shown IS NOT NULL BEGIN
	INSERT OR REPLACE INTO changes (listing) VALUES (old.listing);
END;
