"""Every field that a person, a file or the environment can fill, each as a call of the program with a text in it."""

import copy
import dataclasses
import json

FREE = ("title", "notice", "text", "name", "words")


@dataclasses.dataclass
class Call:
    """One run: what is typed, what is piped in, what is changed in its environment, and which file it may make."""

    field: str
    words: list
    stdin: bytes | None = None
    environment: dict = dataclasses.field(default_factory=dict)
    makes: str | None = None

    @property
    def can_be_typed(self):
        """No program can be given a NUL, nor an argument of 128 kB."""
        given = [*self.words, *self.environment.values()]
        return all(b"\0" not in raw(word) and len(raw(word)) < 120_000 for word in given)

    @property
    def names_a_record(self):
        return (
            self.words[:2] == ["sessions", "--record"]
            or self.words[0] == "restore"
            or "VIGIL_RECORD" in self.environment
        )


def raw(text):
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def joined(*parts):
    """Parts of a word, of which one may be bytes that are no text."""
    if any(isinstance(part, bytes) for part in parts):
        return b"".join(map(raw, parts))
    return "".join(parts)


LINES = (
    ("note", "note ", ""),
    ("quoted note", "'", ""),
    ("action", "do ", ""),
    ("mark", "mark ", ""),
    ("remark of a set", "118/74 68 98% -- ", ""),
    ("reason of what was not obtained", "bp - -- ", ""),
    ("remark of an effect", "nausea mild -- ", ""),
    ("name of an effect", "", " mild"),
    ("drug", "give ", " 4 mg iv"),
    ("remark of a dose", "ondansetron 4 mg iv -- ", ""),
    ("check", "check ", ""),
    ("witness of a waste", "waste 14 mg witness ", ""),
    ("scale", "scale ", " 3/10"),
    ("remark of a scale", "scale nrs-pain 3 -- ", ""),
    ("reason of a deferral", "defer bp -- ", ""),
    ("room in a line", "room ", ""),
    ("who arrives", "arrives ", " nurse"),
    ("role of who arrives", "arrives MB ", ""),
    ("who leaves", "leaves ", ""),
    ("reason of a fix", "fix last note seen again -- ", ""),
    ("text of a fix", "fix last note ", " -- mistyped"),
    ("reason of a void", "void last -- ", ""),
    ("acknowledgement", "ack 1 ", ""),
    ("time", "@", " hr 80"),
    ("value", "hr ", ""),
    ("unit", "weight 72", ""),
    ("line", "", ""),
)


def line_calls(text):
    for field, before, after in LINES:
        yield Call(f"line: {field}", ["add", "-s", "1", joined(before, text, after)])
    yield Call("lines from standard input", ["add", "-s", "1", "-"], stdin=raw(joined("note ", text, "\n")))
    yield Call(
        "lines of a paper chart", ["add", "-", "-s", "1", "--from-paper", "--date", text], stdin=b"@14:00 hr 80\n"
    )
    yield Call("reason behind a fix", ["fix", "-s", "1", "last", "note again", "--because", text])
    yield Call("addendum", ["addendum", "2", text, "--by", "LH"])


