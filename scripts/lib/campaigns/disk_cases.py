"""The disks: each case makes one, tries to record and to read on it, mends it, and records again."""

import os
import shutil
import signal
import subprocess
import time

from disk_bench import Unusable

FULL = r"disk is full|as good as full|disk reported an error|no room|share of the disk"
LONG = "note " + "words " * 320


def filled(bench, size):
    """A file of that size on the disk, or of as much as it takes."""
    fill = bench.disk / "fill"
    with open(fill, "wb", buffering=0) as file:
        try:
            for step in (65536, 4096):
                while size >= step:
                    size -= file.write(b"\0" * step)
            os.fsync(file.fileno())
        except OSError:
            pass
    return fill


def recorded(bench, times, what, **more):
    """So many long entries, each saved or refused for want of room; how many were saved."""
    answers = [bench.add(LONG, **more)[0] for _ in range(times)]
    for place, answer in enumerate(answers):
        if answer.returncode != 0:
            bench.held(answer, f"{what}, entry {place}", FULL)
    return sum(answer.returncode == 0 for answer in answers)


def no_room(bench, what):
    """Everything is read as before; a backup to the same disk is refused, and nothing of it is left."""
    bench.must_read(what)
    bench.must_verify(what)
    answer = bench.vigil("backup", str(bench.disk / "copy.vigil"))
    bench.held(answer, f"{what}, backup", FULL)
    if list(bench.disk.glob("copy.vigil*")):
        bench.wrong.append(f"{what}: a part of a backup is left")


def full(bench, left):
    """Filled until so many bytes are left."""
    bench.mount("-t", "tmpfs", "-o", "size=8m", "disk")
    bench.prepare()
    bench.must_add("before")
    status = os.statvfs(bench.disk)
    fill = filled(bench, status.f_bavail * status.f_frsize - left)
    if recorded(bench, 4, "full") and left == 0:
        bench.wrong.append("an entry is said to be saved on a full disk")
    no_room(bench, "full")
    opening = ["start", "P-014", "--protocol", "house", "--prescriber", "LH"]
    for words in (opening, ["patient", "add", "P-015", "--no-input"]):
        answer = bench.vigil(*words)
        if answer.returncode == 0:
            if left == 0:
                bench.wrong.append(f"{' '.join(words)} on a full disk: exit 0")
        else:
            bench.held(answer, " ".join(words), FULL + "|open session")
    bench.all_there("full")
    fill.unlink()
    bench.mended("after making room")


def read_only(bench):
    bench.mount("-t", "tmpfs", "-o", "size=20m", "disk")
    bench.prepare()
    bench.must_add("before")
    bench.mount("-o", "remount,ro")
    bench.held(bench.add()[0], "read-only", r"cannot be written|read-only")
    ended = bench.vigil("end", "--decided-by", "LH", "--because", "x")
    bench.held(ended, "end, read-only", r"cannot be written|read-only")
    bench.must_read("read-only")
    bench.must_verify("read-only")
    copy = bench.folder / "copy.vigil"
    if bench.vigil("backup", str(copy)).returncode != 0:
        bench.wrong.append("no backup can be made of a record on a read-only disk")
    bench.mount("-o", "remount,rw")
    bench.mended("writable again")


def permissions(bench):
    """As somebody who is not root and has lost a right."""
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    bench.mount("-t", "tmpfs", "-o", "size=20m,mode=0755", "disk")
    bench.prepare()
    bench.must_add("before")
    if other:
        for path in (bench.disk, bench.record):
            os.chown(path, 65534, 65534)
        for path in (bench.folder, bench.folder.parent, bench.folder / "home"):
            path.chmod(0o755)
        os.chown(bench.folder / "home", 65534, 65534)
        if bench.vigil("--version", before=other).returncode != 0:
            raise Unusable("the program cannot be run by another user")
    elif os.geteuid() != 0 and os.access("/proc/1/root", os.R_OK):
        raise Unusable("permissions do not bind this user")
    for name, file, folder in [("file 0444", 0o444, 0o755), ("folder 0555", 0o600, 0o555), ("both", 0o444, 0o555)]:
        bench.record.chmod(file)
        bench.disk.chmod(folder)
        answer, _ = bench.add(before=other)
        bench.held(answer, name, r"cannot be written")
        bench.must_read(name, before=other)
        bench.must_verify(name, before=other)
    bench.record.chmod(0o000)
    bench.held(bench.add(before=other)[0], "file 0000", "may not be read|cannot be written")
    bench.held(bench.vigil("sessions", before=other), "sessions of file 0000", "may not be read")
    bench.record.chmod(0o600)
    bench.disk.chmod(0o700)
    answer, _ = bench.add(before=other)
    if answer.returncode != 0:
        bench.wrong.append(f"allowed again: {answer.stderr}")
    bench.all_there("allowed again")


