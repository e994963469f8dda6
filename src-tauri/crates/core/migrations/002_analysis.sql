-- The complete situation analysis. The tables are projections: what is dropped here is made again from the history.
DROP TABLE agency;
CREATE TABLE agency (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    name TEXT NOT NULL,
    sector TEXT NOT NULL,
    level TEXT,
    role TEXT,
    since TEXT,
    until TEXT,
    agreement TEXT,
    public_body INTEGER,
    website TEXT
) STRICT;
CREATE INDEX agency_partnership ON agency (partnership);

ALTER TABLE partnership ADD COLUMN legal_basis TEXT;
ALTER TABLE partnership ADD COLUMN chair_function TEXT;
ALTER TABLE partnership ADD COLUMN information_sharing TEXT;
ALTER TABLE partnership ADD COLUMN nuts_code TEXT;
ALTER TABLE partnership ADD COLUMN population INTEGER;
ALTER TABLE partnership ADD COLUMN population_year INTEGER;
ALTER TABLE partnership ADD COLUMN contact_function TEXT;
ALTER TABLE partnership ADD COLUMN contact_email TEXT;

CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    agency TEXT NOT NULL,
    family_name TEXT NOT NULL,
    given_name TEXT,
    function TEXT,
    work_email TEXT,
    work_phone TEXT,
    language TEXT,
    notice_given_on TEXT,
    retention_until TEXT
) STRICT;
CREATE INDEX contact_agency ON contact (agency);

CREATE TABLE stakeholder_assessment (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    agency TEXT NOT NULL,
    assessed_on TEXT NOT NULL,
    influence INTEGER NOT NULL,
    interest INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    relation TEXT NOT NULL,
    strategy TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE INDEX stakeholder_assessment_agency ON stakeholder_assessment (agency);

CREATE TABLE maturity_rating (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    criterion TEXT NOT NULL,
    rated_on TEXT NOT NULL,
    level TEXT NOT NULL,
    evidence TEXT,
    action TEXT
) STRICT;
CREATE INDEX maturity_rating_partnership ON maturity_rating (partnership);

CREATE TABLE territory (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    within TEXT,
    population INTEGER,
    population_year INTEGER,
    area_km2 REAL,
    note TEXT
) STRICT;
CREATE INDEX territory_partnership ON territory (partnership);

CREATE TABLE territory_indicator (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,
    source TEXT,
    note TEXT
) STRICT;

CREATE TABLE territory_value (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    territory_indicator TEXT NOT NULL,
    territory TEXT,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    value REAL,
    numerator REAL,
    denominator REAL,
    note TEXT
) STRICT;
CREATE INDEX territory_value_territory_indicator ON territory_value (territory_indicator, period_from);

ALTER TABLE situation_analysis ADD COLUMN territories TEXT;
ALTER TABLE situation_analysis ADD COLUMN version_no INTEGER;
ALTER TABLE situation_analysis ADD COLUMN based_on TEXT;
ALTER TABLE situation_analysis ADD COLUMN mandate TEXT;
ALTER TABLE situation_analysis ADD COLUMN validation_meeting TEXT;
ALTER TABLE situation_analysis ADD COLUMN dissent TEXT;

CREATE TABLE analysis_author (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    agency TEXT NOT NULL,
    function TEXT NOT NULL
) STRICT;
CREATE INDEX analysis_author_situation_analysis ON analysis_author (situation_analysis);

ALTER TABLE evidence_source ADD COLUMN territory TEXT;
ALTER TABLE evidence_source ADD COLUMN collected_on TEXT;
ALTER TABLE evidence_source ADD COLUMN frequency TEXT;
ALTER TABLE evidence_source ADD COLUMN sample_size INTEGER;
ALTER TABLE evidence_source ADD COLUMN sensitivity TEXT;
ALTER TABLE evidence_source ADD COLUMN reference TEXT;
ALTER TABLE evidence_source ADD COLUMN personal_data INTEGER;

CREATE TABLE incident_count (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    kind TEXT NOT NULL,
    ground TEXT,
    territory TEXT,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    incidents INTEGER NOT NULL,
    note TEXT,
    evidence TEXT
) STRICT;
CREATE INDEX incident_count_situation_analysis ON incident_count (situation_analysis);

CREATE TABLE perception (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    asked TEXT NOT NULL,
    statement TEXT NOT NULL,
    trend TEXT NOT NULL,
    agreeing INTEGER,
    respondents INTEGER,
    description TEXT,
    evidence TEXT,
    no_local_evidence INTEGER
) STRICT;
CREATE INDEX perception_situation_analysis ON perception (situation_analysis);

ALTER TABLE factor_rating ADD COLUMN districts TEXT;
ALTER TABLE factor_rating ADD COLUMN no_local_evidence INTEGER;

CREATE TABLE service_offer (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    name TEXT NOT NULL,
    agency TEXT,
    prevention_level TEXT NOT NULL,
    target_groups TEXT,
    capacity TEXT,
    gap INTEGER,
    note TEXT,
    continues TEXT
) STRICT;
CREATE INDEX service_offer_situation_analysis ON service_offer (situation_analysis);

CREATE TABLE swot_entry (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    quadrant TEXT NOT NULL,
    statement TEXT NOT NULL,
    weight INTEGER NOT NULL,
    priority TEXT,
    evidence TEXT,
    no_local_evidence INTEGER,
    continues TEXT
) STRICT;
CREATE INDEX swot_entry_situation_analysis ON swot_entry (situation_analysis);

ALTER TABLE priority ADD COLUMN scored_on TEXT;
ALTER TABLE priority ADD COLUMN scored_by TEXT;
ALTER TABLE priority ADD COLUMN mandate INTEGER;
ALTER TABLE priority ADD COLUMN goal_level TEXT;
ALTER TABLE priority ADD COLUMN continues TEXT;

CREATE TABLE recommendation (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    situation_analysis TEXT NOT NULL,
    statement TEXT NOT NULL,
    priority TEXT,
    addressee TEXT,
    objective TEXT,
    goal_level TEXT,
    responsible TEXT,
    pilots TEXT,
    status TEXT NOT NULL,
    continues TEXT
) STRICT;
CREATE INDEX recommendation_situation_analysis ON recommendation (situation_analysis);
