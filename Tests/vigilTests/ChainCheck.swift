import Foundation
import Testing

extension VigilProgram {
  /// Walks every chain of the record with a program that shares no code with Vigil, and expects so
  /// many entries.
  func checkChain(entries: Int) throws {
    guard try shell("python3 -c 'import sqlite3'").status == 0 else {
      try Test.cancel("python3, which walks the chain, is not here")
    }
    let path = environment["VIGIL_RECORD"] ?? ""
    let python = URL(fileURLWithPath: "/usr/bin/env")
    let outcome = try execute(python, ["python3", "-c", VigilProgram.walk, path])
    #expect(outcome.errors == "")
    #expect(outcome.output == "\(entries) entries, whole\n")
  }

  /// Recomputes each hash from the row's columns, as docs/record-format.md says.
  private static let walk = #"""
    import hashlib, sqlite3, sys

    def bytes_(value): return b"\x06" + len(value).to_bytes(4, "big") + value
    def integer(value): return b"\x04" + value.to_bytes(8, "big", signed=True)
    def text(value):
        raw = value.encode()
        return b"\x05" + len(raw).to_bytes(4, "big") + raw
    def optional(value, write): return b"\x00" if value is None else write(value)
    def stream(kind, key):
        return b"\x03" + bytes([kind]) + (integer(key) if kind == 1 else text(key))

    record = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    assert record.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (site,) = record.execute("SELECT id FROM record").fetchone()
    heads, count = {}, 0
    for row in record.execute("""
        SELECT stream_kind, stream_key, number, id, record, commit_number, observed_ms,
          observed_offset, recorded_ms, recorded_offset, monotonic_ns, boot, author, observer, source,
          device, document, room, kind, encoding, body, prev, hash
        FROM entry ORDER BY stream_kind, stream_key, number"""):
        (stream_kind, key, number, id_, site_, commit, observed, observed_offset, recorded,
         recorded_offset, monotonic, boot, author, observer, source, device, document, room, kind,
         encoding, body, prev, hash_) = row
        place = stream(stream_kind, key)
        genesis = hashlib.sha256(b"vigil.stream.v1\x00" + bytes_(site) + place).digest()
        last, head = heads.get(place, (0, genesis))
        assert number == last + 1, f"entry {number} follows {last}"
        assert prev == head, f"entry {number} is not linked"
        told = (b"vigil.entry.v1\x00" + bytes_(site_) + place + integer(number) + bytes_(id_)
          + integer(commit) + integer(observed) + integer(observed_offset) + integer(recorded)
          + integer(recorded_offset) + integer(monotonic) + optional(boot, bytes_) + text(author)
          + optional(observer, text) + integer(source) + optional(device, text)
          + optional(document, text) + optional(room, text) + integer(kind) + integer(encoding)
          + bytes_(body) + bytes_(prev))
        assert hashlib.sha256(told).digest() == hash_, f"entry {number} was changed"
        heads[place] = (number, hash_)
        count += 1
    print(f"{count} entries, whole")
    """#
}