def text_calls(text, code):
    yield Call(
        "name, number, allergies of a patient",
        ["patient", "add", code, "--name", text, "--mrn", text, "--allergies", text, "--no-input"],
    )
    yield Call("name of a patient", ["patient", "add", f"{code}-N", "--name", text, "--no-input"])
    yield Call(
        "address and emergency number", ["patient", "contact", code, "--address", text, "--emergency-number", text]
    )
    yield Call("name of the clinic", ["clinic", "--name", text, "--by", "LH"])
    yield Call("address of the clinic", ["clinic", "--address", text, "--telephone", text, "--by", "LH"])
    yield Call("name of a clinician", ["clinician", "add", "MB", "--name", text, "--role", "prescriber", "--by", "LH"])
    yield Call("code of a clinician", ["clinician", "add", text, "--name", "Made Up", "--by", "LH"])
    yield Call(
        "room, indication and reasons at the start",
        [
            "start",
            code,
            "--protocol",
            "house",
            "--prescriber",
            "LH",
            "--read-back",
            "--room",
            text,
            "--indication",
            text,
            *[part for gate in ("suitable", "glaucoma", "consent") for part in ("--override", joined(gate, "=", text))],
            "--confirm",
            joined("labs=", text),
        ],
    )
    yield Call("room alone", ["start", "P-014", "--protocol", "house", "--prescriber", "LH", "--room", text])
    yield Call("prescriber", ["start", "P-014", "--protocol", "house", "--prescriber", text])
    yield Call("review", ["review", "-s", "1", "1", "expected", text, "--by", "LH", "--follow-up", text])
    yield Call("escort and instructions", ["leaving", "1", "--escort", text, "--instructions", text])
    yield Call("criterion", ["leaving", "1", "--met", text])
    yield Call(
        "end of a session",
        [
            "end",
            code,
            "--against-advice",
            text,
            "--witness",
            text,
            "--escort",
            text,
            "--instructions",
            text,
            "--because",
            text,
            "--decided-by",
            "LH",
        ],
    )
    yield Call("session struck out", ["void-session", "2", "--because", text, "--by", "LH"])
    yield Call("decision over a gate", ["override", "1", "suitable", "--because", text, "--prescriber", text])
    yield Call(
        "consent",
        [
            "course",
            "consent",
            code,
            "--document",
            text,
            "--signed",
            "2026-11-16",
            "--off-label-told",
            "--witness",
            text,
        ],
    )
    yield Call(
        "consent's version",
        [
            "course",
            "consent",
            code,
            "--document",
            "KET",
            "--version",
            text,
            "--signed",
            "2026-11-16",
            "--off-label-told",
        ],
    )
    yield Call("test", ["course", "lab", code, "ecg", "remarkable", text])
    yield Call(
        "integration",
        ["course", "integration", code, "--modality", text, "--minutes", "50", "--homework", text, "--next", text],
    )
    yield Call("concern", ["course", "concern", code, "tolerance", text])
    yield Call("score", ["course", "score", code, text])
    yield Call("why a course entry is void", ["course", "void", code, "1", "--because", text])
    yield Call("countersign", ["countersign", "1", text, "--by", "LH"])
    yield Call("move", ["move", "1", "--to", text, "--because", text])


def wrong_calls(text):
    """What is said back where it means nothing."""
    for words in (
        [text],
        [joined("--", text)],
        ["report", text],
        ["report", joined("--", text)],
        ["report", "1", "--format", text],
        ["timeline", text],
        ["add", "-s", text, "hr 80"],
        ["add", "--by", text, "hr 80"],
        ["add", "--id", text, "hr 80"],
        ["add", joined("--", text), "hr 80"],
        ["start", text, "--protocol", "house", "--prescriber", "LH"],
        ["start", "P-014", "--protocol", text, "--prescriber", "LH"],
        ["patient", "add", text, "--no-input"],
        ["patient", "show", text],
        ["patient", text],
        ["patient", "forget", text, "--because", "x", "--yes"],
        ["flags", "--since", text],
        ["flags", "--rule", text],
        ["flags", "--patient", text],
        ["flags", "--priority", text],
        ["effects", "--kind", text],
        ["sessions", "--record", text],
        # It watches until it is stopped, where nothing follows.
        ["board", text] if text == "--" else ["board", "--watch", text],
        ["clinic", "--zone", text, "--by", "LH"],
        ["clinic", "--logo", text, "--by", "LH"],
        ["protocol", "show", text],
        ["protocol", "check", text],
        ["protocol", "diff", "house", text],
        ["protocol", "new", text],
        ["protocol", "adopt", text],
        ["import", "csv", text, "-s", "1"],
        ["import", "csv", "rows.csv", "--patient", text, "--protocol", "house"],
        ["verify", text],
        ["verify", "--expect", text],
        ["restore", text, "--to", "again.vigil"],
        ["help", text],
        ["screening", "P-014", "--answers", text],
        ["replay", "--protocol", text],
        ["course", text],
        ["key", text],
        ["review", "-s", "1", text, "expected", "seen"],
        ["void", "-s", "1", text, "--", "x"],
        ["form", "--blank", "--protocol", text],
        ["timeline", "1", "--width", text],
        ["timeline", "1", joined("--width=", text)],
    ):
        yield Call(
            "argument: " + " ".join("…" if word is text or isinstance(word, bytes) else word for word in words)[:50],
            words,
            makes="again.vigil" if words[0] == "restore" else None,
        )
    for name in ("VIGIL_BY", "VIGIL_RECORD", "VIGIL_KEYS", "USER", "HOME", "TZ", "COLUMNS"):
        yield Call(f"environment: {name}", ["sessions"], environment={name: text})
        yield Call(f"environment: {name}, adding", ["add", "-s", "1", "hr 80"], environment={name: text})


