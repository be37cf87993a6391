import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// On the entries, by somebody who drops the triggers and makes them again.
enum LogAttacks {
  static let all: [Attack] = changed + cut + moved

  private static let changed: [Attack] = [
    unguarded(
      "change what an entry says",
      .damaged("the session's chain", ["entry altered"]),
      "UPDATE entry SET body = x'0500000000' WHERE \(second)"
    ),
    unguarded(
      "change who wrote an entry",
      .damaged("the session's chain", ["entry altered"]),
      "UPDATE entry SET author = 'LH' WHERE \(second)"
    ),
    unguarded(
      "change when an entry was observed",
      .damaged("the session's chain", ["entry altered"]),
      "UPDATE entry SET observed_ms = observed_ms - 600000 WHERE \(second)"
    ),
    unguarded(
      "hide something behind a NUL in an author",
      .damaged("the session's chain, which is over the bytes", ["entry altered"]),
      "UPDATE entry SET author = author || char(0) || 'LH' WHERE \(second)"
    ),
    unguarded(
      "put bytes that are no text into a room",
      .damaged("the session's chain", ["entry altered"]),
      "UPDATE entry SET room = CAST(x'FF32' AS TEXT) WHERE \(second)"
    ),
    unguarded(
      "give the entries of a session its number as a fraction, 2.0",
      .damaged("the streams that there can be", ["stray-entries misplaced"]),
      "UPDATE entry SET stream_key = 2.0 WHERE stream_kind = 1 AND stream_key = 2"
    ),
    Attack(
      "change an entry and compute its hash anew",
      .damaged("the chain, at the entry after it", ["entry not-chained"])
    ) {
      try $0.unguarded { database in
        try database.execute(sql: "UPDATE entry SET author = 'LH' WHERE \(second)")
        try database.hashAgain(.session(SessionNumber(1)), 2)
      }
    },
    Attack(
      "change the last entry of a closed session and compute its hash anew",
      .damaged("the seal over it", ["seal head-other"])
    ) {
      try $0.unguarded { database in
        try database.execute(
          sql: "UPDATE entry SET author = 'LH' WHERE stream_key = 1 AND number = 6"
        )
        try database.hashAgain(.session(SessionNumber(1)), 6)
      }
    },
    Attack(
      "compute the whole chain of a closed session anew",
      .damaged("the seal over it", ["seal head-other"])
    ) {
      try $0.unguarded { database in
        try database.execute(sql: "UPDATE entry SET author = 'LH' WHERE \(second)")
        try database.chainAgain(.session(SessionNumber(1)))
      }
    },
    Attack(
      "compute the whole chain of a patient's course anew",
      .damaged("the seals over it", ["seal head-other"])
    ) {
      try $0.unguarded { database in
        try database.execute(
          sql: "UPDATE entry SET author = 'LH' WHERE stream_key = 'P-014' AND number = 1"
        )
        try database.chainAgain(.course(try PatientCode("P-014")))
      }
    },
  ]

  private static let cut: [Attack] = [
    unguarded(
      "remove an entry amid a session",
      .damaged("the session's chain", ["entry misnumbered"]),
      "DELETE FROM entry WHERE stream_key = 1 AND number = 4"
    ),
    unguarded(
      "cut the end of a closed session",
      .damaged("the seal over it", ["seal head-gone"]),
      "DELETE FROM entry WHERE stream_key = 3 AND number = 7"
    ),
    unguarded(
      "cut the end of a patient's course",
      .damaged("the seal over it", ["seal head-gone"]),
      "DELETE FROM entry WHERE stream_key = 'P-014' AND number = 2"
    ),
    unguarded(
      "remove a closed session",
      .damaged("its seal and the numbers", ["seal head-gone", "log sessions-missing"]),
      remove(2)
    ),
    unguarded(
      "remove an open session after which others were entered",
      .damaged(
        "the numbers of sessions and of commits",
        ["log sessions-missing", "log commits-missing"]
      ),
      remove(4)
    ),
    unguarded(
      "remove the newest closed session, and what came after it",
      .damaged(
        "its seal, and how far the record had come",
        ["seal head-gone", "seals commits-gone"]
      ),
      remove(5) + ";" + remove(6)
    ),
    unguarded(
      "cut the end of an open session after which others were entered",
      .damaged("the numbers of commits", ["log commits-missing"]),
      "DELETE FROM entry WHERE stream_key = 4 AND number > 3"
    ),
    unguarded(
      "remove the newest closed session with its seals, and what came after it",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .seesNothing,
      withoutSession5
    ),
    unguarded(
      "remove the newest closed session with its seals, and what came after it, elsewhere",
      .unseen(
        because: "what is left is a record as it was before that session",
        shown: [.printedDigest]
      ),
      verified: .elsewhere,
      withoutSession5
    ),
  ]

