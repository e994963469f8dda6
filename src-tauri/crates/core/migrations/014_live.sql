-- How far this file was in step with the server when it last was: one row, and none before. Of this laptop alone.
CREATE TABLE live (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    upto INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
