-- The record of Vigil, version 2: one SQLite file. docs/record-format.md explains it.
--
-- Frozen once released; a change is a new version with its own file. Times are milliseconds of UTC since
-- 1970, with the offset of the clock in minutes east of UTC beside them. Numbers that stand for words
-- (kind, source, state …) are those of docs/record-format.md.

-- Which record this is: a site's file, and what it is for.
CREATE TABLE record (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  purpose INTEGER NOT NULL CHECK (purpose BETWEEN 1 AND 3),
  made_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER record_is_not_updated BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the record keeps its id and its purpose'); END;

CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the record id is never removed'); END;

CREATE TRIGGER record_is_made_once BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record)
BEGIN SELECT RAISE(ABORT, 'the record has its id'); END;

-- The log: append-only, numbered and chained within each stream.
CREATE TABLE entry (
  stream_kind INTEGER NOT NULL CHECK (stream_kind IN (1, 2)),
  stream_key ANY NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  record BLOB NOT NULL CHECK (length(record) = 16),
  commit_number INTEGER NOT NULL CHECK (commit_number >= 1),
  observed_ms INTEGER NOT NULL CHECK (observed_ms BETWEEN -62135596800000 AND 253402300799999),
  observed_offset INTEGER NOT NULL CHECK (observed_offset BETWEEN -1080 AND 1080),
  recorded_ms INTEGER NOT NULL CHECK (recorded_ms BETWEEN -62135596800000 AND 253402300799999),
  recorded_offset INTEGER NOT NULL CHECK (recorded_offset BETWEEN -1080 AND 1080),
  monotonic_ns INTEGER NOT NULL,
  boot BLOB CHECK (length(boot) = 16),
  author TEXT NOT NULL CHECK (author <> ''),
  observer TEXT CHECK (observer <> ''),
  source INTEGER NOT NULL CHECK (source BETWEEN 1 AND 6),
  device TEXT,
  document TEXT,
  room TEXT,
  kind INTEGER NOT NULL CHECK (kind >= 1),
  encoding INTEGER NOT NULL CHECK (encoding >= 1),
  body BLOB NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (stream_kind, stream_key, number),
  CHECK (
    (stream_kind = 1 AND typeof(stream_key) = 'integer' AND stream_key >= 1)
    OR (stream_kind = 2 AND typeof(stream_key) = 'text' AND stream_key <> '')
  ),
  CHECK ((source IN (2, 6)) = (document IS NOT NULL)),
  CHECK ((source = 3) = (device IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX entry_id ON entry (id);
CREATE INDEX entry_commit ON entry (commit_number);

CREATE TRIGGER entry_is_not_updated BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;

-- Before the insert, so that INSERT OR REPLACE and upserts stop here whatever the pragmas.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
BEGIN
  SELECT RAISE(ABORT, 'the entry id is already in the record')
  WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.id);

  SELECT RAISE(ABORT, 'an entry takes the next number of its stream')
  WHERE NEW.number IS NOT 1 + coalesce(
    (SELECT max(number) FROM entry
     WHERE stream_kind = NEW.stream_kind AND stream_key = NEW.stream_key), 0);

  SELECT RAISE(ABORT, 'an entry is chained to the one before it')
  WHERE NEW.number > 1 AND NEW.prev IS NOT
    (SELECT hash FROM entry
     WHERE stream_kind = NEW.stream_kind AND stream_key = NEW.stream_key
       AND number = NEW.number - 1);

  SELECT RAISE(ABORT, 'commits are numbered in order')
  WHERE NEW.commit_number < (SELECT max(commit_number) FROM entry);
END;

-- Texts of protocols, each once, by SHA-256.
CREATE TABLE protocol (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  id TEXT NOT NULL CHECK (id <> ''),
  version TEXT NOT NULL,
  text BLOB NOT NULL,
  kept_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER protocol_is_not_updated BEFORE UPDATE ON protocol
BEGIN SELECT RAISE(ABORT, 'a protocol text is never changed'); END;

CREATE TRIGGER protocol_is_not_deleted BEFORE DELETE ON protocol
BEGIN SELECT RAISE(ABORT, 'a protocol text is never removed'); END;

CREATE TRIGGER protocol_is_kept_once BEFORE INSERT ON protocol
WHEN EXISTS (SELECT 1 FROM protocol WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'the protocol text is already kept'); END;

-- Which protocols the clinic uses: the newest of an id is the one that sessions are opened with.
CREATE TABLE adoption (
  number INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  version TEXT NOT NULL,
  protocol BLOB NOT NULL REFERENCES protocol (digest),
  clinician TEXT NOT NULL CHECK (clinician <> ''),
  adopted_ms INTEGER NOT NULL CHECK (adopted_ms BETWEEN -62135596800000 AND 253402300799999),
  adopted_offset INTEGER NOT NULL CHECK (adopted_offset BETWEEN -1080 AND 1080),
  remark TEXT
) STRICT;

CREATE INDEX adoption_id ON adoption (id, number);

CREATE TRIGGER adoption_is_not_updated BEFORE UPDATE ON adoption
BEGIN SELECT RAISE(ABORT, 'an adoption is never changed'); END;

CREATE TRIGGER adoption_is_not_deleted BEFORE DELETE ON adoption
BEGIN SELECT RAISE(ABORT, 'an adoption is never removed'); END;

CREATE TRIGGER adoption_follows BEFORE INSERT ON adoption
BEGIN
  SELECT RAISE(ABORT, 'an adoption takes the next number')
  WHERE NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM adoption), 0);

  SELECT RAISE(ABORT, 'an adoption is of the id and the version of the text that is kept')
  WHERE NOT EXISTS (
    SELECT 1 FROM protocol
    WHERE digest = NEW.protocol AND id = NEW.id AND version = NEW.version);

  SELECT RAISE(ABORT, 'a version that was adopted has one text')
  WHERE EXISTS (
    SELECT 1 FROM adoption
    WHERE id = NEW.id AND version = NEW.version AND protocol <> NEW.protocol);
END;

-- What stands at the head of prints, and in which units they are: the newest row is in use.
CREATE TABLE clinic (
  number INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Lines, with a line feed between two; NULL where there are none.
  address TEXT CHECK (address <> ''),
  telephone TEXT CHECK (telephone <> ''),
  logo_kind INTEGER CHECK (logo_kind BETWEEN 1 AND 2),
  logo BLOB CHECK (length(logo) BETWEEN 1 AND 262144),
  paper INTEGER NOT NULL CHECK (paper BETWEEN 1 AND 2),
  zone TEXT CHECK (zone <> ''),
  temperature INTEGER NOT NULL CHECK (temperature BETWEEN 1 AND 2),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 2),
  -- How long an identity is kept after the last of a course, and how old the last verified backup may be;
  -- NULL where the clinic did not say.
  retention_years INTEGER CHECK (retention_years BETWEEN 1 AND 100),
  backup_days INTEGER CHECK (backup_days BETWEEN 1 AND 365),
  clinician TEXT NOT NULL CHECK (clinician <> ''),
  set_ms INTEGER NOT NULL CHECK (set_ms BETWEEN -62135596800000 AND 253402300799999),
  set_offset INTEGER NOT NULL CHECK (set_offset BETWEEN -1080 AND 1080),
  CHECK ((logo_kind IS NULL) = (logo IS NULL))
) STRICT;

