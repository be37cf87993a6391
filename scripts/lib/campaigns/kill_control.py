"""A writer that answers before it commits: what is looked for has to be found there."""

import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

WRITER = """
import sqlite3, sys
record = sqlite3.connect(sys.argv[1], isolation_level=None)
record.execute("PRAGMA synchronous = EXTRA")
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 500):
    record.execute("BEGIN IMMEDIATE")
    record.execute("INSERT INTO entered VALUES (?, ?)", (number, "x" * 300))
    print("saved", number, flush=True)
    record.execute("COMMIT")
"""


def lost(memory, kills, seed):
    """How many answered entries are not there, and how often it was killed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="vigil-kill-control-", dir=memory) as folder:
        path = pathlib.Path(folder) / "record"
        record = sqlite3.connect(path, isolation_level=None)
        record.execute("CREATE TABLE entered (number INTEGER PRIMARY KEY, what TEXT)")
        record.close()
        answered, killed = set(), 0
        for round in range(kills):
            writer = subprocess.Popen([sys.executable, "-I", "-S", "-c", WRITER, str(path), str(round * 1000)],
                                      stdout=subprocess.PIPE, text=True)
            said = writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.01))
            writer.kill()
            said += writer.communicate()[0]
            killed += writer.returncode == -9
            answered |= {int(number) for number in re.findall(r"^saved (\d+)$", said, re.MULTILINE)}
        record = sqlite3.connect(path)
        kept = {number for (number,) in record.execute("SELECT number FROM entered")}
        record.close()
    return len(answered - kept), killed
