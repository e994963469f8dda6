-- Training and attendance: what a session is planned with, how people came in, what a mark rests on, certificates,
-- evaluation, and files attached to records.
ALTER TABLE partnership ADD COLUMN data_protection_contact TEXT;

ALTER TABLE participant ADD COLUMN photo_consent TEXT;

ALTER TABLE training_session ADD COLUMN interpretation_languages TEXT;
ALTER TABLE training_session ADD COLUMN cost REAL;
ALTER TABLE training_session ADD COLUMN certificate_share INTEGER;
ALTER TABLE training_session ADD COLUMN template INTEGER;

ALTER TABLE half_day ADD COLUMN starts_at TEXT;

ALTER TABLE enrolment ADD COLUMN source TEXT;
CREATE INDEX enrolment_participant ON enrolment (participant);

ALTER TABLE attendance ADD COLUMN minutes INTEGER;
ALTER TABLE attendance ADD COLUMN sheet TEXT;
CREATE INDEX attendance_half_day ON attendance (half_day);

CREATE TABLE certificate (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    training_session TEXT NOT NULL,
    participant TEXT NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    language TEXT NOT NULL,
    attended INTEGER NOT NULL,
    held INTEGER NOT NULL,
    hours REAL NOT NULL,
    revoked_on TEXT,
    revocation_reason TEXT
) STRICT;
CREATE INDEX certificate_training_session ON certificate (training_session);
CREATE INDEX certificate_participant ON certificate (participant);

CREATE TABLE evaluation_wave (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    training_session TEXT NOT NULL,
    wave TEXT NOT NULL,
    due_on TEXT,
    handed_out INTEGER,
    note TEXT
) STRICT;
CREATE INDEX evaluation_wave_training_session ON evaluation_wave (training_session);

CREATE TABLE evaluation_response (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    evaluation_wave TEXT NOT NULL,
    usefulness INTEGER,
    relevance_to_role INTEGER,
    trainer_quality INTEGER,
    materials INTEGER,
    organisation INTEGER,
    knowledge_tm1 INTEGER,
    knowledge_tm2 INTEGER,
    knowledge_tm3 INTEGER,
    knowledge_tm4 INTEGER,
    knowledge_tm5 INTEGER,
    knowledge_tm6 INTEGER,
    knowledge_tm7 INTEGER,
    knowledge_tm8 INTEGER,
    knowledge_tm9 INTEGER,
    knowledge_tm10 INTEGER,
    knowledge_tm11 INTEGER,
    knowledge_tm12 INTEGER,
    knowledge_tm13 INTEGER,
    can_recognise INTEGER,
    know_whom_to_contact INTEGER,
    confidence_to_act INTEGER,
    used_in_work TEXT,
    shared_with_colleagues TEXT,
    contacted_partner_agency TEXT,
    most_useful TEXT,
    missing TEXT,
    fingerprint TEXT
) STRICT;
CREATE INDEX evaluation_response_evaluation_wave ON evaluation_response (evaluation_wave);

CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    consent TEXT,
    caption TEXT
) STRICT;
CREATE INDEX attachment_subject ON attachment (subject);

-- The bytes of attached files, by what they are. Not part of the history: see `store/content.rs`.
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
