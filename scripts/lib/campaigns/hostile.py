"""Puts hostile texts into every field and file name that can be filled, and looks at all that is said and written.

Nothing may act on a terminal, begin a formula, add an element to a page or a line to a print, break JSON, or make a
file where none was asked for; the text itself has to be in the record as it was typed. Exits with 0 only where that
held, and where the same checks found outputs that escape nothing.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import faults  # noqa: E402
import house_record  # noqa: E402
from hostile_checks import WRONG, naive, strings, wrong_text  # noqa: E402
from hostile_fields import Call, document_calls, file_calls, line_calls, raw, text_calls, wrong_calls  # noqa: E402
from hostile_views import VIEWS  # noqa: E402

PAYLOADS = faults.ROOT / "Tests" / "vigilTests" / "Campaigns" / "hostile.jsonl"
CODE = "H-1"
# A refusal has one of these; anything else is a crash, or a fault that was not foreseen.
STATUSES = {0, 1, 64, 65, 66, 69, 73, 77, 130}
NO_RECORD = rb"(is not|is neither) a record of Vigil|is a folder, not a record"
SPACES = " \u00a0\u2007\u2009\u202f\u3000"
TYPED = ("line: note", "line: action", "line: mark", "name of a patient", "lines from standard input")


def payloads():
    for line in PAYLOADS.read_text().splitlines():
        row = json.loads(line)
        text = bytes.fromhex(row["bytes"]) if "bytes" in row else row["text"] * row.get("times", 1)
        yield row["family"], text


class Found:
    """How much was looked at, and what was wrong in it."""

    def __init__(self):
        self.calls = self.accepted = self.views = self.kept = self.twins = 0
        self.wrong = collections.OrderedDict()
        self.count = self.told = 0

    def say(self, text, where, what):
        self.count += 1
        if self.wrong.setdefault(f"{where}: {what}", ascii(text[:40])) and len(self.wrong) > self.told:
            self.told = len(self.wrong)
            print(
                "BREACH",
                f"{where}: {what}".encode("ascii", "backslashreplace").decode(),
                ascii(text[:40]),
                file=sys.stderr,
                flush=True,
            )


class Room:
    """A copy of the record, in which a text is put everywhere."""

    def __init__(self, program, base, folder, found):
        self.program = program
        self.base = base
        self.folder = folder
        self.found = found
        self.house = json.loads((base / "house.json").read_text())

    def run(self, call):
        environment = {
            name: value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
            for name, value in (faults.environment(self.folder) | {"COLUMNS": "100"} | call.environment).items()
        }
        try:
            done = subprocess.run(
                [self.program, *map(raw, call.words)],
                env=environment,
                cwd=self.folder,
                capture_output=True,
                input=call.stdin if call.stdin is not None else b"",
                timeout=60,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        return done

    def listing(self):
        root = self.folder.parent
        return {os.path.join(at, name) for at, folders, files in os.walk(root) for name in files + folders}

    def fill(self, text, fields=None):
        """Puts the text into every field, or only into those that took another one; which took it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.base, self.folder)
        taken = set()
        judge = fields is None
        calls = [*text_calls(text, CODE), *line_calls(text), *document_calls(self.folder, self.house, text, 1)]
        before = self.listing()
        for place, call in enumerate(calls):
            key = (place, call.field)
            if not call.can_be_typed or (not judge and key not in fields):
                continue
            done = self.run(call)
            self.found.calls += 1
            if done is None:
                self.found.say(text, call.field, "hangs")
                continue
            # With 1 something was found, and may be stored all the same.
            if done.returncode in (0, 1):
                taken.add(key)
            if judge:
                self.found.accepted += done.returncode == 0
                self.judge(text, call, done)
                before = self.judge_files(text, call, before)
        return taken

    def provoke(self, text):
        """What makes files, and what is no argument: after the views, since it changes what they show."""
        before = self.listing()
        for call in [*file_calls(text), *wrong_calls(text)]:
            if not call.can_be_typed:
                continue
            new = self.new_outside(call)
            done = self.run(call)
            self.found.calls += 1
            if done is None:
                self.found.say(text, call.field, "hangs")
                continue
            self.judge(text, call, done)
            before = self.judge_files(text, call, before)
            # Asked for by its whole path, which the next text would find there.
            if new is not None and new.is_dir():
                shutil.rmtree(new)
            elif new is not None:
                new.unlink(missing_ok=True)

    def new_outside(self, call):
        """The first part, not there yet, of a path outside this folder that a call is to make; else nothing."""
        if call.makes is None or b"\0" in raw(call.makes):
            return None
        path = pathlib.Path(os.path.normpath(os.path.join(self.folder, os.fsdecode(raw(call.makes)))))
        if path.is_relative_to(self.folder.parent):
            return None
        absent = [part for part in (path, *path.parents) if len(os.fsencode(part.name)) < 256 and not os.path.lexists(part)]
        return absent[-1] if absent else None

    def judge(self, text, call, done):
        # What is named as a record may be none.
        is_none = call.names_a_record and done.returncode == 70 and re.search(NO_RECORD, done.stderr)
        if done.returncode not in STATUSES and not is_none:
            self.found.say(text, call.field, f"exit {done.returncode}: {done.stderr[-200:]!r}")
        if done.returncode not in (0, 1) and not done.stderr.strip():
            self.found.say(text, call.field, "nothing is said")
        for name, stream in (("stdout", done.stdout), ("stderr", done.stderr)):
            try:
                said = stream.decode()
                # A table's own lines, where "-" asks for them there.
                if text == "-" and "csv" in call.words:
                    said = said.replace("\r\n", "\n")
            except UnicodeDecodeError:
                self.found.say(text, call.field, f"{name} is no UTF-8")
                continue
            for what in wrong_text(said):
                self.found.say(text, call.field, f"{name}: {what}")

    def judge_files(self, text, call, before):
        """Only what was asked for may be there, and it alone may be new."""
        now = self.listing()
        asked = set()
        if call.makes is not None:
            path = os.path.normpath(os.path.join(self.folder, os.fsdecode(raw(call.makes))))
            # A record may be restored into a folder that is made for it.
            asked = {path, *(str(parent) for parent in pathlib.Path(path).parents)}
        ours = (str(self.folder / "record.vigil"), str(self.folder / ".local"))
        environment = [
            os.path.normpath(os.path.join(self.folder, os.fsdecode(raw(value)))) for value in call.environment.values()
        ]
        if call.names_a_record or call.environment:
            asked |= {path for path in now - before if any(path.startswith(place) for place in environment)}
        strange = {path for path in now - before - asked if not path.startswith(ours)}
        if call.field.startswith("argument: protocol new"):
            # Its name is the protocol's.
            strange -= {str(self.folder / f"{os.fsdecode(raw(text))}.json")}
        if strange:
            self.found.say(
                text, call.field, f"a file that was not asked for: {sorted(ascii(path[-60:]) for path in strange)[:2]}"
            )
        for path in asked:
            # Another name of the same payload would find it there.
            if os.path.isdir(path) or not path.startswith(str(self.folder.parent)):
                continue
            if os.path.exists(path) and path not in before:
                os.remove(path)
        return self.listing()

    def views(self, forms=frozenset(VIEWS)):
        """Every view of the record as it is now, by format and command."""
        shown = {}
        protocol = "hostile-1" if b"hostile-1" in self.run(Call("view", ["protocol", "list"])).stdout else "house"
        for form in (form for form in VIEWS if form in forms):
            commands = VIEWS[form]
            for words in commands:
                words = [
                    {"CODE": CODE if self.has(CODE) else "P-014", "PROTOCOL": protocol}.get(word, word)
                    for word in words
                ]
                if form not in ("text", "lines"):
                    words = [*words, "--format", form]
                done = self.run(Call("view", words))
                shown[form, " ".join(words)] = done
        return shown

    def has(self, code):
        return self.run(Call("view", ["patient", "show", code])).returncode == 0