def file_size(bench):
    """A limit on the size of files, as `ulimit -f` sets one, with the signal that comes with it and without."""
    bench.prepare()
    bench.must_add("before")
    for signals in ("", "trap '' XFSZ; "):
        for blocks in (0, 1, 4, 16):
            answer, _ = bench.add(LONG, before=["bash", "-c", f"{signals}ulimit -f {blocks}; exec \"$@\"", "limited"])
            if answer.returncode == 0 and blocks >= 16:
                continue
            bench.held(answer, f"files of {blocks} KiB, {signals or 'with the signal'}", FULL + "|not saved|Not saved")
        bench.must_read("limited", before=["bash", "-c", f"{signals}ulimit -f 0; exec \"$@\"", "limited"])
        copy = bench.folder / "copy.vigil"
        limit = ["bash", "-c", f"{signals}ulimit -f 64; exec \"$@\"", "limited"]
        answer = bench.vigil("backup", str(copy), before=limit)
        bench.held(answer, f"backup, {signals or 'with the signal'}", r"could not be written|Not saved|disk")
        if list(bench.folder.glob("copy.vigil*")):
            for path in bench.folder.glob("copy.vigil*"):
                bench.wrong.append(f"a part of a backup is left: {path.name}")
                path.unlink()
    bench.mended("without a limit")


def group_quota(bench):
    """The share of a btrfs disk that a quota group has."""
    if os.geteuid() != 0 or not all(map(shutil.which, ("mkfs.btrfs", "btrfs"))):
        raise Unusable("quota groups need root and btrfs-progs")

    def share(*words):
        return subprocess.run(["btrfs", *words, str(bench.disk)], check=True, capture_output=True, text=True).stdout

    image = bench.folder / "image"
    with open(image, "wb") as file:
        file.truncate(256 << 20)
    subprocess.run(["mkfs.btrfs", "-qf", str(image)], check=True, capture_output=True)
    bench.mount("-o", "loop", str(image))
    bench.prepare()
    share("quota", "enable")
    bench.must_add("before")
    subprocess.run(["sync", "-f", str(bench.disk)], check=True)
    used = int(share("qgroup", "show", "--raw", "-f").split()[-2])
    share("qgroup", "limit", str(used + (1 << 20)))
    fill = filled(bench, 2 << 20)
    if fill.stat().st_size >= 2 << 20:
        raise Unusable("the quota group limits nothing")
    recorded(bench, 6, "over the share")
    if not bench.refused:
        bench.wrong.append("nothing was refused over the share")
    no_room(bench, "over the share")
    share("qgroup", "limit", "none")
    bench.mended("with another share")


