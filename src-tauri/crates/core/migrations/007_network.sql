ALTER TABLE transmission ADD COLUMN package TEXT;

CREATE TABLE network_partner (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    city TEXT,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    role_from TEXT,
    role_to TEXT,
    contact_email TEXT,
    trains INTEGER,
    pilots INTEGER
) STRICT;
CREATE INDEX network_partner_partnership ON network_partner (partnership);

CREATE TABLE partner_review (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    network_partner TEXT NOT NULL,
    reporting_period TEXT,
    status TEXT NOT NULL,
    reviewed_on TEXT,
    comment TEXT
) STRICT;
CREATE INDEX partner_review_network_partner ON partner_review (network_partner);

CREATE TABLE seminar (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    number INTEGER,
    title TEXT NOT NULL,
    city TEXT,
    country TEXT,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    partners TEXT NOT NULL
) STRICT;
CREATE INDEX seminar_partnership ON seminar (partnership);

-- What partners sent. It is the owners' and not part of this file's own history: a later package takes its place.
CREATE TABLE package (
    id TEXT PRIMARY KEY NOT NULL,
    partnership TEXT NOT NULL,
    partner_code TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sample INTEGER NOT NULL,
    partner TEXT NOT NULL,
    figures TEXT NOT NULL,
    records INTEGER NOT NULL,
    current INTEGER NOT NULL
) STRICT;
CREATE INDEX package_partnership ON package (partnership, current);

CREATE TABLE package_record (
    partnership TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (partnership, entity, id)
) STRICT, WITHOUT ROWID;
