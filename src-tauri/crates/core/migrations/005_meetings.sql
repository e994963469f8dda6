CREATE TABLE meeting_series (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    frequency TEXT,
    pilot_initiative TEXT
) STRICT;

CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    meeting_series TEXT,
    number INTEGER,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    venue TEXT,
    chair_function TEXT,
    minute_taker_function TEXT,
    languages TEXT,
    quorum_needed INTEGER,
    status TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    pilot_initiative TEXT,
    next_meeting_on TEXT,
    approved_on TEXT
) STRICT;

CREATE TABLE meeting_attendance (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    meeting TEXT NOT NULL,
    agency TEXT,
    organisation TEXT,
    function TEXT,
    name TEXT,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_attendance_meeting ON meeting_attendance (meeting);

CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    meeting TEXT,
    position INTEGER,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER,
    presenter_agency TEXT,
    presenter_function TEXT,
    situation_analysis TEXT,
    training_session TEXT,
    pilot_initiative TEXT,
    indicator TEXT,
    risk TEXT,
    confidential INTEGER,
    notes TEXT,
    began_at TEXT,
    carried_from TEXT
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting);
CREATE INDEX agenda_item_carried_from ON agenda_item (carried_from);

CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    meeting TEXT NOT NULL,
    agenda_item TEXT,
    number TEXT,
    text TEXT NOT NULL,
    result TEXT NOT NULL,
    basis TEXT NOT NULL,
    votes_for INTEGER,
    votes_against INTEGER,
    abstentions INTEGER,
    dissent TEXT
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX decision_agenda_item ON decision (agenda_item);

CREATE TABLE action_point (
    id TEXT PRIMARY KEY NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    meeting TEXT NOT NULL,
    agenda_item TEXT,
    number TEXT,
    text TEXT NOT NULL,
    owner_agency TEXT,
    owner_function TEXT,
    due TEXT,
    status TEXT NOT NULL,
    done_on TEXT,
    comment TEXT
) STRICT;
CREATE INDEX action_point_meeting ON action_point (meeting);
CREATE INDEX action_point_agenda_item ON action_point (agenda_item);
