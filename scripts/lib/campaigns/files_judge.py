"""What a run over a damaged file keeps to, beside ending well: the refused stays, the saved is there."""

import collections
import pathlib
import random
import sqlite3

import damage
import files_prepared
import watched

# What is printed or exported is in the log of accesses before it is looked for: the refused too.
LOGGED = {"report", "export-record", "form", "course", "timeline", "chart"}
MOST_GROWTH = 1 << 20
# SQLite itself undoes what a journal says was left in the middle, and reads a WAL: before anything of Vigil.
RECOVERS = {"journal_beside", "wal_beside", "flags_of_a_wal"}
# Whoever knows the format and may write can rewrite what no seal covers yet; `vigil verify` says so.
REWRITES = {"chained_anew"}


def dump(data, but=None):
    """All that is stored, but one table, as text that tells a text from a BLOB; None where it cannot be read."""
    connection = sqlite3.connect(":memory:")
    connection.text_factory = lambda stored: ("text", stored)
    try:
        connection.deserialize(data)
        schema = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        parts = [schema] + [connection.execute(f"PRAGMA {name}").fetchall()
                                               for name in ("application_id", "user_version", "encoding")]
        for (_, kind), (_, name), *_ in schema:
            if kind == b"table" and name.decode() != but:
                parts.append(connection.execute(f'SELECT * FROM "{name.decode()}"').fetchall())
        return repr(parts)
    except Exception:  # Whatever SQLite or Python make of it.
        return None
    finally:
        connection.close()