def look(room, text, found, pages):
    """The text in every field, and then in every view, held against the same record with a harmless text."""
    taken = room.fill(text)
    shown = room.views()
    room.provoke(text)
    exported = shown["lines", "export-record --with-identities --by LH"]
    texts = set()
    for (form, command), done in shown.items():
        found.views += 1
        if done is None or done.returncode not in (0, 1):
            found.say(
                text,
                command,
                f"{form}: hangs" if done is None else f"{form}: exit {done.returncode}: {done.stderr[-200:]!r}",
            )
            continue
        said = done.stdout.decode(errors="surrogateescape")
        for what in wrong_text(done.stderr.decode(errors="surrogateescape")):
            found.say(text, command, f"{form}, stderr: {what}")
        for what in WRONG[form](said):
            found.say(text, command, f"{form}: {what}")
        if form == "json" and command.startswith("timeline"):
            texts.update(strings(json.loads(said)))
    if isinstance(text, str):
        plain = text.strip(SPACES)
        for _, field in taken:
            # A line ends where its end was typed.
            if field in TYPED and plain and not (field.startswith("lines") and ("\n" in text or "\r" in text)):
                found.kept += 1
                if field.startswith("line") and not any(plain in one for one in texts):
                    found.say(text, field, "the text is not in the timeline's JSON as it was typed")
                if json.dumps(plain)[1:-1] not in json_text(exported.stdout):
                    found.say(text, field, "the text is not in the export as it was typed")
    twins = harmless_texts(text)
    key = frozenset(taken), twins
    if key not in pages:
        pages[key] = harmless_pages(room, *key)
    is_twin, harmless = pages[key]
    found.twins += is_twin
    wrong = differences(shown, harmless) if is_twin else set()
    for _ in range(2):
        # A page also changes with the minutes; what is the text's own is there in each pair that is made at once.
        if not wrong:
            break
        room.fill(text, taken)
        shown = room.views({"html"})
        wrong &= differences(shown, harmless_pages(room, *key)[1])
    for command, what in sorted(wrong):
        found.say(text, command, what)


