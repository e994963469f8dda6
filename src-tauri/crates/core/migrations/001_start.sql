-- Whose file this is: one row.
CREATE TABLE file (
    id TEXT PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL
) STRICT;

-- The dossiers: each an Automerge document of its own. A person's is the unit of erasure.
CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL,
    root TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL,
    owner TEXT NOT NULL,
    personal INTEGER NOT NULL
) STRICT;

-- The truth: immutable changes, one a dossier and save. All tables below follow from these.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX change_document ON change (document, seq);

-- Every record, deleted ones included.
CREATE TABLE record (
    id TEXT PRIMARY KEY NOT NULL,
    entity TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    deleted INTEGER NOT NULL
) STRICT;
CREATE INDEX record_document ON record (document);

-- Fields that two people changed at once, with all of their values.
CREATE TABLE conflict (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    leaf TEXT NOT NULL,
    choices TEXT NOT NULL,
    PRIMARY KEY (record, leaf)
) STRICT;

CREATE TABLE partnership (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    partner_code TEXT NOT NULL,
    partner_name TEXT NOT NULL,
    partner_kind TEXT NOT NULL,
    city TEXT,
    country TEXT NOT NULL,
    language TEXT NOT NULL,
    host_body TEXT,
    established_on TEXT,
    meeting_frequency TEXT,
    status TEXT NOT NULL,
    mandate TEXT,
    sample INTEGER
) STRICT;

CREATE TABLE agency (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    name TEXT NOT NULL,
    sector TEXT NOT NULL,
    level TEXT,
    role TEXT NOT NULL,
    since TEXT,
    agreement TEXT
) STRICT;
CREATE INDEX agency_partnership ON agency (partnership);

CREATE TABLE transmission (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    report_kind TEXT NOT NULL,
    subject TEXT,
    language TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pages INTEGER NOT NULL,
    exported_on TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX transmission_partnership ON transmission (partnership);

CREATE TABLE situation_analysis (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    territory TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    status TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    summary TEXT,
    profile TEXT,
    method TEXT,
    limits TEXT,
    validated_on TEXT,
    next_review_on TEXT
) STRICT;

CREATE TABLE evidence_source (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT,
    covers_from TEXT,
    covers_to TEXT,
    reliability TEXT NOT NULL,
    limits TEXT
) STRICT;
CREATE INDEX evidence_source_situation_analysis ON evidence_source (situation_analysis);

CREATE TABLE manifestation (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    form TEXT NOT NULL,
    level TEXT NOT NULL,
    trend TEXT NOT NULL,
    confidence TEXT NOT NULL,
    settings TEXT,
    description TEXT,
    evidence TEXT,
    no_local_evidence INTEGER
) STRICT;
CREATE INDEX manifestation_situation_analysis ON manifestation (situation_analysis);

CREATE TABLE factor_rating (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    factor TEXT NOT NULL,
    presence TEXT NOT NULL,
    trend TEXT NOT NULL,
    confidence TEXT NOT NULL,
    comment TEXT,
    evidence TEXT
) STRICT;
CREATE INDEX factor_rating_situation_analysis ON factor_rating (situation_analysis);

CREATE TABLE priority (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    title TEXT NOT NULL,
    theme TEXT NOT NULL,
    severity INTEGER NOT NULL,
    extent INTEGER NOT NULL,
    influence INTEGER NOT NULL,
    rank INTEGER,
    rationale TEXT,
    objective TEXT,
    factors TEXT,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX priority_situation_analysis ON priority (situation_analysis);

CREATE TABLE participant (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    family_name TEXT NOT NULL,
    given_name TEXT,
    function TEXT,
    organisation TEXT,
    sector TEXT NOT NULL,
    city TEXT,
    country TEXT,
    language TEXT,
    work_email TEXT,
    gender TEXT,
    notice_given_on TEXT,
    retention_until TEXT
) STRICT;

CREATE TABLE training_session (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    code TEXT,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    city TEXT,
    country TEXT,
    venue TEXT,
    delivery TEXT NOT NULL,
    languages TEXT,
    modules TEXT,
    target_sectors TEXT,
    guest_cities TEXT,
    capacity INTEGER,
    priorities TEXT,
    status TEXT NOT NULL,
    objectives TEXT,
    results TEXT
) STRICT;

CREATE TABLE half_day (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    training_session TEXT NOT NULL,
    date TEXT NOT NULL,
    part TEXT NOT NULL,
    hours REAL NOT NULL
) STRICT;
CREATE INDEX half_day_training_session ON half_day (training_session);

CREATE TABLE trainer (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    training_session TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT,
    role TEXT NOT NULL
) STRICT;
CREATE INDEX trainer_training_session ON trainer (training_session);

CREATE TABLE enrolment (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    training_session TEXT NOT NULL,
    participant TEXT NOT NULL,
    status TEXT NOT NULL,
    guest_city INTEGER,
    walk_in INTEGER
) STRICT;
CREATE INDEX enrolment_training_session ON enrolment (training_session);

CREATE TABLE attendance (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    enrolment TEXT NOT NULL,
    half_day TEXT NOT NULL,
    status TEXT NOT NULL,
    basis TEXT
) STRICT;
CREATE INDEX attendance_enrolment ON attendance (enrolment);

CREATE TABLE pilot_initiative (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    code TEXT,
    theme TEXT NOT NULL,
    prevention_level TEXT NOT NULL,
    forms TEXT,
    target_groups TEXT,
    stage TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    summary TEXT,
    need TEXT,
    priorities TEXT,
    training_sessions TEXT,
    safeguards TEXT
) STRICT;

CREATE TABLE milestone (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT NOT NULL,
    forecast TEXT,
    done_on TEXT,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX milestone_pilot_initiative ON milestone (pilot_initiative);

CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT,
    aggregation TEXT NOT NULL,
    direction TEXT NOT NULL,
    baseline REAL,
    target REAL NOT NULL,
    target_date TEXT,
    source TEXT,
    percent INTEGER
) STRICT;
CREATE INDEX indicator_pilot_initiative ON indicator (pilot_initiative);

CREATE TABLE indicator_value (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    value REAL NOT NULL,
    comment TEXT,
    finality TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_value_indicator ON indicator_value (indicator);

CREATE TABLE status_report (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    reported_on TEXT NOT NULL,
    finality TEXT NOT NULL,
    rag_overall TEXT NOT NULL,
    rag_schedule TEXT NOT NULL,
    rag_scope TEXT NOT NULL,
    rag_budget TEXT NOT NULL,
    rag_partners TEXT NOT NULL,
    rag_results TEXT NOT NULL,
    progress TEXT,
    obstacles TEXT,
    levers TEXT,
    next_steps TEXT,
    support_needed TEXT
) STRICT;
CREATE INDEX status_report_pilot_initiative ON status_report (pilot_initiative);

