"""A disk that loses its power: what may be on it after so many operations, of which only some were brought to it.

Bytes, sizes and modes of a file are on the disk once that file was synchronised, and names (made, linked, renamed or
taken away) once their folder was. Of everything else any part may be there: a write torn at 512 bytes, a file that
has its size and not its bytes, the names in order up to some operation, or any of them without the others.
"""

import os

SECTOR = 512
# Which of the syncs a control leaves out; the second is what journal_mode=DELETE, synchronous=FULL leaves out.
HONEST, WITHOUT_LAST, WITHOUT_ANY = "as it is", "without the sync of the folder after a commit", "without any sync"


class Disk:
    """What is on the disk for certain, and the operations that may not have reached it."""

    def __init__(self, trace, syncs=HONEST):
        self.trace, self.syncs = trace, syncs
        self.names = {path: inode for path, (inode, _, _) in trace.base.items()}
        self.files = {inode: data for inode, data, _ in trace.base.values() if inode}
        self.modes = {inode: mode for inode, _, mode in trace.base.values() if inode}
        self.folders = {path: mode for path, (inode, _, mode) in trace.base.items() if inode is None}
        self.pending = []  # (number of the operation, operation)

    def take(self, number, op):
        """The next operation of the trace."""
        if op.kind == "sync":
            if self.syncs == WITHOUT_ANY or self.syncs == WITHOUT_LAST and self.follows_commit(op.object):
                return
            rest, reached = [], []
            for at, other in self.pending:
                (reached if at < op.since and touches(other) == op.object else rest).append((at, other))
            self.pending = rest
            state = State(self)
            for _, other in reached:
                state.apply(other)
            self.names, self.folders, self.modes = state.names, state.folders, state.modes
            self.files.update((inode, bytes(data)) for inode, data in state.changed.items())
        elif op.kind not in ("answer", "done"):
            self.pending.append((number, op))

    def follows_commit(self, folder):
        """Whether it makes last that a journal is gone."""
        names = [op for _, op in self.pending if isinstance(touches(op), str) and touches(op) == folder]
        return names and names[-1].kind == "unlink" and names[-1].object.endswith("-journal")

    def killed(self):
        """What a program leaves that was killed: all that was done."""
        state = State(self)
        for _, op in self.pending:
            state.apply(op)
        return state.reachable()

    def cut(self, random):
        """What a power cut may leave."""
        state = State(self)
        kept = kept_names([at for at, op in self.pending if isinstance(touches(op), str)], random)
        # Sizes that reached the disk before the bytes: what those are then, nobody knows.
        sizes = self.sizes() if random.random() < 0.5 else {}
        for at, op in self.pending:
            if isinstance(touches(op), str):
                if at in kept:
                    state.apply(op)
            elif op.kind == "write":
                state.extend(op.object, sizes.pop(op.object, 0), random)
                self.write_some(state, op, random)
            elif random.random() < 0.5:
                state.apply(op)
        return state.reachable()

    def write_some(self, state, op, random):
        """All of a write, some sectors of it, or nothing."""
        luck = random.random()
        if luck < 0.4:
            state.apply(op)
        elif luck < 0.7:
            place, data = op.what
            for start in range(0, len(data), SECTOR):
                if random.random() < 0.5:
                    state.write(op.object, place + start, data[start:start + SECTOR])

    def sizes(self):
        """How large each file would be if every write had reached the disk."""
        found = {}
        for _, op in self.pending:
            if op.kind == "write":
                found[op.object] = max(found.get(op.object, 0), op.what[0] + len(op.what[1]))
            elif op.kind == "truncate":
                found[op.object] = op.what
        return found


def kept_names(numbers, random):
    """Which operations on names reached the disk: none, all, the first ones as in a journal, or any."""
    luck = random.random()
    if luck < 0.25:
        return set()
    if luck < 0.5:
        return set(numbers[:random.randint(0, len(numbers))])
    if luck < 0.65:
        return set(numbers)
    return {number for number in numbers if random.random() < 0.5}


def touches(op):
    """The inode, or the path of the folder, whose sync brings it to the disk."""
    return op.object if op.kind in ("write", "truncate", "chmod") else os.path.dirname(op.object)


class State:
    """One state of the disk, while operations are applied to it; what the disk has is not changed."""

    def __init__(self, disk):
        self.disk = disk
        self.names, self.modes, self.folders = dict(disk.names), dict(disk.modes), dict(disk.folders)
        self.changed = {}

    def file(self, inode):
        if inode not in self.changed:
            self.changed[inode] = bytearray(self.disk.files.get(inode, b""))
        return self.changed[inode]

    def write(self, inode, place, data):
        file = self.file(inode)
        if len(file) < place:
            file.extend(bytes(place - len(file)))
        file[place:place + len(data)] = data

    def extend(self, inode, size, random):
        file = self.file(inode)
        if len(file) < size:
            missing = size - len(file)
            file.extend(bytes(missing) if random.random() < 0.5 else random.randbytes(missing))

    def apply(self, op):
        match op.kind:
            case "write":
                self.write(op.object, *op.what)
            case "truncate":
                file = self.file(op.object)
                del file[op.what:]
                file.extend(bytes(op.what - len(file)))
            case "chmod":
                self.modes[op.object] = op.what
            case "create":
                inode, mode = op.what
                self.names[op.object] = inode
                if inode is None:
                    self.folders[op.object] = mode
            case "unlink":
                self.names.pop(op.object, None)
            case "rename":
                inode, path = op.what
                if self.names.get(op.object) == inode:
                    del self.names[op.object]
                self.names[path] = inode
            case "link":
                inode, path = op.what
                self.names[path] = inode

    def reachable(self):
        """Path: (mode, bytes or None of a folder), of all that has a name in folders that have one."""
        found = {}
        for path in sorted(self.names):
            folder = os.path.dirname(path)
            if folder != self.disk.trace.folder and folder not in found:
                continue
            inode = self.names[path]
            if inode is None:
                found[path] = self.folders[path], None
            else:
                mode = self.modes.get(inode, self.disk.trace.modes[inode])
                data = self.changed.get(inode)
                found[path] = mode, self.disk.files.get(inode, b"") if data is None else bytes(data)
        return found
