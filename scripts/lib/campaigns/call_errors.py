"""Which errors the kernel gives for which call: what is injected is what a program can really meet."""

# Five for each; a call is found under its own name, or that of its kind.
OPENING = ("EIO", "ENOSPC", "EROFS", "EMFILE", "EACCES")
WRITING = ("EIO", "ENOSPC", "EROFS", "EDQUOT", "EFBIG")
SYNCING = ("EIO", "ENOSPC", "EROFS", "EDQUOT", "EINVAL")
READING = ("EIO", "ENOMEM", "ESTALE", "ENXIO", "EINTR")
LOOKING = ("EIO", "EACCES", "ENOMEM", "ESTALE", "ELOOP")
LOCKING = ("ENOLCK", "EIO", "ENOMEM", "ESTALE", "EAGAIN")
NAMING = ("EIO", "ENOSPC", "EROFS", "EACCES", "EDQUOT")
MEMORY = ("ENOMEM", "EAGAIN", "EPERM", "EACCES", "ENFILE")

ERRORS = {
    "openat": OPENING,
    "pwrite64": WRITING, "write": (*WRITING[:2], "EPIPE", "EAGAIN", "EINTR"), "ftruncate": WRITING,
    "fsync": SYNCING, "fdatasync": SYNCING,
    "pread64": READING, "read": READING, "getdents64": READING[:4] + ("ENOENT",),
    "newfstatat": LOOKING, "statx": LOOKING, "access": LOOKING, "readlink": LOOKING, "statfs": LOOKING,
    "getcwd": ("ENOENT", "ENOMEM", "ERANGE", "EACCES", "EIO"),
    "lseek": ("EIO", "EINVAL", "EOVERFLOW", "ESPIPE", "ENXIO"),
    "fcntl": LOCKING, "flock": ("ENOLCK", "EIO", "ENOMEM", "EINTR", "EAGAIN"),
    "unlink": ("EIO", "ENOSPC", "EROFS", "EACCES", "EBUSY"), "unlinkat": ("EIO", "ENOSPC", "EROFS", "EACCES", "EBUSY"),
    "rmdir": ("EIO", "ENOSPC", "EROFS", "EACCES", "ENOTEMPTY"),
    "rename": NAMING, "mkdir": NAMING, "mknodat": NAMING, "mknod": NAMING,
    "link": ("EIO", "ENOSPC", "EROFS", "EPERM", "EMLINK"),
    "fchmod": ("EIO", "EROFS", "EPERM", "ENOSPC", "EDQUOT"), "chmod": ("EIO", "EROFS", "EPERM", "ENOSPC", "EDQUOT"),
    "fchown": ("EIO", "EROFS", "EPERM", "ENOSPC", "EDQUOT"),
    "close": ("EIO", "ENOSPC", "EDQUOT", "EINTR", "ENOLCK"),
    "getrandom": ("ENOSYS", "EPERM", "EAGAIN", "EINTR", "EIO"),
    "ioctl": ("ENOTTY", "EIO", "EINVAL", "EPERM", "ENOMEM"),
    "mmap": MEMORY, "brk": ("ENOMEM",),
}
# A call that a signal interrupts goes on at the next attempt: no machine answers so for ever.
NOT_FOR_EVER = {"EINTR"}
# What a program that is killed there leaves: a sixth fault of every call that changes something on the disk.
KILLED_AT = {
    "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "link", "mkdir", "fchmod", "openat",
}
# Where memory or random numbers are refused a process may end without an answer; it must not have claimed anything. For
# good they are refused once only: what draws threads then waits for memory without end, by design of its library.
MAY_DIE = {"mmap", "brk", "getrandom"}