CREATE TRIGGER clinic_is_not_updated BEFORE UPDATE ON clinic
BEGIN SELECT RAISE(ABORT, 'what was set of the clinic is never changed'); END;

CREATE TRIGGER clinic_is_not_deleted BEFORE DELETE ON clinic
BEGIN SELECT RAISE(ABORT, 'what was set of the clinic is never removed'); END;

CREATE TRIGGER clinic_follows BEFORE INSERT ON clinic
BEGIN
  SELECT RAISE(ABORT, 'what is set of the clinic takes the next number')
  WHERE NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM clinic), 0);
END;

-- Who a code stands for, apart from the log: erasing takes name to salt and leaves the commitment.
CREATE TABLE patient (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
  name TEXT,
  birth_date TEXT,
  medical_record_number TEXT,
  allergies TEXT,
  -- Where they are and who comes to them; no commitment holds it.
  address TEXT CHECK (address <> ''),
  emergency_number TEXT CHECK (emergency_number <> ''),
  salt BLOB CHECK (length(salt) >= 16),
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  added_ms INTEGER NOT NULL,
  erased_ms INTEGER,
  CHECK ((salt IS NULL) = (erased_ms IS NOT NULL)),
  CHECK (
    erased_ms IS NULL
    OR (name IS NULL AND birth_date IS NULL AND medical_record_number IS NULL
      AND allergies IS NULL AND address IS NULL AND emergency_number IS NULL)
  )
) STRICT, WITHOUT ROWID;

CREATE TRIGGER patient_is_not_deleted BEFORE DELETE ON patient
BEGIN SELECT RAISE(ABORT, 'a patient code is never removed; erase the identity'); END;

CREATE TRIGGER patient_keeps_code BEFORE UPDATE OF code, commitment ON patient
BEGIN SELECT RAISE(ABORT, 'a patient code keeps its commitment'); END;

CREATE TRIGGER patient_stays_erased BEFORE UPDATE ON patient
WHEN OLD.erased_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an erased identity stays erased'); END;

CREATE TRIGGER patient_is_added_once BEFORE INSERT ON patient
WHEN EXISTS (SELECT 1 FROM patient WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'the patient code is already there'); END;