  private static let moved: [Attack] = [
    unguarded(
      "swap what two entries say",
      .damaged("the session's chain", ["entry altered"]),
      """
      CREATE TEMP TABLE held AS SELECT number, body FROM entry WHERE stream_key = 1 AND number IN (2, 4);
      UPDATE entry SET body = (SELECT body FROM held WHERE held.number = 6 - entry.number)
      WHERE stream_key = 1 AND number IN (2, 4)
      """
    ),
    unguarded(
      "swap two entries whole",
      .damaged("the session's chain", ["entry not-chained"]),
      """
      UPDATE entry SET number = 99 WHERE stream_key = 1 AND number = 2;
      UPDATE entry SET number = 2 WHERE stream_key = 1 AND number = 3;
      UPDATE entry SET number = 3 WHERE stream_key = 1 AND number = 99
      """
    ),
    unguarded(
      "swap two sessions",
      .damaged("the beginnings of both chains", ["entry not-chained", "seal head-other"]),
      """
      UPDATE entry SET stream_key = 99 WHERE stream_kind = 1 AND stream_key = 1;
      UPDATE entry SET stream_key = 1 WHERE stream_kind = 1 AND stream_key = 2;
      UPDATE entry SET stream_key = 2 WHERE stream_kind = 1 AND stream_key = 99
      """
    ),
    Attack(
      "put a session of another record beside the others",
      .damaged("the beginning of its chain, which names the record", ["entry not-chained"])
    ) { record in
      let rows = try entries(of: record.whole.other, in: record.folder)
      try record.unguarded { database in
        let newest = try database.newestCommit()
        for (place, row) in rows.enumerated() {
          var columns = row
          columns["stream_key"] = 7.databaseValue
          columns["commit_number"] = (newest + place + 1).databaseValue
          let names = columns.keys.sorted()
          let marks = names.map { _ in "?" }.joined(separator: ", ")
          try database.execute(
            sql: "INSERT INTO entry (\(names.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(names.map { columns[$0] ?? .null })
          )
        }
      }
    },
  ]

  static let second = "stream_kind = 1 AND stream_key = 1 AND number = 2"

  /// A session and all that was derived of it.
  static func remove(_ session: Int) -> String {
    """
    DELETE FROM entry WHERE stream_kind = 1 AND stream_key = \(session);
    DELETE FROM session WHERE number = \(session);
    DELETE FROM reading WHERE session = \(session); DELETE FROM flag WHERE session = \(session);
    DELETE FROM effect WHERE session = \(session); DELETE FROM tally WHERE session = \(session)
    """
  }

  /// The first session of another record, by column.
  private static func entries(
    of other: Data,
    in folder: URL
  ) throws -> [[String: DatabaseValue]] {
    let path = folder.appendingPathComponent("other.vigil").path
    try other.write(to: URL(fileURLWithPath: path))
    return try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM entry WHERE stream_kind = 1 ORDER BY number"
      ).map { row in Dictionary(row.map { ($0, $1) }) { first, _ in first } }
    }
  }

  private static let withoutSession5 = """
    DELETE FROM seal WHERE number >= (SELECT min(number) FROM seal WHERE stream_kind = 1 AND stream_key = 5);
    \(remove(5)); \(remove(6))
    """

  private static func unguarded(
    _ name: String,
    _ outcome: AttackOutcome,
    verified place: VerifiedPlace = .here,
    second: SecondOutcome = .same,
    _ statements: String
  ) -> Attack {
    Attack(name, outcome, verified: place, second: second) { try $0.unguarded(statements) }
  }
}
