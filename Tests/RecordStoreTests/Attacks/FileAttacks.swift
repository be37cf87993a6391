import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// On the file's bytes and on what lies beside it.
enum FileAttacks {
  static let all: [Attack] = bytes + copies

  private static let bytes: [Attack] = [
    Attack(
      "swap two pages of the file",
      .damaged("SQLite, which cannot read them", ["file unreadable", "log unreadable"])
    ) { record in
      let (first, second) = try pages(of: "entry", "seal", in: record)
      try edit(record) { bytes, size in
        let held = bytes[page(first, size)]
        bytes.replaceSubrange(page(first, size), with: bytes[page(second, size)])
        bytes.replaceSubrange(page(second, size), with: held)
      }
    },
    Attack(
      "put zeros in a page of the log",
      .damaged("SQLite, and the seals over what is gone", ["file unreadable", "seal head-gone"])
    ) { record in
      let (root, _) = try pages(of: "entry", "seal", in: record)
      try edit(record) { $0.replaceSubrange(page(root, $1), with: Data(count: $1)) }
    },
    Attack(
      "put a page of an older copy back",
      .damaged("SQLite's own check, and the rows that are not there", ["file not-intact"])
    ) { record in
      let (_, root) = try pages(of: "entry", "seal", in: record)
      try edit(record) { bytes, size in
        bytes.replaceSubrange(page(root, size), with: record.whole.older[page(root, size)])
      }
    },
    Attack(
      "cut the file in the middle",
      .notOpened("SQLite finds it damaged"),
      second: .damaged
    ) { record in
      try edit(record) { bytes, size in bytes.removeLast(bytes.count / size / 2 * size) }
    },
    Attack(
      "put garbage over the file's first page",
      .notOpened("it is not a record"),
      second: .damaged
    ) { record in
      try edit(record) { $0.replaceSubrange(0..<$1, with: Data(repeating: 0x78, count: $1)) }
    },
    Attack(
      "empty the file",
      .notOpened("it is not a record"),
      second: .damaged
    ) { try Data().write(to: $0.file) },
    Attack(
      "switch the file to WAL mode",
      .damaged("the setting", ["setting setting"])
    ) { record in
      try record.raw { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
    },
  ]

  private static let copies: [Attack] = [
    Attack(
      "put an older copy back",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .seesNothing
    ) { try $0.whole.older.write(to: $0.file) },
    Attack(
      "put an older copy back, and go on working in it",
      .damaged(
        "the witness, which the machine keeps until a restore",
        ["witness other-than-witness"]
      ),
      second: .seesNothing
    ) { record in
      try record.whole.older.write(to: record.file)
      try record.vigil(keys: record.keyring) { store in
        try MadeEntries.append([.closed], to: SessionNumber(5), in: store)
        try MadeEntries.append([.addendum("more")], to: SessionNumber(5), in: store)
        try MadeEntries.append([.addendum("more")], to: SessionNumber(5), in: store)
      }
    },
    Attack(
      "plant a journal that undoes the newest commits",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .cannotTell
    ) { record in
      let journal = PlantedJournal(
        putting: record.whole.older,
        over: try Data(contentsOf: record.file)
      )
      try journal.bytes.write(to: record.folder.appendingPathComponent("record.vigil-journal"))
    },
    Attack(
      "write it as a record of version 1, which had no seals",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .cannotTell
    ) { try AsVersionOne.write($0) },
    Attack(
      "write it as a record of version 1, and let Vigil with other keys carry it over and seal it",
      .damaged("the witness, which the machine keeps", ["witness older-than-witness"]),
      second: .seesNothing
    ) { record in
      try AsVersionOne.write(record)
      // With the keys of the machine that sealed it, it is refused.
      #expect(throws: MigrationRefusal.self) { try record.vigil(keys: record.keyring) { _ in } }
      try record.vigil(keys: record.strangeKeyring) {
        try MadeEntries.append([.note("calm")], to: SessionNumber(6), in: $0)
      }
    },
    Attack(
      "write it as a record of version 1, which had no seals, elsewhere",
      .unclear("a record of version 1 confirms nothing", ["record of-version-1"]),
      verified: .elsewhere
    ) { try AsVersionOne.write($0) },
    Attack(
      "put another record of the same machine in its place",
      .unseen(
        because: "it is a whole record",
        shown: [.printedDigest, .fingerprints]
      )
    ) { try $0.whole.other.write(to: $0.file) },
  ]

  private static func edit(
    _ record: AttackedRecord,
    _ change: (inout Data, _ pageSize: Int) throws -> Void
  ) throws {
    var bytes = try Data(contentsOf: record.file)
    try change(&bytes, PlantedJournal.pageSize(of: bytes))
    try bytes.write(to: record.file)
  }

  private static func page(_ number: Int, _ size: Int) -> Range<Int> {
    (number - 1) * size..<number * size
  }

  /// The roots of two tables.
  private static func pages(
    of first: String,
    _ second: String,
    in record: AttackedRecord
  ) throws -> (Int, Int) {
    var roots: [Int] = []
    try record.raw { database in
      roots = try [first, second].compactMap {
        try Int.fetchOne(
          database,
          sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?",
          arguments: [$0]
        )
      }
    }
    guard roots.count == 2 else { throw UnexpectedColumn() }
    return (roots[0], roots[1])
  }
}
