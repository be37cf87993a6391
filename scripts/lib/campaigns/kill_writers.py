"""Writers whose commands are killed at a random moment, and what each of them was told."""

import collections
import re
import statistics
import subprocess
import threading
import time
import uuid

import faults

DECIDED = [part for gate in ("suitable", "glaucoma", "consent") for part in ("--override", f"{gate}=for this test")]
ALREADY, CLOSED = "Already saved", "is already closed"


class Act(collections.namedtuple("Act", "kind session mark words answered killed again")):
    """One command that was given.

    *mark* is what it leaves, an id with the line, a word of its own or a path; *again* is what giving it again said.
    """


def prepared(program, folder):
    """A record with the protocol adopted, three patients, and a session of the third for both; the environment."""
    environment = {**faults.environment(folder), "VIGIL_KEYS": f"{folder}/keys"}
    (folder / "copies").mkdir()
    (folder / "secret").write_text("correct horse battery\n")

    def must(*arguments):
        done = run(program, environment, folder, arguments)
        if done.returncode != 0:
            raise SystemExit(f"vigil {' '.join(arguments)}: {done.stderr}{done.stdout}")

    must("protocol", "new", "house", "--out", "house.json")
    must("protocol", "adopt", "house.json", "--by", "LH")
    for code in ("W-0", "W-1", "BOTH"):
        must("patient", "add", code, "--name", "Made Up", "--birth-date", "1984-03-12", "--no-input")
        must(*start(code))
    must("add", "-s", "3", "188/114", "84")  # raises what is acknowledged later
    return environment


def start(code):
    return ["start", code, "--protocol", "house", "--prescriber", "LH", "--read-back", *DECIDED,
            "--confirm", "labs=for this test"]