-- Who works with the record; filled by `vigil clinician`. The newest row of a code counts.
CREATE TABLE clinician (
  number INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT CHECK (name <> ''),
  -- The sum of 1 observer, 2 prescriber, 4 reviewer and 8 administrator.
  roles INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 15),
  -- 0 once the code was taken off the list.
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  clinician TEXT NOT NULL CHECK (clinician <> ''),
  set_ms INTEGER NOT NULL CHECK (set_ms BETWEEN -62135596800000 AND 253402300799999),
  set_offset INTEGER NOT NULL CHECK (set_offset BETWEEN -1080 AND 1080)
) STRICT;

CREATE TRIGGER clinician_is_not_updated BEFORE UPDATE ON clinician
BEGIN SELECT RAISE(ABORT, 'what was set of a clinician is never changed'); END;

CREATE TRIGGER clinician_is_not_deleted BEFORE DELETE ON clinician
BEGIN SELECT RAISE(ABORT, 'what was set of a clinician is never removed'); END;

CREATE TRIGGER clinician_follows BEFORE INSERT ON clinician
BEGIN
  SELECT RAISE(ABORT, 'what is set of a clinician takes the next number')
  WHERE NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM clinician), 0);
END;

-- The record's own chain of seals, outside the streams: heads of streams that are signed, and the keys that
-- sign them. Each says how far the whole record had come, so that what is missing shows.
CREATE TABLE seal (
  number INTEGER NOT NULL PRIMARY KEY,
  -- 1 a head is signed, 2 a key begins, 3 a key follows the one that signs here, 4 a key is lost.
  act INTEGER NOT NULL CHECK (act BETWEEN 1 AND 4),
  stream_kind INTEGER CHECK (stream_kind IN (1, 2)),
  stream_key ANY,
  entry INTEGER CHECK (entry >= 1),
  head BLOB CHECK (length(head) = 32),
  -- What was derived of a session then; NULL for a course.
  derived BLOB CHECK (length(derived) = 32),
  -- The key that acts 2 to 4 are about.
  subject BLOB CHECK (length(subject) = 32),
  -- Whose keys they are: a clinician's, or NULL, the record's own.
  owner TEXT CHECK (owner <> ''),
  -- Who was entering, as it was typed; where nobody was named (account 1), the account of the machine.
  entered_as TEXT NOT NULL CHECK (entered_as <> ''),
  account INTEGER NOT NULL CHECK (account IN (0, 1)),
  remark TEXT,
  -- How far the record had come: its newest commit and its newest access, 0 where there is none.
  commit_number INTEGER NOT NULL CHECK (commit_number >= 0),
  access_number INTEGER NOT NULL CHECK (access_number >= 0),
  access_hash BLOB CHECK (length(access_hash) = 32),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN -62135596800000 AND 253402300799999),
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -1080 AND 1080),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK (
    (act = 1 AND stream_kind IS NOT NULL AND stream_key IS NOT NULL AND entry IS NOT NULL
      AND head IS NOT NULL AND subject IS NULL)
    OR (act > 1 AND stream_kind IS NULL AND stream_key IS NULL AND entry IS NULL
      AND head IS NULL AND derived IS NULL AND subject IS NOT NULL)
  ),
  CHECK ((access_number = 0) = (access_hash IS NULL))
) STRICT;

CREATE INDEX seal_stream ON seal (stream_kind, stream_key, entry) WHERE act = 1;
CREATE INDEX seal_key ON seal (number) WHERE act > 1;

CREATE TRIGGER seal_is_not_updated BEFORE UPDATE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;

CREATE TRIGGER seal_is_not_deleted BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal is never removed'); END;

CREATE TRIGGER seal_follows BEFORE INSERT ON seal
BEGIN
  SELECT RAISE(ABORT, 'a seal takes the next number')
  WHERE NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM seal), 0);
  SELECT RAISE(ABORT, 'a seal is chained to the one before it')
  WHERE NEW.number > 1 AND NEW.prev IS NOT
    (SELECT hash FROM seal WHERE number = NEW.number - 1);
END;

-- What was done with the record itself, beside what is entered in it. Who printed (1), exported (2), verified
-- (3), backed up and verified (4), restored (5) or erased (6) what; and, with the digest of the row or of its
-- commitment, what was written in the tables beside the log: a patient added (7), a contact set (8), a
-- protocol's text kept (9), a protocol adopted (10), the clinic set (11), a clinician set (12), a record of an
-- older version carried over (13).
CREATE TABLE access (
  number INTEGER NOT NULL PRIMARY KEY,
  -- How the hash is made: 1 as in version 1, of which rows are kept as they are.
  form INTEGER NOT NULL CHECK (form BETWEEN 1 AND 2),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN -62135596800000 AND 253402300799999),
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -1080 AND 1080),
  -- A clinician's code as it was typed; where nobody was named (account 1), the account of the machine.
  who TEXT NOT NULL CHECK (who <> ''),
  account INTEGER NOT NULL CHECK (account IN (0, 1)),
  act INTEGER NOT NULL CHECK (act BETWEEN 1 AND 13),
  subject TEXT,
  digest BLOB CHECK (length(digest) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK (form = 2 OR (account = 0 AND digest IS NULL))
) STRICT;

