"""People who enter at the same time, each line a process of its own, and how long each of them waits."""

import os
import random
import subprocess
import threading
import time
import uuid


class Writer(threading.Thread):
    """Enters lines one after the other until told to stop, or until so many are entered.

    A wait is the whole of a process: started, record opened, entry saved, answered. Every entry has an id of its own, so
    that it can be looked for afterwards; what was refused is kept with what was said.
    """

    def __init__(self, program, environment, session, seed, entries=None, pause=0.0, closed=()):
        super().__init__(daemon=True)
        self.program = program
        self.environment = environment
        self.session = session
        self.dice = random.Random(seed)
        self.entries = entries
        self.pause = pause
        self.closed = list(closed)
        self.halt = threading.Event()
        self.saved = []
        self.refused = []
        self.waits = []
        self.slowest = (0.0, 0.0)

    def run(self):
        count = 0
        while not self.halt.is_set() and (self.entries is None or count < self.entries):
            self.enter(count)
            count += 1
            if self.pause:
                self.halt.wait(self.dice.uniform(0.5, 1.5) * self.pause)

    def enter(self, count):
        # Every tenth is an addendum to a closed session, which seals it again.
        if self.closed and count % 10 == 9:
            known = None
            words = ["addendum", str(self.dice.choice(self.closed)), f"seen again, {count}"]
        else:
            known = str(uuid.UUID(int=self.dice.getrandbits(128), version=4)).upper()
            words = ["add", "-s", self.session, "--id", known, *self.line()]
        began = time.monotonic()
        done = subprocess.run(
            [self.program, *words], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        wait = time.monotonic() - began
        self.waits.append(wait)
        if wait > self.slowest[0]:
            self.slowest = (wait, began)
        if done.returncode != 0:
            self.refused.append(f"{' '.join(words)}: {done.returncode} {(done.stdout + done.stderr).strip()[-300:]}")
        elif known:
            self.saved.append(known)

    def line(self):
        """An ordinary set; values vary, so that none verifies the one before."""
        dice = self.dice
        return [
            f"{dice.randint(108, 138)}/{dice.randint(64, 88)}", str(dice.randint(58, 92)), f"{dice.randint(95, 99)}%",
        ]


class Loop(threading.Thread):
    """Runs one command again and again until told to stop."""

    def __init__(self, name, command, environment, fresh=None):
        super().__init__(daemon=True)
        self.name = name
        self.command = command
        self.environment = environment
        self.fresh = fresh
        self.halt = threading.Event()
        self.rounds = []
        self.failed = []

    def run(self):
        while not self.halt.is_set():
            if self.fresh and os.path.exists(self.fresh):
                os.remove(self.fresh)
            began = time.monotonic()
            done = subprocess.run(
                self.command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
            )
            self.rounds.append((began, time.monotonic()))
            if done.returncode != 0:
                self.failed.append(f"{self.name}: {done.returncode} {(done.stdout + done.stderr).strip()[-300:]}")
                self.halt.wait(0.2)


def halt(threads):
    for thread in threads:
        thread.halt.set()
    for thread in threads:
        thread.join()
