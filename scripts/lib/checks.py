"""Whether a record is what was saved: by the program, by SQLite, by the second verifier, and by the ids of what was entered."""

import os
import sqlite3
import subprocess
import sys

VERIFIER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "verify-record.py")


def by_program(program, environment, record, *options):
    """Nil where `vigil verify` says that the record holds, else what it says."""
    done = subprocess.run(
        [program, "verify", "--record", record, *options], env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True,
    )
    return None if done.returncode == 0 else f"vigil verify {done.returncode}: {short(done)}"


def by_second_verifier(record, may_not_tell=False):
    """Nil where scripts/verify-record.py says that the record holds.

    Of sessions that are open it cannot tell what the rules would derive; with *may_not_tell* that is not held against it.
    """
    done = subprocess.run([sys.executable, "-B", VERIFIER, record], capture_output=True, text=True)
    if done.returncode == 0 or (may_not_tell and done.returncode == 2):
        return None
    return f"verify-record.py {done.returncode}: {short(done)}"


def by_sqlite(record):
    """Nil where SQLite finds nothing wrong in the file."""
    try:
        connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
        try:
            found = connection.execute("PRAGMA integrity_check").fetchall()
            foreign = connection.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return f"SQLite: {error}"
    if found != [("ok",)] or foreign:
        return f"SQLite: {str(found + foreign)[:300]}"
    return None


def by_ids(record, ids):
    """Nil where each of these ids is in the log once."""
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    try:
        kept = [bytes(row[0]).hex() for row in connection.execute("SELECT id FROM entry NOT INDEXED")]
    finally:
        connection.close()
    wanted = {known.replace("-", "").lower() for known in ids}
    found = [known for known in kept if known in wanted]
    if len(found) == len(ids) == len(set(found)):
        return None
    return f"{len(ids)} were said to be saved, {len(set(found))} are there, {len(found) - len(set(found))} of them twice"


def short(done):
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return " / ".join(said[-6:])[:600]
