CREATE TABLE pack_entry (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT,
    words TEXT,
    unit TEXT,
    indicator_kind TEXT,
    direction TEXT,
    number REAL,
    period_from TEXT,
    period_to TEXT,
    due TEXT,
    deprecated INTEGER,
    issued INTEGER
) STRICT;
CREATE INDEX pack_entry_partnership ON pack_entry (partnership);

ALTER TABLE indicator ADD COLUMN pack_entry TEXT;
ALTER TABLE training_session ADD COLUMN pack_modules TEXT;
