"""Damages to the file of a record, by seed: what disks, copies, other programs and malice make of one.

Each takes the bytes and a source of random numbers, and gives the files to lay down by the end of their names:
`""` is the record itself, `-journal` and `-wal` lie beside it.
"""

import struct

HEADER = 100
SECTOR = 512


def size_of_page(data):
    size = struct.unpack(">H", data[16:18])[0]
    return 65_536 if size == 1 else size


def _page(data, random):
    """A page's place, after the first."""
    size = size_of_page(data)
    return random.randrange(1, len(data) // size) * size, size


def _flipped(data, random, places):
    changed = bytearray(data)
    for place in places:
        changed[place] ^= 1 << random.randrange(8)
    return {"": bytes(changed)}


def bits_in_the_header(data, random):
    return _flipped(data, random, [random.randrange(HEADER) for _ in range(random.randint(1, 3))])


def bits_at_the_head_of_a_page(data, random):
    places = []
    for _ in range(random.randint(1, 3)):
        start, _ = _page(data, random)
        places.append(start + random.randrange(40))
    return _flipped(data, random, places)


def bits_anywhere(data, random):
    return _flipped(data, random, [random.randrange(len(data)) for _ in range(random.choice((1, 1, 2, 8, 64)))])


def bytes_anywhere(data, random):
    changed = bytearray(data)
    for _ in range(random.choice((1, 4, 64, 1024))):
        changed[random.randrange(len(data))] = random.randrange(256)
    return {"": bytes(changed)}


def pages_of_zeros(data, random):
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 3))):
        start, size = _page(data, random)
        changed[start:start + size] = bytes(size)
    return {"": bytes(changed)}


