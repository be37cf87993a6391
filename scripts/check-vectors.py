#!/usr/bin/env python3
"""Recomputes the golden vectors of entry encoding and chain, from docs/record-format.md alone.

Every case of schemas/vectors/entry-v1.json is encoded here from its fields and compared with the body
and the hashes that it gives. Then every case is spoilt, a bit of one byte at a time, and each of these
changes has to be noticed. Every number of every table has to be in some case. Prints counts; exits 1
on any difference.
"""

import hashlib
import json
import pathlib
import sys
import uuid

sys.dont_write_bytecode = True  # Nothing is left beside the scripts.

from lib.codes import (
    ANSWERS, ANSWER_SOURCES, CAUSES, CONCERNS, COURSES, COURSE_EVENTS, DECIDERS, DIRECTIONS, DOUBTS, ENTERED, EVENTS,
    GIVEN, KINDS, LEAVINGS, LEVELS, OUTCOMES, PER, PRESENCES, RESULTS, REVIEWED, ROUTES, SAYS, SCREENINGS, SETTINGS,
    SEVERITIES, SIGNS, SOURCES, SPO2_SCALES, STREAMS, SUBJECTS, TASK_OUTCOMES, TESTS, UNITS, VERDICTS)
from lib.values import boolean, group, integer, items, number, octets, optional, text

FILE = pathlib.Path(__file__).resolve().parent.parent / "schemas" / "vectors" / "entry-v1.json"

# What no case has had yet, of the tables whose numbers are codes.
UNUSED = {" ".join(table): set(table) for table in (
    KINDS, SIGNS, UNITS, ROUTES, SETTINGS, SAYS, ENTERED, SEVERITIES, COURSES, DOUBTS, EVENTS, GIVEN, PER,
    SUBJECTS, CAUSES, LEAVINGS, OUTCOMES, STREAMS, SPO2_SCALES, SCREENINGS, ANSWERS,
    ANSWER_SOURCES, LEVELS, DECIDERS, PRESENCES, REVIEWED, VERDICTS, TASK_OUTCOMES, COURSE_EVENTS, TESTS, RESULTS,
    CONCERNS, DIRECTIONS)}


def stamp(value): return group(integer(value["ms"]), integer(value["offset"]))
def amount(value): return group(integer(value["thousandths"]), code(UNITS, value["unit"]))


def code(table, word):
    UNUSED[" ".join(table)].discard(word)
    return number(table.index(word) + 1)


def quantity(value):
    return group(code(SIGNS, value["sign"]), integer(value["thousandths"]), optional(
        value["entered"], lambda entered: group(code(ENTERED, entered["unit"]), integer(entered["tenths"]))))


def reading(value):
    parts = [code(SIGNS, value["sign"]), code(SAYS, value["says"])]
    if value["says"] == "measured":
        parts += [quantity(value["quantity"]), boolean(value["verified"])]
    elif value["says"] in ("notObtained", "notUsable"):
        parts.append(text(value["text"]))
    return group(*parts)


def grade(value):
    if "words" in value:
        return group(number(1), code(SEVERITIES, value["words"]))
    return group(number(2), integer(value["rating"]))


def infusion(value):
    parts = [code(EVENTS, value["event"])]
    if value["event"] == "rate":
        parts += [amount(value["amount"]), code(PER, value["per"])]
    elif value["event"] == "stop":
        parts.append(code(GIVEN, value["given"]))
        if value["given"] == "amount":
            parts.append(amount(value["amount"]))
    return parts


def subject(value):
    parts = [code(SUBJECTS, value["what"])]
    if value["what"] == "sign":
        parts.append(code(SIGNS, value["sign"]))
    elif value["what"] == "effect":
        parts.append(text(value["name"]))
    elif value["what"] == "scale":
        parts.append(text(value["scale"]))
    return group(*parts)


def opened(c):
    bound = c["protocol"]
    return [text(c["patient"]), octets(bytes.fromhex(c["identity"])), text(bound["id"]), text(bound["version"]),
            octets(bytes.fromhex(bound["digest"])), code(SETTINGS, c["setting"]), text(c["zone"]),
            optional(c["prescriber"], text), optional(c["indication"], text), optional(c["room"], text),
            optional(c["weight"], quantity), code(SPO2_SCALES, c["spo2Scale"])]


def cause(value):
    parts = [code(CAUSES, value["what"])]
    if value["what"] == "entry":
        parts.append(integer(value["entry"]))
    elif value["what"] == "slot":
        parts.append(integer(value["minutes"]))
    return group(*parts)


def named(flags):
    return items([group(integer(f["number"]), text(f["rule"]), cause(f["cause"])) for f in flags])


def acknowledgement(c):
    return [named(c["flags"]), text(c["text"])]


