CREATE TABLE issuer (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL,
    since TEXT NOT NULL,
    pack_number INTEGER,
    pack_made_at TEXT,
    pack_digest TEXT
) STRICT;
CREATE INDEX issuer_partnership ON issuer (partnership);

CREATE INDEX package_partner_code ON package (partner_code);