def quota(bench):
    """A user's share of an ext4 disk."""
    if os.geteuid() != 0 or not all(map(shutil.which, ("mkfs.ext4", "setquota", "quotaon"))):
        raise Unusable("quotas need root, mkfs.ext4, setquota and quotaon")
    image = bench.folder / "image"
    with open(image, "wb") as file:
        file.truncate(64 << 20)
    subprocess.run(["mkfs.ext4", "-qF", "-O", "quota", str(image)], check=True)
    bench.mount("-o", "loop,usrquota", str(image))
    bench.prepare()
    bench.must_add("before")
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for path in (bench.disk, bench.record):
        os.chown(path, 65534, 65534)
    os.chown(bench.folder / "home", 65534, 65534)
    for path in (bench.folder, bench.folder.parent):
        path.chmod(0o755)
    used = bench.record.stat().st_blocks // 2 + 8
    done = subprocess.run(["setquota", "-u", "65534", "0", str(used), "0", "0", str(bench.disk)], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        raise Unusable(done.stderr.strip())
    recorded(bench, 6, "over the quota", before=other)
    if not bench.refused:
        bench.wrong.append("nothing was refused over the quota")
    bench.must_read("over the quota", before=other)
    subprocess.run(["setquota", "-u", "65534", "0", "0", "0", "0", str(bench.disk)], check=True)
    answer, _ = bench.add(before=other)
    if answer.returncode != 0:
        bench.wrong.append(f"with room again: {answer.stderr}")
    bench.all_there("with room again")


def between(bench, change, back, reason, lines="118/74 68 98%\nrr 14\n"):
    """Somebody types lines into `vigil add -`; the disk changes before they are done."""
    running = subprocess.Popen([bench.program, "add", "-"], env=bench.environment(), stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=bench.folder)
    running.stdin.write(lines.splitlines()[0] + "\n")
    running.stdin.flush()
    time.sleep(0.3)
    change()
    out, errors = running.communicate("\n".join(lines.splitlines()[1:]) + "\n", timeout=60)
    bench.held(subprocess.CompletedProcess([], running.returncode, out, errors), "lines typed meanwhile", reason)
    bench.held(bench.add()[0], "the next entry", reason)
    back()
    bench.mended("back again")


GONE = r"no record|cannot be read|cannot be written|could not"


def renamed(bench):
    bench.prepare()
    bench.must_add("before")
    aside = bench.folder / "aside"
    between(bench, lambda: bench.disk.rename(aside), lambda: aside.rename(bench.disk), GONE)


def removed(bench):
    """The file is gone for good; a copy is put in its place."""
    bench.prepare()
    bench.must_add("before")
    copy = bench.folder / "copy"
    shutil.copyfile(bench.record, copy)
    between(bench, bench.record.unlink, lambda: shutil.copyfile(copy, bench.record), GONE)


def unmounted(bench):
    bench.mount("-t", "tmpfs", "-o", "size=20m", "disk")
    bench.prepare()
    bench.must_add("before")
    copy = bench.folder / "copy"
    shutil.copyfile(bench.record, copy)

    def back():
        bench.mount("-t", "tmpfs", "-o", "size=20m", "disk")
        shutil.copyfile(copy, bench.record)

    between(bench, lambda: subprocess.run(["umount", "-l", str(bench.disk)], check=True), back, GONE)


def in_a_commit(bench):
    """The record is renamed away, or another put in its place, while a commit waits for its disk."""
    for name in ("renamed", "removed", "replaced"):
        bench.prepare()
        other = bench.folder / "other"
        shutil.copyfile(bench.record, other)
        aside = bench.folder / "aside"
        known = f"00000000-0000-4000-8000-{len(bench.acknowledged):012d}"
        slow = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=fdatasync", "-e",
                "inject=fdatasync:delay_enter=700000:when=1"]
        running = subprocess.Popen([*slow, bench.program, "add", "--id", known, "118/74"], env=bench.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(0.4)
        if name == "removed":
            bench.record.unlink()
        else:
            bench.record.rename(aside)
        if name == "replaced":
            shutil.copyfile(other, bench.record)
        out, errors = running.communicate(timeout=60)
        holding = aside if name != "removed" else None
        journal = bench.record.with_name("record.vigil-journal")
        if running.returncode == 0:
            bench.wrong.append(f"{name} in a commit: said to be saved, and is not at its path: {out.strip()[:100]}")
        else:
            bench.held(subprocess.CompletedProcess([], running.returncode, out, errors), f"{name} in a commit",
                       r"Not saved|confirmed|written")
        if name == "replaced" and not journal.exists():
            bench.must_add("the one in its place")
            bench.all_there("the one in its place")
            bench.acknowledged.clear()
        for path in (journal, bench.record, aside, holding):
            if path and path.exists():
                path.unlink()


def slow(bench):
    """Every flush takes a second and a half: the answer waits for it, and so does the next writer."""
    bench.prepare()
    strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=fdatasync,fsync", "-e",
              "inject=fdatasync,fsync:delay_enter=1500000"]
    began = time.monotonic()
    known = "10000000-0000-4000-8000-000000000001"
    running = subprocess.Popen([*strace, bench.program, "add", "--id", known, "118/74"], env=bench.environment(),
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    if running.poll() is not None:
        bench.wrong.append("the answer did not wait for the disk")
    answer, _ = bench.add()
    waited = time.monotonic() - began
    if answer.returncode != 0:
        bench.held(answer, "a second writer", r"Another program is writing")
        if waited < 5:
            bench.wrong.append(f"a second writer gave up after {waited:.1f} s")
    out, errors = running.communicate(timeout=60)
    took = time.monotonic() - began
    if running.returncode != 0:
        bench.wrong.append(f"on a slow disk: {running.returncode} {errors}")
    else:
        bench.acknowledged.append(known)
        bench.saved += 1
        if took < 4.5:
            bench.wrong.append(f"answered after {took:.1f} s, before its disk")
    bench.all_there("slow")
    interrupted(bench, strace)
    bench.mended("fast again")


def interrupted(bench, strace):
    """Ctrl-C while the disk is waited for: it ends, what was said holds, and the next entry is saved."""
    running = subprocess.Popen([*strace, bench.program, "add", "119/75"], env=bench.environment(),
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    time.sleep(1)
    os.killpg(running.pid, signal.SIGINT)
    out, _ = running.communicate(timeout=60)
    if running.returncode == 0 and "119/75" not in out:
        bench.wrong.append("interrupted: exit 0 without an answer")
    bench.all_there("interrupted")


CASES = {
    "full to the last byte": lambda bench: full(bench, 0),
    "full but for 4 KiB": lambda bench: full(bench, 4096),
    "full but for 12 KiB": lambda bench: full(bench, 12288),
    "full but for 64 KiB": lambda bench: full(bench, 65536),
    "read-only": read_only,
    "permissions": permissions,
    "file size limit": file_size,
    "quota of a user": quota,
    "quota of a group": group_quota,
    "folder renamed": renamed,
    "record removed": removed,
    "unmounted": unmounted,
    "gone in a commit": in_a_commit,
    "slow": slow,
}
QUICK = ["full to the last byte", "read-only", "file size limit", "record removed"]