def differences(shown, harmless):
    """Where a page is another than that of a harmless text, but for the text."""
    return {
        (command, what)
        for (form, command), done in shown.items()
        if form == "html" and done is not None and command in harmless
        for what in WRONG["html"](done.stdout.decode(errors="surrogateescape"), harmless[command])
    }


def harmless_texts(text):
    """What may stand in its place: of one word or several, between the same spaces and in quotes where it is so.

    Some fields take them away and some do not, so that one text can be two different ones on a page.
    """
    if isinstance(text, bytes):
        return ("Qzk", "Qzk Qzk")
    if not text.strip():
        # What is stored as nothing has no twin that is something.
        return ()
    inner = text.strip()
    begin, end = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    quote = '"' if len(inner) > 1 and inner[0] == inner[-1] == '"' else ""
    words = ("Qzk Qzk", "Qzk")[:: 1 if " " in inner else -1]
    return tuple(f"{begin}{quote}{one}{quote}{end}" for one in words)


def harmless_pages(room, taken, texts):
    """The pages of the same record with a harmless text, taken by the same fields; whether there is one."""
    for words in texts:
        if room.fill(words, taken) == taken:
            shown = room.views({"html"})
            for (_, command), done in shown.items():
                if done is None or done.returncode != 0:
                    room.found.say(words, command, "hangs" if done is None else f"exit {done.returncode}")
            told = {command: done for (_, command), done in shown.items() if done is not None and done.returncode == 0}
            return True, {command: done.stdout.decode() for command, done in told.items()}
    return False, {}


def json_text(exported):
    """The export with every text in one form of escaping."""
    return "\n".join(json.dumps(json.loads(line)) for line in exported.decode().splitlines() if line.strip())


def prepare(program, folder):
    """A record with an open session, a flag, an effect, a closed session, a backup and a table."""
    house_record.prepare(program, folder)
    for line in (
        "118/74 68 98% rr 14 moaas 5 A ra",
        "ketamine 36 mg iv over 40 min",
        "190/112 98 96%",
        "190/112 99 96%",
        "nausea mod",
    ):
        house_record.must(program, folder, "add", "-s", "1", line)
    house_record.open_session(program, folder, "P-015")
    for words in (["add", "-s", "2", "120/80 70 97%"], ["end", "2"], ["backup", "whole.vigil"]):
        house_record.must(program, folder, *words)
    (folder / "rows.csv").write_text("time,heart_rate\n14:00,80\n")


def several(chosen, dice):
    """Four texts in one, of those that a line takes; a formula begins it."""
    fit = [(family, text) for family, text in chosen if isinstance(text, str) and len(text) < 60 and text.isprintable()]
    first = dice.choice([text for family, text in fit if family == "formula"])
    return " ".join([first, *dice.sample([text for family, text in fit if family != "path"], 3)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="four of the texts in one, other ones by another seed")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--family", help="only the texts of this family")
    parser.add_argument("--sample", type=int, metavar="N", help="every N-th of the texts")
    given = parser.parse_args()
    known = list(payloads())
    chosen = [one for one in known if given.family in (None, one[0])]
    chosen = chosen[given.seed % (given.sample or 1) :: given.sample or 1]
    if given.quick:
        chosen = [("several", several(chosen, random.Random(given.seed)))]
    found, pages = Found(), {}
    memory = pathlib.Path("/dev/shm")
    shown = 0.0
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as temporary:
        root = pathlib.Path(temporary)
        base = root / "base"
        prepare(str(given.program.resolve()), base)
        room = Room(str(given.program.resolve()), base, root / "outer" / "room", found)
        (root / "outer").mkdir()
        for number, (_, text) in enumerate(chosen):
            look(room, text, found, pages)
            if time.monotonic() - shown > 5:
                shown = time.monotonic()
                print(
                    f"{number + 1} of {len(chosen)} texts, {found.calls} calls, {found.count} breaches",
                    file=sys.stderr,
                    flush=True,
                )
    control = collections.Counter()
    caught = 0
    texts = [text for _, text in known if isinstance(text, str) and len(text) < 5_000]
    for text in texts:
        where = naive(text)
        control.update(where)
        caught += bool(where)
    families = collections.Counter(family for family, _ in known)
    print(f"{len(chosen)} of {len(known)} texts in {len(families)} families, seed {given.seed}")
    print(
        f"calls {found.calls}, of them taken {found.accepted}; views {found.views}; "
        f"texts found again as typed {found.kept}; "
        f"pages held against those of a harmless text for {found.twins} texts"
    )
    print(
        f"control, the same texts where nothing is escaped: {caught} of {len(texts)} found ("
        + ", ".join(f"{name} {count}" for name, count in sorted(control.items()))
        + ")"
    )
    print(f"breaches: {found.count}, of {len(found.wrong)} sorts")
    for what, text in list(found.wrong.items())[:400]:
        print("BREACH", what.encode("ascii", "backslashreplace").decode(), text)
    sys.exit(0 if not found.count and caught >= 150 and len(known) >= 200 and found.kept else 1)


if __name__ == "__main__":
    main()
