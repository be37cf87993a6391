"""Files that are too large, or none at all, wherever the program reads one: refused at once, and with little memory."""

import os
import shutil

import files_prepared
import watched

GIBIBYTE = 1 << 30
MOST_SECONDS, MOST_MEGABYTES = 1, 50
# Nobody writes to a pipe that the program opens: it may wait for no more than this.
WAITS = 8
GOES_ON = ("the record's key", "the newest seal")


def things(folder):
    """What stands where a file should, by name: each is made at a path."""
    def sparse(beginning):
        def make(path):
            path.write_bytes(beginning)
            os.truncate(path, GIBIBYTE)
            path.chmod(0o600)
        return make

    def linked(target):
        return lambda path: path.symlink_to(target)

    record = (folder / "record.vigil").read_bytes()
    return {
        "1 GiB of nothing": sparse(b""),
        "1 GiB that begins as a table": sparse(b"time,systolic\n14:05,120\n"),
        "1 GiB that begins as a protocol": sparse(b'{"schema": "vigil/protocol/1", "title": "'),
        "1 GiB that begins as a record": sparse(record),
        "1 GiB that begins as a backup": sparse((folder / "encrypted.vigil").read_bytes()[:2_000]),
        "1 GiB that begins as a picture": sparse(b"\x89PNG\r\n\x1a\n" + bytes(8)),
        "/dev/zero": linked("/dev/zero"),
        "a pipe without a writer": lambda path: os.mkfifo(path, 0o600),
        "a folder": lambda path: path.mkdir(),
        "a link to itself": lambda path: path.symlink_to(path.name),
    }


def places(program, folder, environment):
    """Where the program reads a file: by name, the path and the command."""
    thing = folder / "thing"
    keys = next((folder / ".config/vigil/keys").iterdir())
    own, other = keys / "record.key", next(keys.glob("clinician.*.key"))
    witness = keys / "witness.json"

    def command(*arguments):
        return [program, *map(str, arguments)]

    secret = folder / "passphrase"
    return {
        "import csv": (thing, command("import", "csv", thing, "-s", "5", "--date", "2026-11-19")),
        "protocol check": (thing, command("protocol", "check", thing)),
        "protocol adopt": (thing, command("protocol", "adopt", thing, "--by", "LH")),
        "the record of sessions": (thing, command("sessions", "--record", thing)),
        "the record of add": (thing, command("add", "--record", thing, "note", "x")),
        "restore": (thing, command("restore", thing, "--to", folder / "restored", "--passphrase-file", secret)),
        "a passphrase": (thing, command("sign", "1", "--by", "LH", "--passphrase-file", thing)),
        "a logo": (thing, command("clinic", "--logo", thing, "--by", "LH")),
        "answers": (thing, command("start", "P-015", "--protocol", "house", "--prescriber", "LH", "--answers", thing)),
        "the record's key": (own, command("clinic", "--telephone", "1", "--by", "LH")),
        "a clinician's key": (other, command("sign", "1", "--by", "LH", "--passphrase-file", secret)),
        "the newest seal": (witness, command("verify")),
    }


def lines_from(source, program, folder, environment):
    """The same as lines on standard input."""
    with open(source, "rb") as stream:
        return watched.run([program, "add", "-"], environment, folder, WAITS, stdin=stream)


def judged(where, name, run):
    """What is wrong with one run; None where nothing is. The tests run beside others, and not as it is shipped."""
    # SQLite looks at as many pages as the record says, however long the file is: that is a record.
    is_record = name == "1 GiB that begins as a record" and where in (
        "the record of sessions", "the record of add", "restore")
    # The first line of any file may be a passphrase; working one into a key takes 128 MiB and half a second.
    works = where in ("a passphrase", "restore", "a clinician's key")
    most = 200 if works else MOST_MEGABYTES * min(watched.PATIENCE, 2)
    seconds = 3 if is_record or works or "pipe" in name else MOST_SECONDS
    seconds *= watched.PATIENCE
    sentence = watched.wrong(run, WAITS, most)
    if sentence is None and run.seconds > seconds:
        sentence = f"took {run.seconds:.1f} s"
    # What does without the file (a key that seals later, a seal that is remembered) goes on with a word about it.
    if sentence is None and run.status == 0 and not is_record and where not in GOES_ON:
        sentence = f"was taken: {run.said.strip()[:200]}"
    return sentence


def _laid(path, make):
    """Lays a thing where a file is; what has to be there again afterwards."""
    before = path.read_bytes() if path.is_file() else None
    if before is not None:
        path.unlink()
    make(path)
    return before


def _away(path, before):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    if before is not None:
        path.write_bytes(before)
        path.chmod(0o600)


def all_of(program, folder, environment, kept, say, quick=False):
    """Every thing in every place: how many, the worst time and size, and what was wrong."""
    found, slowest, largest, count = [], (0, ""), (0, ""), 0
    made = things(folder)
    runs = [(where, path, command, name) for where, (path, command) in places(program, folder, environment).items()
            for name in made]
    runs += [("lines on standard input", folder / "thing", None, name) for name in made if "folder" not in name
             and "pipe" not in name and "itself" not in name]
    if quick:
        runs = [run for place, run in enumerate(runs) if place % 5 == 0]
    for where, path, command, name in runs:
        before = _laid(path, made[name])
        try:
            if command is None:
                run = lines_from(path, program, folder, environment)
            else:
                run = watched.run(command, environment, folder, WAITS)
        finally:
            _away(path, before)
        count += 1
        sentence = judged(where, name, run)
        if sentence is None and run.status != 0 and (folder / "restored").exists():
            sentence = "was refused, and something was restored"
        if sentence:
            found.append(f"{where}, {name}: {sentence}")
        slowest = max(slowest, (run.seconds, f"{where}, {name}"))
        largest = max(largest, (run.megabytes, f"{where}, {name}"))
        files_prepared.lay(folder, kept)
        say(f"too large: {count} of {len(runs)}")
    return count, slowest, largest, found
