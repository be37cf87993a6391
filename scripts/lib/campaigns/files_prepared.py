"""What the campaign of files begins with: a sealed record with something in every table, its keys and its backups."""

import os
import pathlib
import shutil
import sys

import watched

GOLDEN = pathlib.Path(__file__).resolve().parents[3] / "Tests" / "RecordStoreTests" / "Golden" / "record-v2.vigil"
PASSPHRASE = "correct horse battery\n"


def environment(folder):
    """A home of its own, and nothing of whoever runs this."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(folder), "TMPDIR": str(folder), "TZ": "UTC",
        "LANG": "C.UTF-8", "USER": "clinic", "VIGIL_RECORD": str(folder / "record.vigil"), "VIGIL_BY": "KO",
    }


def prepare(program, folder):
    """The golden record with a key of this machine and of a clinician, a line more, and backups of it."""
    record, secret = folder / "record.vigil", folder / "passphrase"
    shutil.copy(GOLDEN, record)
    record.chmod(0o600)
    secret.write_text(PASSPHRASE, "utf-8")
    secret.chmod(0o600)
    for arguments in (
        ("key", "make", "LH", "--by", "LH", "--passphrase-file", str(secret)), ("add", "120/80 70 97%"),
        ("course", "score", "P-015", "phq-9 5/27"),
        ("sign", "2", "--by", "LH", "--passphrase-file", str(secret)), ("backup", str(folder / "plain.vigil")),
        ("backup", str(folder / "encrypted.vigil"), "--encrypt", "--passphrase-file", str(secret)), ("verify",),
    ):
        run = watched.run([program, *arguments], environment(folder), folder, 60)
        if run.status != 0:
            sys.exit(f"vigil {' '.join(arguments)} ended with {run.status}: {run.said}{run.errors}")
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def lay(folder, kept):
    """Puts everything back as it was prepared, and takes away what is more."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.relative_to(folder) not in kept and not path.is_dir():
            path.unlink()
    for name, data in kept.items():
        path = folder / name
        if not path.exists() or path.stat().st_size != len(data) or path.read_bytes() != data:
            path.write_bytes(data)
            path.chmod(0o600)
