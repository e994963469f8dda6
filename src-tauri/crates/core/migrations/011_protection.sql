-- Who may unlock this copy of the file, and as what. Of this copy alone: the passphrases are those of its key file.
CREATE TABLE user (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    agency TEXT,
    added_at TEXT NOT NULL
) STRICT;

-- When somebody chose to work without a passphrase; nothing while nobody chose.
ALTER TABLE file ADD COLUMN unprotected_at TEXT;
