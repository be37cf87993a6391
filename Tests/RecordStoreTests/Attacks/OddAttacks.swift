import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// Rows that no Vigil writes, where a verifier that walks from 1 to the last would not look.
enum OddAttacks {
  static let all: [Attack] = numbers + kinds + texts

  private static let numbers: [Attack] = [
    odd(
      "put an entry before the first of a session",
      .damaged("the session's chain", ["entry misnumbered"]),
      copy("entry", "stream_key = 1 AND number = 2", ["number": "0", "id": "randomblob(16)"])
    ),
    odd(
      "put a session before the first",
      .damaged("the streams that there can be", ["stray-entries misplaced"]),
      copy(
        "entry",
        "stream_key = 1 AND stream_kind = 1",
        ["stream_key": "-1", "id": "randomblob(16)"]
      )
    ),
    odd(
      "put entries into a stream of a third kind",
      .damaged("the streams that there can be", ["stray-entries misplaced"]),
      copy("entry", "stream_key = 1 AND number < 3", ["stream_kind": "3", "id": "randomblob(16)"])
    ),
    odd(
      "put a seal before the first",
      .damaged("the chain of seals", ["seal misnumbered"]),
      copy("seal", "number = 2", ["number": "0"])
    ),
    odd(
      "put an access before the first",
      .damaged("the numbers of accesses", ["accesses misplaced"]),
      copy("access", "number = 2", ["number": "-1"])
    ),
    odd(
      "put a row before the first of the clinicians",
      .damaged("the accesses", ["table rows-written"]),
      copy("clinician", "number = 2", ["number": "0", "roles": "15"])
    ),
    odd(
      "say twice which record it is",
      .damaged("that there is one such row", ["record not-the-one-row"]),
      copy("record", "one = 1", ["one": "2", "id": "randomblob(16)"])
    ),
    odd(
      "give a seal the number of its session as a fraction, 2.0",
      .damaged("the signature", ["seal signature"]),
      "UPDATE seal SET stream_key = 2.0 WHERE stream_kind = 1 AND stream_key = 2"
    ),
  ]

  private static let kinds: [Attack] = [
    odd(
      "keep a protocol's text past the log of accesses",
      .damaged("the accesses", ["protocol not-as-written"]),
      copy("protocol", "id = 'im'", ["digest": "randomblob(32)"])
    ),
    Attack(
      "put an entry of an unknown kind at the end of an open session",
      .unclear("a newer Vigil could have written it", ["entry unknown-encoding"])
    ) { record in
      try record.unguarded { database in
        try database.execute(
          sql: copy(
            "entry",
            "stream_kind = 1 AND stream_key = 6 AND number = 7",
            ["number": "8", "kind": "99", "id": "randomblob(16)"]
          )
        )
        try database.chainAgain(.session(SessionNumber(6)), from: 8)
      }
    },
    Attack(
      "put a void of nothing at the end of an open session",
      .damaged("what an entry can say", ["entry not-a-body"])
    ) { record in
      try record.unguarded { database in
        try database.execute(
          sql: copy(
            "entry",
            "stream_kind = 1 AND stream_key = 6 AND number = 7",
            ["number": "8", "kind": "16", "id": "randomblob(16)"]
          )
        )
        try database.chainAgain(.session(SessionNumber(6)), from: 8)
      }
    },
    Attack(
      "open an open session a second time",
      .damaged("where an opening can stand", ["entry misplaced"])
    ) { record in
      try record.unguarded { database in
        try database.execute(
          sql: copy(
            "entry",
            "stream_kind = 1 AND stream_key = 6 AND number = 1",
            [
              "number": "8", "id": "randomblob(16)",
              "commit_number": "(SELECT max(commit_number) FROM entry)",
            ]
          )
        )
        try database.chainAgain(.session(SessionNumber(6)), from: 8)
      }
    },
  ]

  private static let texts: [Attack] = [
    odd(
      "hide something behind a NUL in the key of a patient's course",
      .damaged("the streams and the seals", ["seal head-gone"]),
      "UPDATE entry SET stream_key = stream_key || char(0) || 'x' WHERE stream_key = 'P-014'"
    ),
    odd(
      "hide something behind a NUL in a patient's code",
      .damaged("the accesses", ["patient gone"]),
      "UPDATE patient SET code = code || char(0) || 'x' WHERE code = 'P-014'"
    ),
    odd(
      "hide something behind a NUL in a flag's rule, of a closed session",
      .damaged("the newest seal over the session", ["read-model not-as-sealed"]),
      "UPDATE flag SET rule = rule || char(0) || 'x' WHERE session = 1 AND number = 1"
    ),
    odd(
      "hide something behind a NUL in the room of an open session",
      .damaged("the log, from which it is derived again", ["read-model not-as-derived"]),
      second: .seesNothing,
      "UPDATE session SET room = room || char(0) || 'x' WHERE number = 6"
    ),
    odd(
      "hide something behind a NUL in who was entering, in a seal",
      .damaged("the signature, which is over the bytes", ["seal signature"]),
      "UPDATE seal SET entered_as = entered_as || char(0) || 'x' WHERE number = 2"
    ),
    odd(
      "hide something behind a NUL in who printed",
      .damaged("the chain of accesses", ["access altered"]),
      "UPDATE access SET who = who || char(0) || 'x' WHERE act = 1"
    ),
  ]

  private static func odd(
    _ name: String,
    _ outcome: AttackOutcome,
    second: SecondOutcome = .same,
    _ statements: String
  ) -> Attack {
    Attack(name, outcome, second: second) { try $0.unguarded(statements) }
  }

  private static let columns = [
    "entry":
      "stream_kind, stream_key, number, id, record, commit_number, observed_ms, observed_offset, "
      + "recorded_ms, recorded_offset, monotonic_ns, boot, author, observer, source, device, "
      + "document, room, kind, encoding, body, prev, hash",
    "seal": SealRow.columns,
    "access": AccessRow.columns,
    "clinician": "number, code, name, roles, listed, clinician, set_ms, set_offset",
    "record": "one, id, purpose, made_ms",
    "protocol": "digest, id, version, text, kept_ms",
  ]

  /// Copies of rows, but for these columns.
  private static func copy(
    _ table: String,
    _ rows: String,
    _ others: [String: String]
  ) -> String {
    let names = (columns[table] ?? "").components(separatedBy: ", ")
    let values = names.map { others[$0] ?? $0 }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(names.joined(separator: ", "))) "
      + "SELECT \(values) FROM \(table) WHERE \(rows)"
  }
}
