"""What becomes of recording on a disk that is full, read-only, over its quota, taken away or slow?

For each: recording is refused with the reason and what to do next, reading works, nothing that was acknowledged is
lost, and after mending the disk recording goes on. Disks are small file systems of its own, in a mount namespace.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import faults  # noqa: E402
from disk_bench import Bench, Unusable  # noqa: E402
from disk_cases import CASES, QUICK  # noqa: E402
from disk_control import CONTROLS  # noqa: E402


def in_own_namespace():
    """Starts itself again where it may mount; 69 where that cannot be."""
    if os.environ.get("VIGIL_DISK_CAMPAIGN") == "own":
        # What is mounted here stays here.
        subprocess.run(["mount", "--make-rprivate", "/"], check=False, capture_output=True)
        return
    own = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
    with tempfile.TemporaryDirectory() as folder:
        tried = subprocess.run([*own, "mount", "-t", "tmpfs", "-o", "size=1m", "disk", folder], capture_output=True,
                               text=True, check=False)
    if tried.returncode != 0:
        print(f"A disk of its own cannot be mounted here: {tried.stderr.strip()}", file=sys.stderr)
        sys.exit(69)
    os.execvpe(own[0], [*own, sys.executable, *sys.argv], os.environ | {"VIGIL_DISK_CAMPAIGN": "own"})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="a few cases")
    parser.add_argument("--only", help="cases, with commas: " + ",".join(CASES))
    given = parser.parse_args()
    faults.require_strace()
    in_own_namespace()
    chosen = given.only.split(",") if given.only else QUICK if given.quick else list(CASES)
    rows, wrong, skipped = [], [], []
    with tempfile.TemporaryDirectory(prefix="vigil-disk-") as temporary:
        for name in chosen:
            print(f"{name} …", file=sys.stderr, flush=True)
            with Bench(str(given.program.resolve()), pathlib.Path(temporary) / name) as bench:
                try:
                    CASES[name](bench)
                except Unusable as reason:
                    skipped.append(f"{name}: {reason}")
                rows.append((name, bench.refused, bench.read, bench.saved))
                wrong += [f"{name}: {what}" for what in bench.wrong]
        unseen = []
        for name, control in CONTROLS.items():
            with Bench(str(given.program.resolve()), pathlib.Path(temporary) / "control") as bench:
                control(bench)
                if not bench.wrong:
                    unseen.append(name)
    print("| disk | refused, with the reason | read all the same | saved, and there |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    for what in skipped:
        print("not looked at:", what)
    print(f"breaches: {len(wrong)}")
    for what in wrong:
        print("WRONG", what)
    print(f"controls seen: {len(CONTROLS) - len(unseen)} of {len(CONTROLS)}", *[f"NOT {name}" for name in unseen])
    sys.exit(1 if wrong or unseen or not any(row[1] for row in rows) else 0)


if __name__ == "__main__":
    main()
