"""What programs did to the files below one folder, read from traces of strace: the operations in their order.

A call that changes a file in a way that is not known here ends the reading with `Unknown`, so that no write is
missed. What lies in the folder before the first command has to be on the disk already.
"""

import collections
import os
import re
import stat
import subprocess

# The calls that are known, and those that would change a file behind the model's back.
KNOWN = [
    "openat", "open", "creat", "close", "read", "write", "pwrite64", "lseek", "fsync", "fdatasync", "ftruncate",
    "truncate", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "rmdir",
    "mknod", "mknodat", "chmod", "fchmod", "fchmodat",
]
REFUSED = [
    "writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile", "splice", "dup", "dup2", "dup3",
    "symlink", "symlinkat", "sync", "syncfs", "msync", "io_uring_setup", "mmap",
]
UMASK = os.umask(0o022)
os.umask(UMASK)

Op = collections.namedtuple("Op", "kind object since what", defaults=(None, None, None))
Op.__doc__ = """One operation.

create, unlink: object is a path, what (inode, mode) or None; rename, link: what is (inode, new path)
write: object is an inode, what (place, bytes); truncate: what is the size; chmod: what is the mode
sync: object is an inode or a folder's path, since the number of operations that were done when it began
answer: the first that a command says on its standard output; done: its end; object is the command's number
"""


class Unknown(Exception):
    """A call that the model of a disk does not have."""


