"""The inputs that fuzzing keeps, a line of a text file each, and the folder of files that libFuzzer reads.

Printable ASCII stands for itself, a backslash is `\\\\`, and every other byte `\\x` and two digits; the tests read the
same file (`Tests/Support/KeptInputs.swift`).

    kept_inputs.py unpack TARGET FOLDER    the seeds and what was kept, as files
    kept_inputs.py pack FOLDER TARGET      the smallest of the files, as the text file
    kept_inputs.py words TARGET            what libFuzzer should try whole
"""

import hashlib
import pathlib
import sys

import seeds

CORPUS = pathlib.Path(__file__).resolve().parents[3] / "Tests" / "Fuzz" / "Corpus"
# A few hundred small inputs say more in a clone than all of them.
MOST_INPUTS = 400
MOST_BYTES = 160_000
# Of each input's first bytes at least so many are kept: they say which reader it is for.
EACH_FIRST_BYTE = 6


def line(data):
    """One input as a line of text."""
    return "".join(
        "\\\\" if byte == 0x5C else chr(byte) if 0x20 <= byte < 0x7F else f"\\x{byte:02x}" for byte in data)


def data(text):
    """The input that a line is."""
    parts = text.split("\\\\")
    return b"\\".join(_plain(part) for part in parts)


def _plain(text):
    first, *others = text.split("\\x")
    return first.encode("ascii") + b"".join(bytes([int(part[:2], 16)]) + part[2:].encode("ascii") for part in others)


def kept(target):
    """What is kept for a target; empty before its first run."""
    file = CORPUS / f"{target}.txt"
    return [data(text) for text in file.read_text("ascii").splitlines()] if file.exists() else []


def unpack(target, folder):
    """Writes seeds and kept inputs as files by their digests."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in seeds.of(target) + kept(target):
        (folder / hashlib.sha1(one).hexdigest()).write_bytes(one)


def pack(folder, target):
    """Keeps the smallest inputs, and some of each first byte."""
    found = sorted({file.read_bytes() for file in folder.iterdir()}, key=lambda one: (len(one), one))
    chosen, size, firsts = [], 0, {}
    for one in found:
        if one and firsts.get(one[0], 0) < EACH_FIRST_BYTE and len(one) < MOST_BYTES // 16:
            firsts[one[0]] = firsts.get(one[0], 0) + 1
            chosen.append(one)
            size += len(one)
    # The others are taken evenly over all lengths, for the longest are not the least.
    rest = [one for one in found if one not in set(chosen)]
    step = max(1, len(rest) // max(1, MOST_INPUTS - len(chosen)))
    for one in rest[::step]:
        if len(chosen) < MOST_INPUTS and size + len(one) <= MOST_BYTES:
            chosen.append(one)
            size += len(one)
    CORPUS.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{line(one)}\n" for one in sorted(chosen, key=lambda one: (len(one), one)))
    (CORPUS / f"{target}.txt").write_text(text, "ascii")
    print(f"{target}: {len(chosen)} of {len(found)} inputs kept, {len(text)} bytes")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["unpack", target, folder]: unpack(target, pathlib.Path(folder))
        case ["pack", folder, target]: pack(pathlib.Path(folder), target)
        case ["words", target]: sys.stdout.write(seeds.dictionary(target))
        case _: sys.exit(f"{__doc__}")