def run(program, environment, folder, words, delay=None):
    """One command; killed after a delay, where it has not ended by then."""
    process = subprocess.Popen([program, *words], env=environment, cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if delay is not None:
        time.sleep(delay)
        process.kill()
    out, errors = process.communicate(timeout=120)
    return subprocess.CompletedProcess(words, process.returncode, out, errors)


def time_alone(writer, rounds):
    """How long each kind of command takes, each given a few times."""
    for kind in ("add", "add", "add", "ack", "fix", "backup", "end", "addendum") * rounds:
        writer.give(kind, killing=False)
    if "encrypted" in writer.kinds:
        writer.give("encrypted", killing=False)
    return {kind: list(times) for kind, times in writer.taken.items()}


class Writer(threading.Thread):
    """Gives one command after the other until so many were killed."""

    kinds = {"add": 74, "ack": 4, "fix": 6, "end": 6, "backup": 4, "encrypted": 0.5, "addendum": 6}

    def __init__(self, program, environment, folder, place, chance):
        super().__init__(daemon=True)
        self.program, self.environment, self.folder, self.chance = program, environment, folder, chance
        self.code, self.place = f"W-{place}", place
        self.session, self.both = str(place + 1), "3"
        self.closed, self.entries = [], []
        self.wanted, self.killed, self.count = 0, 0, 0
        self.acts, self.wrong = [], []
        self.taken = collections.defaultdict(lambda: collections.deque(maxlen=15))  # seconds of the last few

    def run(self):
        try:
            while self.killed < self.wanted:
                self.give(self.next())
        except Exception as error:  # Ends the campaign with what it was.
            self.wrong.append(f"the writer ended: {type(error).__name__}: {error}")

    def next(self):
        kinds = [kind for kind in self.kinds if kind != "addendum" or self.closed]
        return self.chance.choices(kinds, [self.kinds[kind] for kind in kinds])[0]

    def give(self, kind, killing=True):
        """Gives a command, killed at a random moment; what was not answered is given again with the same words."""
        self.count += 1
        kind = "add" if kind == "fix" and not self.entries else kind
        mark, session, words = getattr(self, f"to_{kind}")()
        delay = self.moment() * statistics.median(self.taken[kind]) if killing and self.taken[kind] else None
        done = self.timed(kind, words, delay)
        killed = done.returncode == -9
        self.killed += killed
        # All of an answer is written at once, so that one that ends is whole.
        answered = done.stdout.endswith("\n")
        if not killed and done.returncode != 0:
            self.wrong.append(f"{' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        again = None
        if killed and not answered and (kind in ("end", "start") or kind == "add" and self.chance.random() < 0.7):
            again = self.again(kind, words)
        self.acts.append(Act(kind, session, mark, words, answered, killed, again))
        if answered or again:
            self.went(kind, done.stdout)
        if kind == "end":
            self.give("start", killing)

    def moment(self):
        """A share of the time that the command takes; two in three fall where it writes and answers."""
        return self.chance.uniform(0, 1.2) if self.chance.random() < 0.35 else self.chance.uniform(0.6, 1.1)

    def timed(self, kind, words, delay=None):
        """A command; how long it takes is learnt from those that are not killed, while the other writer is at work."""
        began = time.monotonic()
        done = run(self.program, self.environment, self.folder, words, delay)
        if delay is None:
            self.taken[kind].append(time.monotonic() - began)
        return done

    def again(self, kind, words):
        """The same command to its end: whether it was there already."""
        done = self.timed(kind, words)
        told = done.stdout + done.stderr
        if kind == "add":
            was = ALREADY in told
        else:
            was = done.returncode == 77 and (CLOSED in told or "already has an open session" in told)
        if done.returncode != 0 and not was:
            self.wrong.append(f"given again, {' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        if kind == "start":
            self.opened(told)
        return "there" if was else "absent"

    def went(self, kind, told):
        """What is so from now on."""
        if kind == "end":
            self.closed.append(self.session)
        elif kind == "start":
            self.opened(told)
            self.entries = [entry for entry in self.entries if entry[0] == self.both]
        elif kind == "add" and (number := re.search(r"^#(\d+) \d\d:\d\d BP", told, re.MULTILINE)):
            self.entries.append((self.acts[-1].session, number[1]))

    def opened(self, told):
        if found := re.search(r"S-\d{4}-(\d{4})", told):
            self.session = str(int(found[1]))

    # The commands: what they leave, of which session, and their words

    def word(self):
        return f"word-{self.place}-{self.count}-{self.chance.getrandbits(32):08x}"

    def to_add(self):
        session = self.chance.choice([self.session, self.both])
        known = str(uuid.UUID(int=self.chance.getrandbits(128), version=4)).upper()
        if self.chance.random() < 0.3:
            said = "note " + " ".join(self.word() for _ in range(self.chance.choice([1, 2, 60])))
        else:
            said = f"{self.chance.randint(100, 139)}/{self.chance.randint(60, 84)} {self.chance.randint(55, 95)} " \
                   f"{self.chance.randint(94, 99)}%"
        return (known, said), session, ["add", "-s", session, "--id", known, said]

    def to_ack(self):
        word = self.word()
        return word, self.both, ["ack", "-s", self.both, "1", word]

    def to_fix(self):
        session, number = self.entries.pop(self.chance.randrange(len(self.entries)))
        word = self.word()
        return word, session, ["fix", "-s", session, number, "hr", str(self.chance.randint(96, 110)), "--because", word]

    def to_end(self):
        return self.session, self.session, ["end", self.session, "--decided-by", "LH"]

    def to_start(self):
        return self.code, None, start(self.code)

    def to_addendum(self):
        session, word = self.chance.choice(self.closed), self.word()
        return word, session, ["addendum", session, word]

    def to_backup(self):
        path = f"copies/{self.place}-{self.count}.vigil"
        return path, None, ["backup", path]

    def to_encrypted(self):
        path = f"copies/{self.place}-{self.count}.encrypted"
        return path, None, ["backup", path, "--encrypt", "--passphrase-file", "secret"]