def screening(c):
    parts = [code(SCREENINGS, c["screening"])]
    if c["screening"] == "answers":
        return parts + [code(ANSWER_SOURCES, c["source"]),
                        items([group(text(a["gate"]), code(ANSWERS, a["answer"]), optional(a["words"], text))
                               for a in c["answers"]])]
    if c["screening"] == "findings":
        return parts + [items([group(text(f["gate"]), code(LEVELS, f["level"]), code(ANSWERS, f["answer"]),
                                     boolean(f["holds"]), text(f["basis"]), optional(f["entry"], integer))
                               for f in c["findings"]])]
    if c["screening"] == "decision":
        return parts + [code(DECIDERS, c["kind"]), text(c["decidedBy"]), boolean(c["byTelephone"]),
                        items([group(text(g["gate"]), text(g["reason"])) for g in c["gates"]])]
    return parts + [integer(c["entry"]), optional(c["words"], text)]


def presence(c):
    parts = [code(PRESENCES, c["presence"])]
    if c["presence"] == "handover":
        return parts + [text(c["to"]), items([integer(f) for f in c["flags"]]),
                        items([integer(e) for e in c["unverified"]]), optional(c["due"], text),
                        optional(c["remark"], text)]
    return parts + [text(c["who"])] + ([optional(c["role"], text)] if c["presence"] == "arrives" else [])


def review(c):
    of = c["subject"]
    what = "flags" if "flags" in of else "effects"
    subjects = named(of["flags"]) if what == "flags" else items([integer(e) for e in of["effects"]])
    return [group(code(REVIEWED, what), subjects), code(VERDICTS, c["verdict"]), optional(c["followUp"], text),
            text(c["text"])]


def course(c):
    parts = [code(COURSE_EVENTS, c["event"])]
    if c["event"] == "consent":
        parts += [text(c["document"]), text(c["version"]), text(c["signed"]), boolean(c["offLabelTold"]),
                  optional(c["capacityBy"], text), optional(c["witness"], text)]
    elif c["event"] == "consentWithdrawn":
        parts.append(text(c["reason"]))
    elif c["event"] == "integration":
        parts += [text(c["modality"]), integer(c["minutes"]), optional(c["homework"], text),
                  optional(c["nextStep"], text)]
    elif c["event"] == "laboratory":
        parts += [code(TESTS, c["test"]), code(RESULTS, c["finding"]), text(c["day"]), optional(c["words"], text)]
    elif c["event"] == "concern":
        parts += [code(CONCERNS, c["kind"]), text(c["text"])]
    else:
        parts += [text(c["reason"]), text(c["authority"])]
    return parts


def outcome(value):
    parts = [code(OUTCOMES, value["what"])]
    if value["what"] == "againstAdvice":
        parts += [text(value["reason"]), text(value["witness"])]
    return group(*parts)


def leaving(c):
    parts = [code(LEAVINGS, c["what"])]
    if c["what"] == "answers":
        return parts + [items([group(text(a["criterion"]), boolean(a["met"]), optional(a["words"], text))
                               for a in c["answers"]])]
    return parts + [outcome(c["outcome"]), text(c["decidedBy"]),
                    items([group(text(u["criterion"]), text(u["missing"]), optional(u["reason"], text))
                           for u in c["unmet"]]),
                    optional(c["escort"], text), optional(c["instructions"], text),
                    optional(c["readyMinute"], integer)]


def amendment(c):
    return [integer(c["entry"]), group(code(KINDS, c["kind"]), body(c["kind"], c["content"])),
            optional(c["observed"], stamp), text(c["reason"])]


def void(c):
    return [integer(c["entry"])] + ([number(1)] if c["undone"] else [number(2), text(c["reason"])])


BODIES = {
    "opened": opened,
    "vitals": lambda c: [items([reading(r) for r in c["readings"]]), boolean(c["confusionExpected"]),
                         optional(c["remark"], text)],
    "effect": lambda c: [text(c["name"]), optional(c["grade"], grade),
                         optional(c["course"], lambda word: code(COURSES, word)),
                         boolean(c["distressing"]), optional(c["remark"], text)],
    "dose": lambda c: [text(c["drug"]), amount(c["amount"]), code(ROUTES, c["route"]),
                       optional(c["overMinutes"], integer), items([code(DOUBTS, d) for d in c["unverified"]]),
                       optional(c["remark"], text)],
    "infusion": infusion,
    "check": lambda c: [text(c["by"])],
    "waste": lambda c: [amount(c["amount"]), optional(c["witness"], text)],
    "scale": lambda c: [text(c["scale"]), integer(c["score"]), optional(c["of"], integer),
                        items([integer(item) for item in c["items"]]), optional(c["remark"], text)],
    "action": lambda c: [text(c["text"])],
    "note": lambda c: [text(c["text"])],
    "mark": lambda c: [optional(c["text"], text)],
    "deferred": lambda c: [subject(c["subject"]), text(c["reason"])],
    "acknowledgement": acknowledgement,
    "verification": lambda c: [integer(c["entry"])],
    "amendment": amendment,
    "void": void,
    "closed": lambda c: [],
    "leaving": leaving,
    "screening": screening,
    "presence": presence,
    "assigned": lambda c: [text(c["room"])],
    "review": review,
    "addendum": lambda c: [text(c["text"])],
    "follow-up": lambda c: [text(c["task"]), integer(c["session"]), code(TASK_OUTCOMES, c["outcome"]),
                            text(c["text"])],
    "course": course,
    "moved": lambda c: [code(DIRECTIONS, c["direction"]), integer(c["session"]),
                        items([integer(e) for e in c["entries"]]), text(c["reason"])],
    "clock-step": lambda c: [integer(c["milliseconds"])],
}


