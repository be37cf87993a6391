"""Records that are sound files of SQLite and hold what no Vigil wrote: wild numbers in columns and bodies, schemas with
more in them, and logs that were chained anew over what was changed, as somebody can who knows the format."""

import pathlib
import sqlite3
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

from lib.values import Text, digest, number, stored  # noqa: E402  (scripts/ is where `lib` lies)

EXTREMES = (2**63 - 1, -2**63, -1, 0, 2**62, 2**31, 10**12, 253_402_300_799_999, -62_135_596_800_000)
# Of each, in the order of `entry`: what the hash of an entry is over.
COLUMNS = (
    "record",
    "number",
    "id",
    "commit_number",
    "observed_ms",
    "observed_offset",
    "recorded_ms",
    "recorded_offset",
    "monotonic_ns",
    "boot",
    "author",
    "observer",
    "source",
    "device",
    "document",
    "room",
    "kind",
    "encoding",
     "body")
MORE = (
    "CREATE TRIGGER helpful AFTER INSERT ON entry BEGIN DELETE FROM tally; END",
    "CREATE VIEW latest AS SELECT * FROM entry",
    "CREATE TABLE more (words TEXT)",
    "CREATE INDEX by_room ON entry (room)",
    "CREATE TRIGGER forever AFTER INSERT ON access BEGIN "
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
    "SELECT count(*) FROM n; END",
)


