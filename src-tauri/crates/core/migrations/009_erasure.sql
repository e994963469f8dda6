-- What is left of a document that was erased: which it was, of what kind, why, how, when and by whose word; no name. Rows
-- are added, never taken away, and travel with every exchange file. Nothing was ever written to the table before.
DROP TABLE erased;
CREATE TABLE erased (
    document TEXT PRIMARY KEY NOT NULL,
    entity TEXT NOT NULL,
    reason TEXT NOT NULL,
    way TEXT NOT NULL,
    at TEXT NOT NULL,
    -- The document that takes its place, where one does.
    successor TEXT NOT NULL,
    -- The changes that went into the successor, shortened.
    seen TEXT NOT NULL,
    signer TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE INDEX erased_successor ON erased (successor);

-- How many documents were erased when a file was made.
ALTER TABLE bundle ADD COLUMN erased INTEGER;

ALTER TABLE participant ADD COLUMN anonymised_on TEXT;