def body(kind, content): return b"".join(BODIES[kind](content))


def stream(value):
    return code(STREAMS, value["kind"]) + (integer if value["kind"] == "session" else text)(value["key"])


def genesis(record, value):
    return hashlib.sha256(b"vigil.stream.v1\x00" + octets(record) + stream(value)).digest()


def columns(case):
    """What the hash covers, column by column, in order."""
    return [
        ("record", octets(uuid.UUID(case["record"]).bytes)), ("stream", stream(case["stream"])),
        ("number", integer(case["number"])), ("id", octets(uuid.UUID(case["id"]).bytes)),
        ("commit", integer(case["commit"])),
        ("observed_ms", integer(case["observed"]["ms"])), ("observed_offset", integer(case["observed"]["offset"])),
        ("recorded_ms", integer(case["recorded"]["ms"])), ("recorded_offset", integer(case["recorded"]["offset"])),
        ("monotonic_ns", integer(case["monotonicNs"])),
        ("boot", optional(case["boot"], lambda boot: octets(uuid.UUID(boot).bytes))),
        ("author", text(case["author"])), ("observer", optional(case["observer"], text)),
        ("source", integer(SOURCES.index(case["source"]) + 1)), ("device", optional(case["device"], text)),
        ("document", optional(case["document"], text)), ("room", optional(case["room"], text)),
        ("kind", integer(KINDS.index(case["kind"]) + 1)), ("encoding", integer(case["encoding"])),
        ("body", octets(body(case["kind"], case["content"]))), ("prev", octets(bytes.fromhex(case["prev"]))),
    ]


def digest(parts): return hashlib.sha256(b"vigil.entry.v1\x00" + b"".join(parts)).hexdigest()


def faults(case, number_before, head):
    """What is wrong with a case that follows one with this number and this hash."""
    hashed = digest([part for _, part in columns(case)])
    found = []
    if body(case["kind"], case["content"]).hex() != case["body"]:
        found.append("the body is another")
    if case["number"] != number_before + 1 or case["prev"] != head:
        found.append("it does not follow the case before it")
    if hashed != case["hash"]:
        found.append(f"the hash is {hashed}")
    return found


def unseen(case, number_before, head):
    """The negative control: one bit of every byte changed, in what is given and in what is hashed."""
    count, missed = 0, []
    for field in ("body", "prev", "hash"):
        for place in range(0, len(case[field]), 2):
            digit = format(int(case[field][place], 16) ^ 1, "x")
            spoilt = {**case, field: case[field][:place] + digit + case[field][place + 1:]}
            count += 1
            if not faults(spoilt, number_before, head):
                missed.append(f"byte {place // 2} of {field}")
    parts = columns(case)
    for place, (column, part) in enumerate(parts):
        for offset in range(len(part)):
            spoilt = part[:offset] + bytes([part[offset] ^ 1]) + part[offset + 1:]
            count += 1
            if digest([spoilt if at == place else other for at, (_, other) in enumerate(parts)]) == case["hash"]:
                missed.append(f"byte {offset} of the column {column}")
    return count, missed


def main():
    cases = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
    wrong, changes, heads = [], 0, {}
    for case in cases:
        key = (case["stream"]["kind"], case["stream"]["key"])
        name = f"{key[0]} {key[1]} #{case['number']} {case['kind']}"
        before = heads.get(key, (0, genesis(uuid.UUID(case["record"]).bytes, case["stream"]).hex()))
        wrong += [f"{name}: {fault}" for fault in faults(case, *before)]
        count, missed = unseen(case, *before)
        changes += count
        wrong += [f"{name}: a change of {what} goes unseen" for what in missed]
        heads[key] = (case["number"], digest([part for _, part in columns(case)]))
    missing = set(KINDS) - {case["kind"] for case in cases}
    if missing:
        wrong.append("no case of: " + ", ".join(sorted(missing)))
    for table in sorted(name for name in UNUSED if name != " ".join(KINDS)):
        wrong += [f"no case of: {word}, of {table}" for word in sorted(UNUSED[table])]
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"golden vectors: {len(cases)} entries of {len(KINDS) - len(missing)} kinds in {len(heads)} streams "
          f"recomputed, {changes} changed bytes seen, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
