"""Is what was answered there after the program was killed?

Two writers enter into sessions of one record, each command a process of its own, and kill it with SIGKILL at a random
moment of the time that it takes, which is measured first; the next one starts at once. A command whose answer was
read whole is acknowledged: its entry has to be there once, as it was typed. Any other is there whole or not at all,
and the same line with the same id then stores it once. A quarter closes, corrects, acknowledges, adds to what is
closed and copies. At the end every chain and seal has to hold, for the program and for the second verifier.
"""

import argparse
import pathlib
import random
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]
sys.dont_write_bytecode = True

from campaigns import kill_checks, kill_control  # noqa: E402
from campaigns.kill_writers import Writer, prepared, time_alone  # noqa: E402


def campaign(program, folder, kills, seed, name):
    """Figures and what is wrong, of one record in a folder."""
    environment = prepared(program, folder)
    writers = [Writer(program, environment, folder, place, random.Random(f"{seed}/{place}")) for place in range(2)]
    if kills < 100:
        for writer in writers:
            writer.kinds = {kind: weight for kind, weight in writer.kinds.items() if kind != "encrypted"}
    alone = time_alone(writers[0], 1 if kills < 100 else 3)
    for writer in writers:
        for kind, times in alone.items():
            writer.taken[kind].extend(times)
        writer.wanted = -(-kills // 2)
        writer.start()
    while any(writer.is_alive() for writer in writers):
        time.sleep(0.5)
        done = sum(writer.killed for writer in writers)
        if time.monotonic() - campaign.said > 5:
            campaign.said = time.monotonic()
            print(f"{name}: killed {done} of {kills}", file=sys.stderr, flush=True)
    wrong = [text for writer in writers for text in writer.wrong]
    acts = [act for writer in writers for act in writer.acts]
    found, said = kill_checks.compared(program, environment, folder, acts)
    wrong += said
    killed = [act for act in acts if act.killed]
    answered = [act for act in acts if act.answered]
    after = sum(act.answered for act in killed)
    figures = (
        f"{len(acts)} commands, {len(killed)} killed: before an answer {len(killed) - after}"
        f" (of these there {found.there}, not there {found.absent}), after it {after}; "
        f"answered {len(answered)}, of these lost {found.lost}, altered {found.altered}, twice {found.twice}; "
        f"tried again with their id {found.again}; by command: {kill_checks.by_command(killed)}; "
        f"left behind: {found.left}")
    return figures, wrong, found


campaign.said = time.monotonic()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="40 kills, in memory alone")
    parser.add_argument("--kills", type=int, help="in memory (default: 1000), and a tenth of them on the disk")
    parser.add_argument("--seed", type=int, default=20261126, help="of the random moments")
    parser.add_argument("--disk", default="/var/tmp", help="a folder on a real disk")
    given = parser.parse_args()
    program = str(given.program.resolve())
    kills = given.kills or (40 if given.quick else 1000)
    print(f"seed {given.seed}", file=sys.stderr)
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None
    wrong, there, absent = [], 0, 0
    places = [("in memory", memory, kills)]
    if not given.quick:
        places.append(("on a disk", given.disk, max(kills // 10, 1)))
    for name, place, number in places:
        with tempfile.TemporaryDirectory(prefix="vigil-kill-", dir=place) as folder:
            figures, said, found = campaign(program, pathlib.Path(folder), number, given.seed, name)
        print(f"{name}: {figures}")
        wrong += [f"{name}: {text}" for text in said]
        there, absent = there + found.there, absent + found.absent
    if not absent or not (there or given.quick):
        wrong.append(f"the moments were not spread: {there} that were not answered were there, {absent} were not")
    lost, number = kill_control.lost(memory, 60 if given.quick else 200, given.seed)
    print(f"control, a writer that answers before it commits: killed {number} times, {lost} answered entries lost")
    if not lost:
        wrong.append("the control lost nothing")
    for text in wrong[:40]:
        print("WRONG", text)
    print(f"answers that were not true, and what was there in part, twice or not as it was typed: {len(wrong)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
