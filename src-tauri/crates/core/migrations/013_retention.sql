-- Until when a class of records with personal data is kept, where that is not as usual.
CREATE TABLE retention_rule (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    class TEXT NOT NULL,
    keep_until TEXT NOT NULL,
    action TEXT NOT NULL
) STRICT;
CREATE INDEX retention_rule_partnership ON retention_rule (partnership);
