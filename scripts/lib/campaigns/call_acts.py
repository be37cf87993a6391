"""The commands whose calls are made to fail: what stands before each, what it adds, and how it is tried again."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys

import faults

ID = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
PHRASE = "a long phrase that opens it"
GOLDEN = faults.ROOT / "Tests" / "RecordStoreTests" / "Golden" / "record-v1.vigil"
LINES = "118/74 68 98%\nrr 14\nnausea mild\n"


@dataclasses.dataclass
class Act:
    """One command on a copy of one folder."""

    name: str
    words: list
    base: str
    stdin: str | None = None
    # Tried again it finds by its id what is there.
    keyed: bool = False
    # The file that it makes.
    makes: str | None = None
    # Only calls about these files are made to fail (all of them where empty).
    about: tuple = ()
    # But for these, which another command makes in the same way.
    passed_over: tuple = ()
    # It only looks: nothing may be added.
    looks: bool = False


ACTS = [
    Act("add", ["add", "--id", ID, "118/74", "68", "98%"], "open", keyed=True),
    Act("lines", ["add", "-"], "open", stdin=LINES),
    Act("ack", ["ack", "4", "oxygen given"], "open"),
    Act("fix", ["fix", "5", "hr", "84", "--because", "digits transposed"], "open"),
    Act("end", ["end", "--decided-by", "LH", "--because", "seen by LH"], "open"),
    Act("sign", ["sign", "1", "--by", "LH", "--passphrase-file", "phrase"], "closed"),
    Act("backup", ["backup", "copy.vigil"], "closed", makes="copy.vigil"),
    Act("encrypted", ["backup", "copy.enc", "--encrypt", "--passphrase-file", "phrase"], "closed", makes="copy.enc",
        about=("copy.enc", ".vigil-backup-", "phrase", "urandom"),
        passed_over=("pread64", "pwrite64", "fcntl", "newfstatat", "fdatasync")),
    Act("migrate", ["add", "-s", "5", "--id", ID, "note", "after carrying over"], "first", keyed=True),
    Act("recover", ["add", "--id", ID, "118/74", "68", "98%"], "cut", keyed=True),
    Act("look", ["sessions"], "cut", looks=True),
]


def environment(folder):
    return faults.environment(folder) | {
        "VIGIL_KEYS": str(folder / "keys"), "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no",
    }


def must(program, folder, *words):
    done = subprocess.run(
        [program, *words], env=environment(folder), cwd=folder, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"vigil {' '.join(words)}: {done.stderr}{done.stdout}")


class Bases:
    """The folders that the commands begin on, each made once by the program itself."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def copy(self, name, to):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.of(name), to)

    def of(self, name):
        folder = self.folder / name
        if not folder.exists():
            folder.mkdir()
            getattr(self, f"_{name}")(folder)
        return folder

    def _open(self, folder):
        """One open session with a set, and one that raised flags."""
        must(self.program, folder, "protocol", "new", "house", "--out", "house.json")
        must(self.program, folder, "protocol", "adopt", "house.json", "--by", "LH")
        must(self.program, folder, "patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12",
             "--no-input")
        gates = ("suitable", "glaucoma", "consent")
        held = [word for gate in gates for word in ("--override", f"{gate}=for this test")]
        must(self.program, folder, "start", "P-014", "--protocol", "house", "--prescriber", "LH", "--read-back", *held,
             "--confirm", "labs=for this test")
        must(self.program, folder, "add", "118/74", "68", "98%")
        must(self.program, folder, "add", "210/130", "150", "80%")

    def _closed(self, folder):
        """The same closed, a clinician with a key, and a backup from before."""
        shutil.copytree(self.of("open"), folder, dirs_exist_ok=True)
        phrase = folder / "phrase"
        phrase.write_text(PHRASE + "\n")
        phrase.chmod(0o600)
        must(self.program, folder, "key", "make", "LH", "--by", "LH", "--passphrase-file", "phrase")
        must(self.program, folder, "backup", "earlier.vigil")
        must(self.program, folder, "end", "--decided-by", "LH", "--because", "seen by LH")

    def _first(self, folder):
        shutil.copyfile(GOLDEN, folder / "record.vigil")
        (folder / "record.vigil").chmod(0o600)

    def _cut(self, folder):
        """What a program leaves that was killed in the middle of a commit: a journal that has to be undone."""
        shutil.copytree(self.of("open"), folder, dirs_exist_ok=True)
        command = [self.program, "add", "118/76", "70", "97%"]
        strace = ["strace", "-f", "-o", os.devnull, "-e", "trace=fdatasync", "-e",
                  "inject=fdatasync:signal=KILL:when=3"]
        subprocess.run(strace + command, env=environment(folder), cwd=folder, capture_output=True, check=False)
        if not pathlib.Path(folder / "record.vigil-journal").exists():
            sys.exit("the program that was killed in the middle of a commit left no journal")
