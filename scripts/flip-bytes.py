#!/usr/bin/env python3
"""Flips every byte of a sealed record, one at a time and in memory, and asks the second verifier each time.

A flip counts where what is stored is another afterwards: the rows of any table, the schema's texts,
application_id, user_version or the text encoding, or where it can no longer be read. Each of these has to be
named: exit code 1 where one is missed. The other flips fall on what holds nothing (free space, counters, copies
that an index keeps). `--control` asks PRAGMA integrity_check alone instead, and fails unless that misses some.
"""

import argparse
import contextlib
import pathlib
import sqlite3
import sys
import time

sys.dont_write_bytecode = True  # Nothing is left beside the scripts.

from lib.outcome import DAMAGED
from lib.record import verify

SHOWN = 20


def typed(stored):
    """Text, told from a BLOB of the same bytes."""
    return ("text", stored)


@contextlib.contextmanager
def opened(data):
    connection = sqlite3.connect(":memory:")
    try:
        connection.text_factory = typed
        connection.deserialize(data)
        yield connection
    finally:
        connection.close()


def dump(connection):
    """All that is stored, as text that tells 1 from 1.0 and text from bytes; None where it cannot be read."""
    try:
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
        parts = [schema] + [connection.execute(f"PRAGMA {pragma}").fetchall()
                            for pragma in ("application_id", "user_version", "encoding")]
        for (_, kind), (_, name), *_ in schema:
            if kind == b"table":
                parts.append(connection.execute('SELECT * FROM "' + name.decode() + '"').fetchall())
        return repr(parts)
    except Exception:  # Whatever SQLite or Python make of it.
        return None


def by_integrity_check(connection):
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() != [(("text", b"ok"),)]
    except Exception:  # A message that is itself no text, among others.
        return True


def by_the_verifier(connection):
    return verify(connection).outcome == DAMAGED


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", metavar="RECORD", type=pathlib.Path, help="a sealed record that holds")
    parser.add_argument("--xor", type=lambda text: int(text, 16), action="append", metavar="HEX",
                        help="the bits to flip of each byte; 01 and then ff where not said")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth byte")
    parser.add_argument("--control", action="store_true", help="PRAGMA integrity_check alone, which has to miss some")
    given = parser.parse_args()
    original = given.record.read_bytes()
    named = by_integrity_check if given.control else by_the_verifier
    with opened(original) as connection:
        before = dump(connection)
        if before is None or named(connection):
            sys.exit(f"{given.record} does not hold as it is: nothing can be shown on it")
    missed_any = False
    for bits in given.xor or (0x01, 0xFF):
        changed, missed, began = 0, [], time.monotonic()
        spoilt, places = bytearray(original), range(0, len(original), given.every)
        for at in places:
            spoilt[at] ^= bits
            with opened(bytes(spoilt)) as connection:
                is_changed = dump(connection) != before
                if is_changed:
                    changed += 1
                    if not named(connection):
                        missed.append(at)
            spoilt[at] ^= bits
            if at % 16384 == 0 and sys.stderr.isatty():
                print(f"\r{at} of {len(original)}", end="", file=sys.stderr, flush=True)
        share = 100 * (changed - len(missed)) / changed if changed else 0
        print(f"xor {bits:02x}: {len(places)} bytes flipped, {changed} changed stored data, {changed - len(missed)} of "
              f"these named ({share:.3f} %), {len(missed)} missed, {time.monotonic() - began:.0f} s")
        if missed:
            print(f"missed at: {', '.join(map(str, missed[:SHOWN]))}" + (" …" if len(missed) > SHOWN else ""))
        missed_any |= bool(missed) if not given.control else False
        if given.control and not missed:
            print("the control misses nothing: these flips show nothing")
            missed_any = True
    return 1 if missed_any else 0


if __name__ == "__main__":
    sys.exit(main())
