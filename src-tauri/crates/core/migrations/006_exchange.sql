-- Laptops of the partnership that exchange files.
CREATE TABLE member (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    label TEXT NOT NULL,
    key TEXT NOT NULL,
    joined_on TEXT NOT NULL,
    removed_on TEXT
) STRICT;
CREATE INDEX member_partnership ON member (partnership);

-- Changes that came without one that they build on: they wait for it, in no row of the projection.
CREATE TABLE waiting (
    hash BLOB PRIMARY KEY NOT NULL,
    document TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX waiting_document ON waiting (document);

-- Documents that were erased: what an old file brings of them stays out. Rows are added, never taken away.
CREATE TABLE erased (
    document TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Files made here, with the last change in each and for whom they are sealed, and files taken in. Of this laptop alone.
CREATE TABLE bundle (
    sha256 TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    upto INTEGER,
    recipients TEXT
) STRICT;
