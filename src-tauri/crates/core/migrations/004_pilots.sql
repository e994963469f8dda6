ALTER TABLE pilot_initiative ADD COLUMN territory TEXT;
ALTER TABLE pilot_initiative ADD COLUMN started_on TEXT;
ALTER TABLE pilot_initiative ADD COLUMN ended_on TEXT;
ALTER TABLE pilot_initiative ADD COLUMN approach TEXT;
ALTER TABLE pilot_initiative ADD COLUMN innovation TEXT;
ALTER TABLE pilot_initiative ADD COLUMN sustainability TEXT;

ALTER TABLE indicator ADD COLUMN kind TEXT NOT NULL DEFAULT 'count';
ALTER TABLE indicator ADD COLUMN entry TEXT NOT NULL DEFAULT 'per_period';
ALTER TABLE indicator ADD COLUMN logframe_row TEXT;
ALTER TABLE indicator ADD COLUMN code TEXT;
ALTER TABLE indicator ADD COLUMN definition TEXT;
ALTER TABLE indicator ADD COLUMN baseline_date TEXT;
ALTER TABLE indicator ADD COLUMN disaggregation TEXT;
ALTER TABLE indicator ADD COLUMN method TEXT;
ALTER TABLE indicator ADD COLUMN frequency TEXT;
ALTER TABLE indicator ADD COLUMN responsible TEXT;
ALTER TABLE indicator ADD COLUMN common_indicator TEXT;
ALTER TABLE indicator ADD COLUMN kpi INTEGER;
ALTER TABLE indicator ADD COLUMN fund_code TEXT;
ALTER TABLE indicator ADD COLUMN closed_on TEXT;

ALTER TABLE indicator_value ADD COLUMN numerator REAL;
ALTER TABLE indicator_value ADD COLUMN denominator REAL;
ALTER TABLE indicator_value ADD COLUMN evidence TEXT;

ALTER TABLE status_report ADD COLUMN results TEXT;
ALTER TABLE status_report ADD COLUMN context_change TEXT;

CREATE TABLE reporting_period (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    partnership TEXT NOT NULL,
    title TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    kind TEXT NOT NULL,
    due TEXT
) STRICT;
CREATE INDEX reporting_period_partnership ON reporting_period (partnership);

CREATE TABLE pilot_partner (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    agency TEXT NOT NULL,
    role TEXT NOT NULL,
    contribution TEXT
) STRICT;
CREATE INDEX pilot_partner_pilot_initiative ON pilot_partner (pilot_initiative);

CREATE TABLE logframe_row (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    level TEXT NOT NULL,
    code TEXT,
    title TEXT NOT NULL,
    parent TEXT,
    assumptions TEXT,
    closed_on TEXT
) STRICT;
CREATE INDEX logframe_row_pilot_initiative ON logframe_row (pilot_initiative);

CREATE TABLE indicator_target (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    due TEXT NOT NULL,
    value REAL NOT NULL
) STRICT;
CREATE INDEX indicator_target_indicator ON indicator_target (indicator);

CREATE TABLE group_value (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    indicator_value TEXT NOT NULL,
    gender TEXT,
    age_band TEXT,
    sector TEXT,
    district TEXT,
    language TEXT,
    value REAL NOT NULL,
    numerator REAL,
    denominator REAL
) STRICT;
CREATE INDEX group_value_indicator_value ON group_value (indicator_value);

CREATE TABLE activity (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    logframe_row TEXT,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    forecast_starts TEXT,
    forecast_ends TEXT,
    started_on TEXT,
    ended_on TEXT,
    status TEXT NOT NULL,
    place TEXT,
    target_groups TEXT,
    participants INTEGER
) STRICT;
CREATE INDEX activity_pilot_initiative ON activity (pilot_initiative);

CREATE TABLE deliverable (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    due TEXT NOT NULL,
    forecast TEXT,
    delivered_on TEXT,
    status TEXT NOT NULL,
    file TEXT,
    public INTEGER
) STRICT;
CREATE INDEX deliverable_pilot_initiative ON deliverable (pilot_initiative);

CREATE TABLE risk (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    likelihood INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    controls TEXT,
    residual_likelihood INTEGER,
    residual_severity INTEGER,
    owner TEXT,
    identified_on TEXT,
    review_on TEXT,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX risk_pilot_initiative ON risk (pilot_initiative);

CREATE TABLE budget_line (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    heading TEXT NOT NULL,
    planned INTEGER NOT NULL,
    committed INTEGER,
    spent INTEGER,
    forecast INTEGER,
    reporting_period TEXT
) STRICT;
CREATE INDEX budget_line_pilot_initiative ON budget_line (pilot_initiative);

CREATE TABLE evaluation_plan (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    questions TEXT,
    methods TEXT,
    evaluator TEXT,
    baseline_on TEXT,
    results_on TEXT,
    budget INTEGER,
    use_of_results TEXT
) STRICT;
CREATE INDEX evaluation_plan_pilot_initiative ON evaluation_plan (pilot_initiative);

CREATE TABLE peer_review (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    mode TEXT NOT NULL,
    relevance INTEGER,
    coherence INTEGER,
    effectiveness INTEGER,
    efficiency INTEGER,
    rights_ethics INTEGER,
    sustainability INTEGER,
    transferability INTEGER,
    strengths TEXT
) STRICT;
CREATE INDEX peer_review_pilot_initiative ON peer_review (pilot_initiative);

CREATE TABLE review_recommendation (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    peer_review TEXT NOT NULL,
    title TEXT NOT NULL,
    urgency TEXT NOT NULL,
    response TEXT,
    response_text TEXT,
    due TEXT
) STRICT;
CREATE INDEX review_recommendation_peer_review ON review_recommendation (peer_review);

CREATE TABLE lesson (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT
) STRICT;
CREATE INDEX lesson_pilot_initiative ON lesson (pilot_initiative);

CREATE TABLE practice_sheet (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pilot_initiative TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    summary TEXT,
    context TEXT,
    objectives TEXT,
    approach TEXT,
    activities TEXT,
    partners TEXT,
    resources TEXT,
    results TEXT,
    evaluation TEXT,
    evidence_strength TEXT,
    obstacles TEXT,
    lessons TEXT,
    transferability TEXT,
    safeguards TEXT,
    contact TEXT,
    languages TEXT,
    annexes TEXT
) STRICT;
CREATE INDEX practice_sheet_pilot_initiative ON practice_sheet (pilot_initiative);