def sector_of_zeros(data, random):
    changed = bytearray(data)
    start = random.randrange(len(data) // SECTOR) * SECTOR
    changed[start:start + SECTOR] = bytes(SECTOR)
    return {"": bytes(changed)}


def page_of_noise(data, random):
    changed = bytearray(data)
    start, size = _page(data, random)
    changed[start:start + size] = random.randbytes(size)
    return {"": bytes(changed)}


def pages_swapped(data, random):
    changed = bytearray(data)
    (one, size), (other, _) = _page(data, random), _page(data, random)
    changed[one:one + size], changed[other:other + size] = data[other:other + size], data[one:one + size]
    return {"": bytes(changed)}


def page_doubled(data, random):
    changed = bytearray(data)
    (one, size), (other, _) = _page(data, random), _page(data, random)
    changed[one:one + size] = data[other:other + size]
    return {"": bytes(changed)}


def cut_short(data, random):
    places = (random.randrange(len(data)), random.randrange(HEADER + 20), len(data) - random.randrange(1, SECTOR))
    return {"": data[:random.choice(places)]}


def cut_by_pages(data, random):
    start, _ = _page(data, random)
    return {"": data[:start]}


def made_longer(data, random):
    size = size_of_page(data)
    more = random.choice((bytes(size), random.randbytes(size * 3), data[:size], random.randbytes(37)))
    return {"": data + more}


def other_page_size(data, random):
    changed = bytearray(data)
    changed[16:18] = struct.pack(">H", random.choice((1, 512, 1024, 2048, 8192, 32768, 0, 3, 4097)))
    return {"": bytes(changed)}


def flags_of_a_wal(data, random):
    changed = bytearray(data)
    changed[18:20] = bytes(random.choice(((2, 2), (2, 1), (1, 2), (3, 3), (0, 0))))
    return {"": bytes(changed)}


def other_text_encoding(data, random):
    changed = bytearray(data)
    changed[56:60] = struct.pack(">I", random.choice((0, 2, 3, 4, 0xFFFFFFFF)))
    return {"": bytes(changed)}


def other_version(data, random):
    changed = bytearray(data)
    changed[60:64] = struct.pack(">I", random.choice((0, 1, 3, 7, 0x7FFFFFFF, 0xFFFFFFFF)))
    return {"": bytes(changed)}


def loop_in_the_free_list(data, random):
    changed = bytearray(data)
    start, size = _page(data, random)
    number = start // size + 1
    changed[32:40] = struct.pack(">II", number, random.choice((1, 2, 1000, 0x7FFFFFFF)))
    leaves = random.choice((0, 1, size // 4, 0x7FFFFFFF))
    changed[start:start + 8] = struct.pack(">II", number, leaves)
    return {"": bytes(changed)}


def record_that_is_too_large(data, random):
    """A cell whose payload is said to be larger than any file, or its header longer than its payload."""
    changed = bytearray(data)
    for _ in range(20):
        start, size = _page(data, random)
        kind, count = data[start], struct.unpack(">H", data[start + 3:start + 5])[0]
        if kind not in (0x0A, 0x0D, 0x02) or not count:
            continue
        place = start + (12 if kind == 0x02 else 8) + 2 * random.randrange(count)
        cell = start + struct.unpack(">H", data[place:place + 2])[0] + (4 if kind == 0x02 else 0)
        if cell + 12 < len(data):
            length = random.choice((b"\x8f\xff\xff\xff\x7f", b"\xff" * 9, b"\x87\xff\x7f", b"\x00"))
            where = cell + random.choice((0, 0, 1, 2, 3))
            changed[where:where + len(length)] = length
            break
    return {"": bytes(changed)}


def cells_that_lie_elsewhere(data, random):
    changed = bytearray(data)
    start, size = _page(data, random)
    head = 12 if data[start] in (0x02, 0x05) else 8
    for _ in range(random.randint(1, 4)):
        place = start + head + 2 * random.randrange(6)
        changed[place:place + 2] = struct.pack(">H", random.choice((0, 1, head, size - 1, size, 0xFFFF)))
    return {"": bytes(changed)}


def children_that_lead_back(data, random):
    """Pages that name themselves or the root as their child, so that a walk would not end."""
    changed = bytearray(data)
    size = size_of_page(data)
    inner = [start for start in range(size, len(data), size) if data[start] in (0x02, 0x05)]
    if not inner:
        return page_doubled(data, random)
    start = random.choice(inner)
    changed[start + 8:start + 12] = struct.pack(">I", random.choice((start // size + 1, 1, 2, 0, 0xFFFFFFFF)))
    return {"": bytes(changed)}


def words_of_the_schema(data, random):
    """Other letters in the text of the schema."""
    changed = bytearray(data)
    words = (b"CREATE", b"TABLE", b"TRIGGER", b"STRICT", b"WITHOUT", b"INTEGER", b"BLOB", b"ABORT", b"SELECT", b"entry",
             b"CHECK", b"PRIMARY", b"INDEX", b"max(", b"NEW.")
    for _ in range(random.randint(1, 3)):
        word = random.choice(words)
        found = [
    place for place in range(
        len(data) -
        len(word)) if data.startswith(
            word,
             place)] if word == b"max(" else None
        place = random.choice(found) if found else data.find(word, random.randrange(len(data)))
        if place >= 0:
            changed[place:place + len(word)] = bytes(random.choice(b"abcXYZ(;'\"\x00 ") for _ in word)
    return {"": bytes(changed)}


def no_record_at_all(data, random):
    return {"": random.choice((b"",
    b"\x00",
    b"SQLite format 3\x00",
    data[:16] + random.randbytes(4096),
    random.randbytes(8192),
    b"%PDF-1.7\n" * 500,
     data[:HEADER] + bytes(100_000)))}


def journal_beside(data, random):
    """A journal that was left in the middle, as it seems, with pages of noise or of another time."""
    size = size_of_page(data)
    nonce, pages = random.randrange(1 << 32), len(data) // size
    body = b""
    count = random.randint(1, 4)
    for _ in range(count):
        start, _ = _page(data, random)
        page = random.choice((data[start:start + size], random.randbytes(size), bytes(size)))
        total = nonce
        for place in range(size - 200, 0, -200):
            total = (total + page[place]) & 0xFFFFFFFF
        if random.random() < 0.3:
            total ^= 1
        number = random.choice((start // size + 1, start // size + 1, 1, 0, 0x7FFFFFFF))
        body += struct.pack(">I", number) + page + struct.pack(">I", total)
    said = random.choice((count, count, 0xFFFFFFFF, count + 9))
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + struct.pack(
    ">IIIII", said, nonce, random.choice(
        (pages, pages, 1, 0, 0x7FFFFFFF)), random.choice(
            (512, 512, 4096, 0, 3)), size)
    journal = random.choice((head.ljust(512, b"\x00") + body, head, random.randbytes(700), b""))
    return {"": data, "-journal": journal}


def wal_beside(data, random):
    head = struct.pack(">IIIIII", random.choice((0x377F0682, 0x377F0683, 7)), 3007000, size_of_page(data), 0, 1, 2)
    wal = head + random.randbytes(random.choice((0, 8, 8 + 24 + 4096)))
    changed = flags_of_a_wal(data, random)[""] if random.random() < 0.5 else data
    return {"": changed, "-wal": wal}


DAMAGES = [
    bits_in_the_header,
    bits_at_the_head_of_a_page,
    bits_anywhere,
    bytes_anywhere,
    pages_of_zeros,
    sector_of_zeros,
    page_of_noise,
    pages_swapped,
    page_doubled,
    cut_short,
    cut_by_pages,
    made_longer,
    other_page_size,
    flags_of_a_wal,
    other_text_encoding,
    other_version,
    loop_in_the_free_list,
    record_that_is_too_large,
    cells_that_lie_elsewhere,
    children_that_lead_back,
    words_of_the_schema,
    no_record_at_all,
    journal_beside,
    wal_beside,
     ]
