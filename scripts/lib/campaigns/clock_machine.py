"""A machine whose clocks are commanded: that on the wall by libfaketime, that which never steps by a time namespace.

Both go on at their true pace by whole offsets that are worked out once, so that no delay of this machine is taken for a
step of the other one.
"""

import datetime
import math
import pathlib
import re
import shutil
import subprocess
import sys
import time
import uuid
import zoneinfo

import faults

# A few seconds into a minute, so that a clock that stands a little before it is not read as the minute before.
LEAD = 5
UNAVAILABLE = 69
# The semaphore of the fake clock is called by the number of its process, and a killed one leaves it behind.
LEFT_BEHIND = "sem_open"


class Machine:
    """A record of its own, with the program run by the clocks as they stand at a moment of the story."""

    def __init__(self, program, folder, wall, zone="UTC"):
        """*wall*: seconds since 1970 that its clock shows at minute 0 of the story."""
        self.program = program
        self.folder = folder
        self.zone = zone
        self.stepped = 0.0
        self.slept = 0
        # Nil for the one of this machine, a file for another.
        self.boot = None
        self.began = 1_000_000
        self.moment = 0
        apart = time.clock_gettime(time.CLOCK_BOOTTIME) - time.time()
        self.apart = round(wall + apart - self.began) + LEAD
        folder.mkdir()

    def at(self, minute, seconds=0):
        """From now on commands run at this minute of the story."""
        self.moment = round(minute * 60) + seconds

    def set(self, seconds):
        """Its clock is set by so much."""
        self.stepped += seconds

    def start_again(self, off=0):
        """It goes down and comes up with another boot, its clock off by so much."""
        before = self.began
        self.began = 40 - self.moment
        self.apart += before - self.began
        self.boot = self.folder / "boot_id"
        self.boot.write_text(f"{uuid.uuid4()}\n")
        self.stepped += off

    def forget_boot(self):
        """It has no name for its boots, so that no step can be found."""
        self.boot = self.folder / "boot_id"
        self.boot.write_text("")

    def offsets(self):
        """Whole seconds for the clock that never steps, and what the one on the wall is off by."""
        ahead = math.ceil(self.began + self.moment - time.clock_gettime(time.CLOCK_BOOTTIME))
        return ahead, ahead + self.apart + self.stepped

    def now(self):
        """What its clock shows, in seconds since 1970."""
        return time.time() + self.offsets()[1]

    def clock(self, before, zone):
        """`14:02:30` by its clock, so many minutes before now, in a zone; with the offset where that has several."""
        shown = datetime.datetime.fromtimestamp(self.now() - before * 60, zoneinfo.ZoneInfo(zone))
        offset = shown.strftime("%z")
        return shown.strftime("%H:%M:%S") + (f"{offset[:3]}:{offset[3:]}" if zone != "UTC" else "")

    def command(self, *words, fake=None):
        ahead, wall = self.offsets()
        namespaces = "-UrmT" if self.boot else "-UrT"
        whole = ["unshare", namespaces, "--boottime", str(ahead), "--monotonic", str(ahead - self.slept)]
        if self.boot:
            mount = 'mount --bind "$0" /proc/sys/kernel/random/boot_id && exec "$@"'
            whole += ["sh", "-c", mount, str(self.boot)]
        whole += ["faketime", "--exclude-monotonic", "-f", f"{wall:+.3f}"]
        return whole + (fake or []) + [self.program, *words]

    def environment(self):
        own = faults.environment(self.folder)
        return own | {"TZ": self.zone, "VIGIL_KEYS": str(self.folder / "keys"), "NO_FAKE_STAT": "1"}

    def vigil(self, *words, stdin=None):
        for _ in range(6):
            done = subprocess.run(self.command(*words), env=self.environment(), cwd=self.folder, capture_output=True,
                                  text=True, check=False, input=stdin, timeout=120)
            if LEFT_BEHIND not in done.stderr:
                break
        return done.returncode, done.stdout, done.stderr

    def must(self, *words, allowed=(0,), stdin=None):
        status, told, said = self.vigil(*words, stdin=stdin)
        if status not in allowed:
            sys.exit(f"vigil {' '.join(words)}: {status}: {told}{said}")
        return told

    def open(self):
        """A session of one patient, with every gate that holds gone over."""
        self.must("init")
        self.must("protocol", "adopt", "iv-0.5-40", "--by", "LH")
        self.must("patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12", "--no-input")
        told = " ".join(self.must("screening", "P-014", "--protocol", "iv-0.5-40", allowed=(0, 1)).split())
        words = []
        for gate, level in re.findall(r"([a-z-]+) \((hard|soft)\)", told[told.index("gates hold:"):]):
            words += ["--override" if level == "hard" else "--confirm", f"{gate}=for this test"]
        self.must("start", "P-014", "--protocol", "iv-0.5-40", "--prescriber", "LH", "--read-back", "--weight", "72",
                  "--zone", self.zone, *words)


def require(program):
    """Ends with 69 where clocks cannot be commanded here, or the program's cannot."""
    for tool, package in (("faketime", "faketime"), ("unshare", "util-linux")):
        if shutil.which(tool) is None:
            unavailable(f"{tool} (Debian package {package}), which sets clocks, is not here.")
    if b"ld-linux" not in pathlib.Path(program).read_bytes()[:4096]:
        unavailable("This program is linked statically: no clock can be put before it. Build it with --dynamic.")
    shown = "import time; print(time.clock_gettime(time.CLOCK_BOOTTIME), time.time())"
    mount = 'mount --bind /dev/null /proc/sys/kernel/random/boot_id && exec "$@"'
    tried = subprocess.run(
        ["unshare", "-UrmT", "--boottime", "5000000", "--monotonic", "5000000", "sh", "-c", mount, "sh",
         "faketime", "--exclude-monotonic", "-f", "+8000000", sys.executable, "-c", shown],
        capture_output=True, text=True, check=False)
    numbers = tried.stdout.split()
    if tried.returncode != 0 or len(numbers) != 2:
        unavailable(f"Clocks cannot be set here: {tried.stderr.strip()}")
    apart = (float(numbers[0]) - time.clock_gettime(time.CLOCK_BOOTTIME), float(numbers[1]) - time.time())
    if abs(apart[0] - 5_000_000) > 30 or abs(apart[1] - 8_000_000) > 30:
        unavailable("Clocks cannot be set here apart from each other.")


def unavailable(why):
    print(why, file=sys.stderr)
    sys.exit(UNAVAILABLE)
