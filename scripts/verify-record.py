#!/usr/bin/env python3
"""The second verifier: says whether a record of Vigil is what was saved, by docs/record-format.md alone.

Reads the record in one go under SQLite's own lock, so it may be used while others write, and looks at that copy
in memory; the file is never written, and nothing is made beside it. What the rules of monitoring would be needed
for (read models of open sessions) and what no seal covers it cannot tell.

Exit code: 0 holds, 1 damaged, 2 cannot tell; 64 where the command is wrong.
"""

import argparse
import json
import pathlib
import re
import sqlite3
import sys
import urllib.parse

sys.dont_write_bytecode = True  # Nothing is left beside the scripts.

from lib import ed25519
from lib.bodies import Refused, decoded
from lib.codes import KINDS
from lib.log import FINGERPRINTS, fingerprint
from lib.outcome import CANNOT_TELL, COURSE, DAMAGED, HOLDS, SESSION, WHOLE_RECORD, Finding, Result, name, plain
from lib.record import verify
from lib.values import Text

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "schemas"
OUTCOMES = {HOLDS: "holds", DAMAGED: "damaged", CANNOT_TELL: "cannot tell"}
# What SQLite says when the file cannot be looked at now, which says nothing about what is in it.
NOT_NOW = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")


def contents(path):
    """The bytes of the record, as they are between two commits."""
    connection = sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True, timeout=5)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return connection.serialize()
    finally:
        connection.close()


def looked_at(path):
    """What is found in the file at a path."""
    result = Result()
    try:
        with open(path, "rb") as file:
            beginning = file.read(100)
    except OSError as error:
        result.unclear.append(Finding(WHOLE_RECORD, "file", f"cannot be opened: {error.strerror}"))
        return result
    if beginning.startswith(b"SQLite format 3\0") and beginning[18:20] != b"\x01\x01":
        # Not opened at all, since SQLite would make files beside it.
        result.damaged.append(Finding(WHOLE_RECORD, "file", "is in another journal mode than a record"))
        return result
    try:
        data = contents(path)
    except Exception as error:  # Whatever SQLite makes of a file that is none.
        code = getattr(error, "sqlite_errorname", None) or ""
        not_now = code.startswith(NOT_NOW) or code.startswith("SQLITE_CANTOPEN")
        hint = "; a commit was cut off, and whatever vigil does next ends it" if "ROLLBACK" in code else ""
        (result.unclear if not_now else result.damaged).append(Finding(
            WHOLE_RECORD, "file", f"cannot be {'looked at now' if not_now else 'read'}: {plain(error)}{hint}"))
        return result
    return verify(data)


def about(result, session):
    """Only what bears on a session: its stream, its patient, its protocol, and the record as a whole."""
    bearing = {WHOLE_RECORD, ("session", session), *result.bears_on(session)}
    result.damaged = [finding for finding in result.damaged if finding.about in bearing]
    result.unclear = [finding for finding in result.unclear if finding.about in bearing]
    if (SESSION, session) not in result.heads:
        result.unclear.append(Finding(("session", session), f"session {session}", "is not in the record"))


def whose(result, expected, session):
    """Which entry or seal has this hash; None where none has."""
    for stream, hashes in result.heads.items():
        if session is not None and stream != (SESSION, session):
            continue
        for number, hash in hashes.items():
            if hash.hex().startswith(expected):
                after = sum(other > number for other in hashes)
                came = f"{after} came after it" if after else "the last"
                return f"entry {number} of {'' if stream[0] == SESSION else 'the '}{name(stream)}; {came}"
    for number, hash in result.seals.items() if session is None else ():
        if hash.hex().startswith(expected):
            return f"seal {number}; {len(result.seals) - number} came after it"
    return None


def ranges(numbers):
    """1–4, 7, 9–12"""
    runs = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in runs) or "none"


def keys(result):
    return [{"key": key.hex(), "owner": owner and plain(owner), "seal": seal}
            for key, (owner, seal) in result.keys.items()]


def as_json(result, answer):
    sort = lambda findings: [{"where": plain(one.place), "what": plain(one.wrong)} for one in findings]  # noqa: E731
    return json.dumps({
        "schema": "verify-record-py-v1", "outcome": OUTCOMES[result.outcome], "record": result.record,
        "version": result.version, "damaged": sort(result.damaged), "cannotTell": sort(result.unclear),
        "wholeSessions": result.whole_sessions(), "keysInUse": keys(result), "expected": answer,
        "counts": counts(result)}, ensure_ascii=False, indent=2)