-- What the tables beside the log are held against, and when a backup was last made.
CREATE INDEX access_act ON access (act, number) WHERE act > 3;

CREATE TRIGGER access_is_not_updated BEFORE UPDATE ON access
BEGIN SELECT RAISE(ABORT, 'an access is never changed'); END;

CREATE TRIGGER access_is_not_deleted BEFORE DELETE ON access
BEGIN SELECT RAISE(ABORT, 'an access is never removed'); END;

CREATE TRIGGER access_follows BEFORE INSERT ON access
BEGIN
  SELECT RAISE(ABORT, 'an access takes the next number')
  WHERE NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM access), 0);
  SELECT RAISE(ABORT, 'an access is chained to the one before it')
  WHERE NEW.number > 1 AND NEW.prev IS NOT
    (SELECT hash FROM access WHERE number = NEW.number - 1);
END;

-- Read models: all that follows can be derived from the log again. Nothing is true only here.

CREATE TABLE session (
  number INTEGER NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (code),
  protocol BLOB NOT NULL REFERENCES protocol (digest),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
  opened_ms INTEGER NOT NULL,
  opened_offset INTEGER NOT NULL,
  closed_ms INTEGER,
  closed_offset INTEGER,
  opening BLOB NOT NULL,
  -- Where it goes on now; NULL where no room was named.
  room TEXT,
  CHECK ((closed_ms IS NULL) = (closed_offset IS NULL))
) STRICT;

CREATE INDEX session_patient ON session (patient);
CREATE INDEX session_open ON session (number) WHERE state = 1;
CREATE INDEX session_opened ON session (opened_ms);

-- The measured values as they stand, one for each sign of an entry.
CREATE TABLE reading (
  session INTEGER NOT NULL REFERENCES session (number),
  entry INTEGER NOT NULL,
  sign INTEGER NOT NULL,
  value INTEGER NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  observed_ms INTEGER NOT NULL,
  standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
  PRIMARY KEY (session, entry, sign)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
  session INTEGER NOT NULL REFERENCES session (number),
  number INTEGER NOT NULL,
  rule TEXT NOT NULL,
  -- The entry that first broke the rule; NULL where time alone raised the flag.
  entry INTEGER CHECK (entry >= 1),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
  acknowledged INTEGER NOT NULL CHECK (acknowledged IN (0, 1)),
  process INTEGER NOT NULL CHECK (process IN (0, 1)),
  reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
  raised_ms INTEGER NOT NULL,
  raised_offset INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX flag_raised ON flag (raised_ms);
CREATE INDEX flag_rule ON flag (rule, raised_ms);
CREATE INDEX flag_priority ON flag (priority, raised_ms);
CREATE INDEX flag_state ON flag (state, raised_ms);
CREATE INDEX flag_unacknowledged ON flag (raised_ms) WHERE acknowledged = 0;
-- What a weekly review has to do; a retracted flag (state 5) needs none.
CREATE INDEX flag_unreviewed ON flag (raised_ms) WHERE reviewed = 0 AND state < 5;

-- Side effects from onset to end, as the unvoided entries tell them.
CREATE TABLE effect (
  session INTEGER NOT NULL REFERENCES session (number),
  onset INTEGER NOT NULL,
  name TEXT NOT NULL,
  worst INTEGER NOT NULL CHECK (worst BETWEEN 0 AND 3),
  began_ms INTEGER NOT NULL,
  reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
  body BLOB NOT NULL,
  PRIMARY KEY (session, onset)
) STRICT, WITHOUT ROWID;

CREATE INDEX effect_began ON effect (began_ms);
CREATE INDEX effect_name ON effect (name, began_ms);
CREATE INDEX effect_worst ON effect (worst, began_ms);
CREATE INDEX effect_unreviewed ON effect (began_ms) WHERE reviewed = 0;

-- What a safety review counts of a session, so that many of them need no log to be read.
CREATE TABLE tally (
  session INTEGER NOT NULL PRIMARY KEY REFERENCES session (number),
  body BLOB NOT NULL
) STRICT;

-- 'VIGL': what `file` and every reader know the record by.
PRAGMA application_id = 1447642956;
PRAGMA user_version = 2;