class Trace:
    """The operations of commands that ran one after the other, and the names that they left."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.ops = []
        self.modes = {}        # inode: mode at its making
        self.base = {}         # path: (inode or None of a folder, bytes, mode) before the first command
        self.names = {self.folder: None}  # path: inode, or None of a folder
        self.commands = []
        for path, mode, data in files_below(self.folder):
            inode = None if data is None else self.inode(mode)
            self.names[path] = inode
            self.base[path] = inode, data, mode

    def inode(self, mode):
        self.modes[len(self.modes) + 1] = mode
        return len(self.modes)

    def run(self, command, environment, stdin=None, may_fail=False):
        """Runs a command, and adds what it does; its number is that of its answer."""
        log = self.folder.rstrip("/") + ".strace"
        done = subprocess.run(
            ["strace", "-f", "-xx", "-s", "16777216", "-o", log, "-e", "trace=" + ",".join(KNOWN + REFUSED)]
            + [str(part) for part in command],
            env=environment, cwd=self.folder, capture_output=True, text=True, check=False, input=stdin or "")
        if done.returncode != 0 and not may_fail:
            raise Unknown(f"{' '.join(map(str, command[1:]))}: exit {done.returncode}: {done.stderr}{done.stdout}")
        with open(log, encoding="ascii") as lines:
            Reading(self, len(self.commands)).all(lines)
        os.unlink(log)
        self.ops.append(Op("done", len(self.commands)))
        self.commands.append(" ".join(str(part) for part in command[1:]))
        return done


class Reading:
    """One command's trace; its threads have one table of descriptors."""

    def __init__(self, trace, number):
        self.trace, self.number, self.answered = trace, number, False
        self.descriptors = {}  # descriptor: [inode or folder's path, place, appends]
        self.begun = {}        # thread: (first part of a call, operations before it)

    def all(self, lines):
        for line in lines:
            thread, _, call = line.rstrip("\n").partition(" ")
            call = call.strip()
            since = len(self.trace.ops)
            if call.endswith("<unfinished ...>"):
                self.begun[thread] = call.removesuffix("<unfinished ...>"), since
                continue
            if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", call):
                begun, since = self.begun.pop(thread, ("", since))
                call = begun + resumed[1]
            parsed = re.match(r"(\w+)\((.*)\)\s+= (-?\d+|0x[0-9a-f]+)", call)
            if parsed and not parsed[3].startswith("-"):
                self.take(parsed[1], parsed[2], parsed[3], since)

    def take(self, name, arguments, result, since):
        if name in REFUSED:
            return self.refuse(name, arguments)
        # Where another thread's call came between, a space stands before the end.
        given = re.split(r", (?![^{]*\})", arguments.rstrip())
        number = int(result, 0)
        getattr(self, name)(given, number, since)

    def refuse(self, name, arguments):
        """Harmless where it is about nothing that is followed."""
        given = arguments.split(", ")
        if name == "mmap":
            if "MAP_SHARED" in given[3] and "PROT_WRITE" in given[2] and int(given[4]) in self.descriptors:
                raise Unknown(f"mmap({arguments})")
        elif name in ("symlink", "symlinkat"):
            if any(self.path(part) for part in given if part.startswith('"')):
                raise Unknown(f"{name}({arguments})")
        elif name in ("sync", "syncfs", "msync", "io_uring_setup") or any(
                part.isdigit() and int(part) in self.descriptors for part in given[:3]):
            raise Unknown(f"{name}({arguments[:200]})")

    def path(self, quoted):
        """The folder or a path below it; None of any other."""
        path = os.path.normpath(os.path.join(self.trace.folder, os.fsdecode(octets(quoted))))
        return path if f"{path}/".startswith(f"{self.trace.folder}/") else None

    def add(self, *op):
        self.trace.ops.append(Op(*op))

    # Descriptors

    def openat(self, given, descriptor, since):
        self.open(given[1:], descriptor, since)

    def creat(self, given, descriptor, since):
        self.open([given[0], "O_WRONLY|O_CREAT|O_TRUNC", *given[1:]], descriptor, since)

    def open(self, given, descriptor, since):
        path, flags = self.path(given[0]), given[1].split("|")
        self.descriptors.pop(descriptor, None)
        if path is None:
            return
        names = self.trace.names
        if path not in names:
            if "O_CREAT" not in flags:
                raise Unknown(f"{path} is opened, and nothing made it")
            self.make(path, int(given[2], 8) if len(given) > 2 else 0o600)
        elif "O_TRUNC" in flags and names[path] is not None:
            self.add("truncate", names[path], since, 0)
        inode = names[path]
        self.descriptors[descriptor] = [path if inode is None else inode, 0, "O_APPEND" in flags]

    def close(self, given, _, since):
        self.descriptors.pop(int(given[0]), None)

    def lseek(self, given, place, since):
        if held := self.descriptors.get(int(given[0])):
            held[1] = place

    def read(self, given, count, since):
        if held := self.descriptors.get(int(given[0])):
            held[1] += count

    def write(self, given, count, since):
        descriptor = int(given[0])
        if held := self.descriptors.get(descriptor):
            if held[2]:
                raise Unknown(f"a write at the end of {held[0]}")
            self.add("write", held[0], since, (held[1], octets(given[1])[:count]))
            held[1] += count
        elif descriptor == 1 and count and not self.answered:
            self.answered = True
            self.add("answer", self.number)

    def pwrite64(self, given, count, since):
        if held := self.descriptors.get(int(given[0])):
            self.add("write", held[0], since, (int(given[3]), octets(given[1])[:count]))

    def ftruncate(self, given, _, since):
        if held := self.descriptors.get(int(given[0])):
            self.add("truncate", held[0], since, int(given[1]))

    def truncate(self, given, _, since):
        if path := self.path(given[0]):
            self.add("truncate", self.trace.names[path], since, int(given[1]))

    def fsync(self, given, _, since):
        if held := self.descriptors.get(int(given[0])):
            self.add("sync", held[0], since)

    fdatasync = fsync

    # Names

    def make(self, path, mode, folder=False):
        mode &= ~UMASK
        inode = None if folder else self.trace.inode(mode)
        self.trace.names[path] = inode
        self.add("create", path, None, (inode, mode))

    def mknod(self, given, _, since):
        if path := self.path(given[0]):
            self.make(path, int(given[1].rpartition("|")[2], 8))

    def mknodat(self, given, _, since):
        self.mknod(given[1:], _, since)

    def mkdir(self, given, _, since):
        if path := self.path(given[0]):
            self.make(path, int(given[1], 8), folder=True)

    def mkdirat(self, given, _, since):
        self.mkdir(given[1:], _, since)

    def unlink(self, given, _, since):
        if path := self.path(given[0]):
            self.trace.names.pop(path)
            self.add("unlink", path)

    rmdir = unlink

    def unlinkat(self, given, _, since):
        self.unlink(given[1:], _, since)

    def rename(self, given, _, since):
        old, new = self.path(given[0]), self.path(given[1])
        if not old or not new or self.trace.names[old] is None:
            raise Unknown(f"rename({', '.join(given)})")
        self.trace.names[new] = self.trace.names.pop(old)
        self.add("rename", old, None, (self.trace.names[new], new))

    def renameat(self, given, _, since):
        self.rename([given[1], given[3]], _, since)

    renameat2 = renameat

    def link(self, given, _, since):
        old, new = self.path(given[0]), self.path(given[1])
        if not old or not new:
            raise Unknown(f"link({', '.join(given)})")
        self.trace.names[new] = self.trace.names[old]
        self.add("link", old, None, (self.trace.names[new], new))

    def linkat(self, given, _, since):
        self.link([given[1], given[3]], _, since)

    def fchmod(self, given, _, since):
        held = self.descriptors.get(int(given[0]))
        if held and isinstance(held[0], int):
            self.add("chmod", held[0], since, int(given[1], 8))

    def chmod(self, given, _, since):
        path = self.path(given[0])
        if path and self.trace.names[path] is not None:
            self.add("chmod", self.trace.names[path], since, int(given[1], 8))

    def fchmodat(self, given, _, since):
        self.chmod(given[1:], _, since)


def octets(quoted):
    """The bytes of what strace wrote with -xx."""
    if not quoted.endswith('"'):
        raise Unknown(f"{quoted[:60]} was cut off")
    return bytes.fromhex(quoted[1:-1].replace("\\x", ""))


def files_below(folder):
    """Path, mode and bytes of what lies there; bytes are None of a folder."""
    for place, folders, files in os.walk(folder):
        for name in sorted(folders):
            path = os.path.join(place, name)
            yield path, stat.S_IMODE(os.lstat(path).st_mode), None
        for name in sorted(files):
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                yield path, stat.S_IMODE(os.lstat(path).st_mode), file.read()