def entries(data):
    """How many entries are stored; None where nobody can count them."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        return connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    except sqlite3.Error:
        return None
    finally:
        connection.close()


class Judge:
    """Runs a command over a damaged record and says what is wrong with it."""

    def __init__(self, program, folder, environment, whole):
        self.program, self.folder, self.environment = program, folder, environment
        self.whole = dump(whole)
        self.entries = entries(whole)
        self.counts = collections.Counter()
        self.slowest = self.largest = 0.0

    def run(self, *arguments):
        run = watched.run([self.program, *arguments], self.environment, self.folder)
        self.slowest, self.largest = max(self.slowest, run.seconds), max(self.largest, run.megabytes)
        return run

    def __call__(self, command, kind, files):
        act, name = command[1], kind.__name__
        record = self.folder / "record.vigil"
        laid = set(self.folder.iterdir())
        before = self.run("verify") if act == "add" else None
        data = record.read_bytes()
        run = self.run(*command[1:])
        sentence = watched.wrong(run) or (watched.wrong(before) if before else None)
        if not sentence and record.stat().st_size > 2 * len(data) + MOST_GROWTH:
            sentence = f"the record grew to {record.stat().st_size} bytes"
            record.unlink()
        elif not sentence and run.status not in (0, 1, 2) and name not in RECOVERS:
            sentence = self.stays(act, data, laid, record)
        if not sentence and act == "verify" and len(command) == 2:
            sentence = self.names(run, name, data)
        if not sentence and act == "add" and run.status == 0:
            sentence = self.saved(before, name, record)
        if not sentence and act == "backup" and run.status == 0:
            sentence = self.backed_up(name)
        self.counts["refused" if run.status not in (0, 1, 2) else "answered"] += 1
        return run, sentence and f"vigil {' '.join(command[1:])}: {sentence}"

    def stays(self, act, data, laid, record):
        """What is refused is left as it was, with nothing beside it; an access is in its log at most."""
        after = record.read_bytes()
        if after != data and not (act in LOGGED and dump(after, but="access") == dump(data, but="access")):
            return "was refused, and the record is another now"
        more = [path.name for path in self.folder.iterdir() if path not in laid and path.suffix != ".part"]
        return f"was refused, and left {', '.join(more)}" if more else None

    def names(self, run, name, data):
        """A record is called whole only where all of it is as it was."""
        if run.status != 0 or name in RECOVERS:
            return None
        if dump(data) == self.whole:
            self.counts["damage in what holds nothing"] += 1
            return None
        if name in REWRITES:
            self.counts["rewritten where no seal was yet"] += 1
            return None
        return "was called whole, and something else is stored"

    def saved(self, before, name, record):
        """A line that is saved stands in a chain that holds; damage that was there is named before and after."""
        after = self.run("verify")
        if watched.wrong(after):
            return watched.wrong(after)
        self.counts["saved in a record that holds" if after.status ==
            0 else "saved beside damage that verify names"] += 1
        if after.status not in (0, 1, 2, 70):
            return f"saved, and verify ended with {after.status}: {after.errors.strip()[:200]}"
        if before.status == 0 and after.status != 0:
            return f"saved, and the record that held is damaged: {after.said.strip()[:300]}"
        found = entries(record.read_bytes())
        if before.status == 0 and found is not None and found != self.entries + 1:
            return f"saved, and there are {found} entries where {self.entries} were"
        return None

    def backed_up(self, name):
        """A copy that is called a backup holds by itself."""
        run = self.run("verify", "--record", str(self.folder / "new.vigil"))
        if run.status == 1 or run.status > 2:
            return f"the backup does not hold: {run.said.strip()[:200]}{run.errors.strip()[:200]}"
        self.counts["backed up and verified"] += 1
        return None


def backups(program, folder, kept, seed, copies, say, encrypted=5):
    """Damaged backups, plain and encrypted, that are restored: refused with nothing left, or the same record."""
    environment, wrong = files_prepared.environment(folder), []
    target, secret = folder / "restored.vigil", folder / "passphrase"
    whole = {name: kept[pathlib.Path(name)] for name in ("plain.vigil", "encrypted.vigil")}
    same = dump(whole["plain.vigil"])
    for index in range(copies):
        source = random.Random(f"{seed}/backup/{index}")
        # One in some: a passphrase is worked into a key, which takes half a second.
        name = "encrypted.vigil" if index % encrypted == 0 else "plain.vigil"
        kind = source.choice(CONTAINER if name == "encrypted.vigil" else damage.DAMAGES)
        files_prepared.lay(folder, kept)
        for end, data in kind(whole[name], source).items():
            (folder / (name + end)).write_bytes(data)
        data = (folder / name).read_bytes()
        run = watched.run([program, "restore", str(folder / name), "--to", str(target),
                          "--passphrase-file", str(secret), "--by", "LH"], environment, folder)
        sentence = watched.wrong(run)
        if not sentence and run.status == 0:
            if name == "encrypted.vigil" and data != whole[name]:
                sentence = "a changed container was restored"
            elif name == "plain.vigil" and dump(data) != same:
                sentence = "a record was restored in which something else is stored"
        elif not sentence:
            left = [path.name for path in folder.iterdir() if path.relative_to(folder) not in kept and path.is_file()
                    and not path.name.startswith(name)]
            sentence = f"was refused, and left {', '.join(left)}" if left else None
        if sentence:
            wrong.append(f"backup {index} of seed {seed}, {kind.__name__} of {name}: {sentence}")
        say(f"damaged backups: {index + 1} of {copies}, {len(wrong)} wrong")
    return copies, wrong


def head_of_the_container(data, source):
    changed = bytearray(data)
    for _ in range(source.randint(1, 3)):
        changed[source.randrange(60)] ^= 1 << source.randrange(8)
    return {"": bytes(changed)}


def numbers_of_scrypt(data, source):
    changed = bytearray(data)
    place = source.choice((8, 12, 16, 20, 24))
    number = source.choice((0, 1, 1 << 10, 1 << 18, 1 << 19, 1 << 20, 1 << 31, 0xFFFFFFFF))
    changed[place:place + 4] = number.to_bytes(4, "big")
    return {"": bytes(changed)}


CONTAINER = [
    head_of_the_container,
    numbers_of_scrypt,
    damage.bits_anywhere,
    damage.bytes_anywhere,
    damage.sector_of_zeros,
     damage.cut_short]


def keys(program, folder, kept, seed, copies, say):
    """Damaged keys and witnesses, and the commands that read them."""
    environment, wrong = files_prepared.environment(folder), []
    names = [path for path in kept if ".config" in path.parts]
    secret = str(folder / "passphrase")
    commands = [
        ("verify",), ("key", "list"), ("clinic", "--telephone", "1", "--by", "LH"),
        ("addendum", "2", "a word more", "--by", "LH"), ("verify",), ("course", "score", "P-015", "phq-9 5/27"),
        ("sign", "1", "--by", "LH", "--passphrase-file", secret),
    ]
    for index in range(copies):
        source = random.Random(f"{seed}/key/{index}")
        files_prepared.lay(folder, kept)
        name = source.choice(names)
        (folder / name).write_bytes(_other(kept[name], source))
        command = commands[index % len(commands)]
        run = watched.run([program, *command], environment, folder)
        sentence = watched.wrong(run)
        if not sentence and command == ("verify",) and run.status == 1 and name.name != "witness.json":
            sentence = f"the record is called damaged for a key: {run.said.strip()[:200]}"
        if sentence:
            wrong.append(f"key {index} of seed {seed}, {name.name}: vigil {' '.join(command)}: {sentence}")
        say(f"damaged keys: {index + 1} of {copies}, {len(wrong)} wrong")
    return copies, wrong


def _other(data, source):
    """A small file of JSON with other bytes, other numbers, less of it or more."""
    changed = bytearray(data)
    what = source.randrange(6)
    if what == 0:
        for _ in range(source.choice((1, 2, 8))):
            changed[source.randrange(len(changed))] ^= 1 << source.randrange(8)
    elif what == 1:
        del changed[source.randrange(len(changed)):]
    elif what == 2:
        digits = [place for place, byte in enumerate(changed) if 0x30 <= byte <= 0x39]
        place = source.choice(digits or [0])
        changed[place:place + 1] = source.choice((b"9223372036854775807", b"-1", b"1e999", b"null", b"1048576", b"[1]"))
    elif what == 3:
        place = source.randrange(len(changed))
        changed[place:place] = source.choice((b"\x00", b"\xff\xfe", b'"', b"{" * 3_000, b"[" * 60_000, b"\\u0000"))
    elif what == 4:
        changed = bytearray(
    source.choice(
        (b"",
        b"null",
        b"[]",
        b"{}",
        b'"key-1"',
        b"\xef\xbb\xbf" +
        data,
        data +
         data)))
    else:
        changed = changed.replace(
    source.choice(
        (b"key-1",
        b"witness-1",
        b"00",
        b"publicKey",
        b"seal")),
        b"x" *
         source.randrange(9))
    return bytes(changed)