def _changed(data, change, kept_triggers=True):
    """The file after a change in SQL; triggers are away meanwhile, and there again with their own text."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(data)
    connection.text_factory = Text
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    try:
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name.decode()}"')
        change(connection)
        if kept_triggers:
            for _, sql in triggers:
                connection.execute(sql.decode())
        return {"": connection.serialize()}
    finally:
        connection.close()


def _row(connection, table, random):
    """Where one row of a table is, as SQL; None of an empty table."""
    keys = [row[1].decode() for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    rows = connection.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
    if not rows:
        return None
    return " AND ".join(f"{key} = ?" for key in keys), random.choice(rows)


def _text(value):
    return value.decode("utf-8", "replace") if isinstance(value, Text) else value


def wild_column(data, random):
    """One value of any table beyond what is possible."""
    def change(connection):
        tables = [row[0].decode() for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for _ in range(random.choice((1, 1, 3))):
            table = random.choice(tables)
            found = _row(connection, table, random)
            if found is None:
                continue
            columns = [(row[1].decode(), row[2].decode()) for row in connection.execute(f"PRAGMA table_info({table})")]
            column, kind = random.choice(columns)
            value = {
                "INTEGER": lambda: random.choice(EXTREMES),
                "TEXT": lambda: random.choice(("", "\x1b[2J", "a" * 100_000, "\u202e", "0")),
                "BLOB": lambda: random.choice((b"", bytes(32), b"\xff" * 32, random.randbytes(200), bytes(1_000_000))),
            }.get(kind, lambda: random.choice((2**63 - 1, "P-999", b"\x00")))()
            where, key = found
            try:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *map(_text, key)))
            except sqlite3.Error:
                pass  # Of another type than STRICT takes, or there already.
    return _changed(data, change)


def _numbers(body):
    """Where the integers of a body are: a type byte 4 and eight bytes that are small numbers."""
    return [place for place in range(len(body) - 8)
            if body[place] == 4 and body[place + 1:place + 3] in (b"\x00\x00", b"\xff\xff")]


def _with_wild_numbers(body, random):
    places = _numbers(body)
    changed = bytearray(body)
    for place in random.sample(places, min(len(places), random.choice((1, 1, 2, 4, len(places))))):
        changed[place + 1:place + 9] = struct.pack(">q", random.choice(EXTREMES))
    return bytes(changed) if places else None


def wild_read_model(data, random):
    """Numbers beyond what is possible inside the flags, side effects and tallies."""
    def change(connection):
        for _ in range(random.choice((1, 2, 4))):
            table = random.choice(("flag", "effect", "tally", "tally"))
            found = _row(connection, table, random)
            if found is None:
                continue
            where, key = found
            (body,) = connection.execute(f"SELECT body FROM {table} WHERE {where}", tuple(map(_text, key))).fetchone()
            wild = _with_wild_numbers(body, random)
            if wild is not None:
                connection.execute(f"UPDATE {table} SET body = ? WHERE {where}", (wild, *map(_text, key)))
    return _changed(data, change)


def chained_anew(data, random):
    """Entries with wild numbers in their bodies or columns, and every hash of their stream computed anew."""
    def change(connection):
        streams = connection.execute("SELECT DISTINCT stream_kind, stream_key FROM entry").fetchall()
        kind, key = random.choice(streams)
        rows = connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM entry WHERE stream_kind = ? AND stream_key = ? ORDER BY number",
            (kind, _text(key))).fetchall()
        (record,) = connection.execute("SELECT id FROM record").fetchone()
        chosen = {random.randrange(len(rows)) for _ in range(random.choice((1, 1, 2, len(rows))))}
        start = number(kind) + stored(key)
        before = digest("vigil.stream.v1", stored(record), start)
        for place, row in enumerate(rows):
            values = dict(zip(COLUMNS, row))
            if place in chosen:
                _make_wild(values, random)
            columns = [stored(values[name]) for name in COLUMNS]
            hash = digest("vigil.entry.v1", columns[0], start, *columns[1:], stored(before))
            changed = {name: values[name] for name in COLUMNS[4:]} | {"prev": before, "hash": hash}
            try:
                connection.execute(
                    f"UPDATE entry SET {', '.join(f'{name} = ?' for name in changed)} "
                    "WHERE stream_kind = ? AND stream_key = ? AND number = ?",
                    (*map(_text, changed.values()), kind, _text(key), values["number"]))
            except sqlite3.Error:
                return
            before = hash
    return _changed(data, change)


def _make_wild(values, random):
    what = random.choice(("body", "body", "body", "time", "column", "kind"))
    if what == "body":
        wild = _with_wild_numbers(values["body"], random)
        if wild is None:
            wild = random.choice((b"", values["body"][:-1], values["body"] + b"\x00", random.randbytes(40)))
        values["body"] = wild
    elif what == "time":
        name = random.choice(("observed_ms", "recorded_ms"))
        values[name] = random.choice((253_402_300_799_999, -62_135_596_800_000, 0,
                                     values[name] + 10**10, values[name] - 10**10))
    elif what == "column":
        name = random.choice(
    ("commit_number",
    "observed_offset",
    "recorded_offset",
    "monotonic_ns",
    "source",
     "encoding"))
        values[name] = random.choice(EXTREMES)
    else:
        values["kind"] = random.choice((*range(1, 30), 255, 2**62))


def more_in_the_schema(data, random):
    """Triggers, views, tables and indexes that no record has, or one trigger less."""
    def change(connection):
        connection.execute(random.choice(MORE))
    return _changed(data, change, kept_triggers=random.random() < 0.8)


def texts_in_utf16(data, random):
    """The whole record written anew in another encoding of texts."""
    source = sqlite3.connect(":memory:")
    source.deserialize(data)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA encoding = '{random.choice(('UTF-16le', 'UTF-16be'))}'")
        for pragma in ("application_id", "user_version"):
            connection.execute(f"PRAGMA {pragma} = {source.execute(f'PRAGMA {pragma}').fetchone()[0]}")
        made = source.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        for name, kind, sql in sorted(made, key=lambda row: row[1] != "table"):
            if kind == "trigger":
                continue
            connection.execute(sql)
            if kind == "table":
                for row in source.execute(f"SELECT * FROM {name}"):
                    connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
        for _, kind, sql in made:
            if kind == "trigger":
                connection.execute(sql)
        return {"": connection.serialize()}
    finally:
        source.close()
        connection.close()


DAMAGES = [
    wild_column,
    wild_column,
    wild_read_model,
    wild_read_model,
    chained_anew,
    chained_anew,
    chained_anew,
    more_in_the_schema,
     texts_in_utf16]