def file_calls(text):
    """Names of files to make; each may make just this one."""
    for words in (
        ["report", "1", "--format", "html", "--out"],
        ["report", "1", "--format", "text", "--out"],
        ["summary", "--format", "csv", "--out"],
        ["form", "--blank", "--protocol", "house", "--format", "html", "--out"],
        ["export-record", "--out"],
        ["backup", "--"],
        ["protocol", "new", "made", "--out"],
    ):
        yield Call(f"file to make: {words[0]}", [*words, text], makes=text)
    yield Call("file to restore to", ["restore", "whole.vigil", "--to", text], makes=text)


def protocol(house, text):
    """The protocol with a text wherever it is in words; what a key of a note says is left."""
    made = copy.deepcopy(house)

    def walk(part, key=""):
        if isinstance(part, dict):
            return {
                name: (
                    text
                    if name in FREE and isinstance(value, str) and key not in ("drug", "scales")
                    else walk(value, name)
                )
                for name, value in part.items()
                if not name.startswith("//")
            }
        return [walk(one, key) for one in part] if isinstance(part, list) else part

    made = walk(made)
    made["sources"] = {name: text for name in made["sources"]}
    return made


def document_calls(folder, house, text, number):
    """A protocol, a table and answers from files, written into the folder first."""
    made = protocol(house, "MARK") | {"id": f"hostile-{number}"}
    escaped = json.dumps(text)[1:-1].encode() if isinstance(text, str) else text
    (folder / "words.json").write_bytes(json.dumps(made).encode().replace(b"MARK", escaped))
    yield Call("protocol's words, checked", ["protocol", "check", "words.json"])
    yield Call("protocol's words, shown", ["protocol", "show", "words.json"])
    yield Call(
        "protocol's words, adopted", ["protocol", "adopt", "words.json", "--because", "for this test", "--by", "LH"]
    )
    for place, change in (
        ("id", {"id": "MARK"}),
        ("version", {"version": "MARK", "id": f"hostile-v-{number}"}),
        ("medicine", {"medicines": ["ketamine", "MARK"]}),
        ("effect", {"effects": ["MARK"]}),
        ("baseline", {"baseline": "MARK"}),
        ("unknown key", {"MARK": 1}),
        ("schema", {"schema": "MARK"}),
    ):
        wrong = json.dumps(
            {name: value for name, value in house.items() if not name.startswith("//")} | change
        ).encode()
        (folder / f"{place}.json").write_bytes(wrong.replace(b"MARK", escaped))
        yield Call(f"protocol's {place}", ["protocol", "check", f"{place}.json"])
        yield Call(
            f"protocol's {place}, adopted",
            ["protocol", "adopt", f"{place}.json", "--because", "for this test", "--by", "LH"],
        )
    cell = b'"' + raw(text).replace(b'"', b'""') + b'"'
    for name, rows in (
        ("note", b"time,heart_rate,note\n14:00,80,%s\n"),
        ("value", b"time,heart_rate,spo2\n14:00,%s,98\n"),
        ("effect", b"time,effect,severity\n14:00,%s,mild\n"),
        ("severity", b"time,effect,severity\n14:00,nausea,%s\n"),
        ("column", b"time,heart_rate,%s\n14:00,80,x\n"),
        ("time", b"time,heart_rate\n%s,80\n"),
    ):
        (folder / f"{name}.csv").write_bytes(rows % cell)
        yield Call(
            f"table's {name}",
            [
                "import",
                "csv",
                f"{name}.csv",
                "--patient",
                "P-014",
                "--protocol",
                "house",
                "--prescriber",
                "LH",
                "--date",
                "2026-11-19",
                "--zone",
                "UTC",
            ],
        )
    (folder / "bare.csv").write_bytes(b"time,heart_rate,note\n14:00,80," + raw(text) + b"\n")
    yield Call("table's bare cell", ["import", "csv", "bare.csv", "-s", "1", "--date", "2026-11-19", "--zone", "UTC"])
    (folder / "answers.txt").write_bytes(b"suitable yes -- " + raw(text) + b"\n")
    yield Call("words of an answer", ["screening", "P-014", "--protocol", "house", "--answers", "answers.txt"])
    (folder / "answers2.txt").write_bytes(raw(text) + b" yes\n")
    yield Call("gate of an answer", ["screening", "P-014", "--protocol", "house", "--answers", "answers2.txt"])