def counts(result):
    return {"sessions": sum(kind == SESSION for kind, _ in result.heads),
            "courses": sum(kind == COURSE for kind, _ in result.heads),
            "entries": sum(map(len, result.heads.values())),
            "seals": len(result.seals), "accesses": result.accesses}


def as_text(result, answer):
    lines = [f"{OUTCOMES[kind]}: {plain(finding)}" for kind, findings in
             ((DAMAGED, result.damaged), (CANNOT_TELL, result.unclear)) for finding in findings]
    if answer:
        lines.append(f"the expected digest is that of {answer}")
    if result.record:
        lines.append(f"record {result.record}, version {result.version}: " + ", ".join(
            f"{count} {what}" for what, count in counts(result).items()))
    lines += [f"key in use since seal {one['seal']}, of {one['owner'] or 'the record itself'}: {one['key']}"
              for one in keys(result)]
    lines.append(f"sealed sessions that are whole: {ranges(result.whole_sessions())}")
    return "\n".join(lines + [OUTCOMES[result.outcome].upper()])


def self_test():
    """What is wrong with this verifier's own parts."""
    wrong = ed25519.faults()
    for version, expected in FINGERPRINTS.items():
        connection = sqlite3.connect(":memory:")
        connection.executescript((SCHEMAS / f"record-v{version}.sql").read_text(encoding="utf-8"))
        connection.text_factory = Text
        if fingerprint(connection) != expected:
            wrong.append(f"the schema of version {version} has the fingerprint {fingerprint(connection).hex()}")
    cases = json.loads((SCHEMAS / "vectors" / "entry-v1.json").read_text(encoding="utf-8"))["cases"]
    refused = 0
    for case in cases:
        label = f"{case['stream']['kind']} #{case['number']} {case['kind']}"
        kind, body = KINDS.index(case["kind"]) + 1, bytes.fromhex(case["body"])
        try:
            decoded(kind, body)
        except Refused as error:
            wrong.append(f"{label} is refused: {error}")
        # Nothing less, nothing more, and no byte of another type in front.
        for spoilt in [body[:size] for size in range(len(body))] + [body + b"\x00", b"\x09" + body[1:]]:
            try:
                decoded(kind, spoilt)
            except Refused:
                refused += 1
            else:
                wrong.append(f"{label} is read from {spoilt.hex() or 'nothing'}")
    return wrong, (f"self-test: {len(ed25519.VECTORS)} signatures of RFC 8032, {len(FINGERPRINTS)} schemas, "
                   f"{len(cases)} bodies read and {refused} spoilt ones refused, {len(wrong)} wrong")


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"{message}\n")


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", nargs="?", metavar="RECORD", help="the file, record.vigil")
    parser.add_argument("--session", type=int, metavar="N", help="only what bears on this session")
    parser.add_argument("--expect", nargs="+", metavar="DIGEST", help="a digest as it is printed: 64 digits, or "
                        "the first 16 and more; has to be the hash of an entry of the session, or of any entry or seal")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    parser.add_argument("--self-test", action="store_true", help="tries this verifier's own parts, without a record")
    given = parser.parse_args()
    if given.self_test:
        wrong, said = self_test()
        print("\n".join([*wrong, said]))
        return 1 if wrong else 0
    expected = re.sub(r"[\s-]", "", "".join(given.expect or ())).lower()
    if given.record is None:
        parser.error("which RECORD?")
    if given.expect and not re.fullmatch("[0-9a-f]{16,64}", expected):
        parser.error("a DIGEST has 64 digits of 0 to 9 and a to f, and at least the first 16 are needed")
    result, answer = looked_at(given.record), None
    if given.session is not None:
        about(result, given.session)
    if given.expect:
        answer = whose(result, expected, given.session)
        if answer is None:
            place = "the record" if given.session is None else f"session {given.session}"
            result.damaged.append(Finding(WHOLE_RECORD, "digest", f"the expected one is none of {place}"))
        elif len(expected) < 64:
            answer += f" (by its first {len(expected)} digits alone)"
    print(as_json(result, answer) if given.json else as_text(result, answer))
    return result.outcome


if __name__ == "__main__":
    sys.exit(main())
