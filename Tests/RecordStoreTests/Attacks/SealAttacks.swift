import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// On the chain of seals and on the log of accesses.
enum SealAttacks {
  static let all: [Attack] = cut + forged + rebuilt + begun + accesses

  private static let cut: [Attack] = [
    Attack(
      "cut the end of the chain of seals",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .seesNothing
    ) { try $0.unguarded(newestCut) },
    Attack(
      "cut the end of the chain of seals, elsewhere",
      .unclear("a closed session is not sealed", ["stream not-sealed"]),
      verified: .elsewhere
    ) { try $0.unguarded(newestCut) },
    Attack(
      "remove all seals",
      .damaged("the witness", ["witness older-than-witness"]),
      second: .cannotTell
    ) { try $0.unguarded("DELETE FROM seal") },
    Attack(
      "remove all seals, elsewhere",
      .unclear("nothing is sealed", ["seals nothing-sealed", "stream not-sealed"]),
      verified: .elsewhere
    ) { try $0.unguarded("DELETE FROM seal") },
    Attack(
      "remove a seal amid the chain and number the others anew",
      .damaged("the signatures after it", ["seal signature"])
    ) { record in
      try record.unguarded {
        try $0.rewriteSeals { rows in
          rows.remove(at: 2)
          for place in rows.indices { rows[place].number = place + 1 }
        }
      }
    },
  ]

  private static let forged: [Attack] = [
    Attack(
      "change who was entering, in a seal",
      .damaged("the chain of seals and the signature", ["seal signature", "seal altered"])
    ) { try $0.unguarded("UPDATE seal SET entered_as = 'LH' WHERE number = 2") },
    changed("change who was entering, in a seal, and chain the seals anew") {
      $0[1].enteredAs = "LH"
    },
    changed("change when a seal was made, and chain the seals anew") { $0[1].at += 60_000 },
    changed("change why a key was lost, and chain the seals anew") { rows in
      for place in rows.indices where rows[place].remark != nil { rows[place].remark = "found" }
    },
    changed("copy the signature of another seal") { $0[1].signature = $0[2].signature },
    Attack(
      "insert a key before the newest seals",
      .damaged("the signatures after it", ["seal signature"])
    ) { record in
      let key = try SigningKey()
      try record.unguarded { database in
        try database.rewriteSeals { rows in
          var row = rows[0]
          (row.publicKey, row.subject) = (key.verifying.bytes, key.verifying.bytes)
          (row.commit, row.accessNumber) = (rows[3].commit, rows[3].accessNumber)
          row.accessHash = rows[3].accessHash
          rows.insert(row, at: 4)
          for place in rows.indices { rows[place].number = place + 1 }
        } signing: {
          $0.number == 5 ? key : nil
        }
      }
    },
    Attack(
      "sign a session with a key that is lost",
      by: .fileAndLostKey,
      .damaged("the chain of keys", ["seal key"])
    ) { try sign($0, session: 2, with: $0.whole.lostKey, of: "MB") },
    Attack(
      "sign a session in the name of LH with the record's key",
      by: .fileAndRecordKey,
      .damaged("the chain of keys", ["seal key"])
    ) { record in
      let own = try record.keyring.ownKey(of: record.whole.id)
      try sign(record, session: 2, with: own, of: "LH")
    },
  ]

  private static let rebuilt: [Attack] = [
    Attack(
      "change a closed session, compute its chain anew and seal it with another key",
      .damaged("the seals that were there", ["seal head-other"])
    ) { record in
      try record.unguarded(Forging.rewriteSession1)
      try Forging.seal(record, session: 1)
    },
    Attack(
      "change a reading in the list of a closed session and seal that with another key",
      .unclear("the rules give other readings", ["read-model derives-otherwise"]),
      second: .seesNothing
    ) { record in
      try record.unguarded(
        "UPDATE reading SET value = 118000 WHERE session = 1 AND entry = 2 AND sign = 1"
      )
      try Forging.seal(record, session: 1)
    },
    Attack(
      "rebuild everything, the chain of seals as well, with another key",
      .damaged("the witness", ["witness other-than-witness"]),
      second: .seesNothing
    ) { record in
      let key = try SigningKey()
      try record.unguarded { database in
        try Forging.rewriteSession1(database)
        try database.sealAgain(with: key, clinicians: .forged)
      }
    },
    Attack(
      "rebuild everything, the chain of seals as well, with the record's key",
      by: .fileAndRecordKey,
      .damaged("the witness", ["witness other-than-witness"]),
      second: .seesNothing
    ) { record in
      let key = try record.keyring.ownKey(of: record.whole.id)
      try record.unguarded { database in
        try Forging.rewriteSession1(database)
        try database.sealAgain(with: key, clinicians: .forged)
      }
    },
    Attack(
      "rebuild everything with the record's key, and keep the signatures of LH",
      by: .account,
      .damaged("those signatures", ["seal signature"])
    ) { record in
      let key = try record.keyring.ownKey(of: record.whole.id)
      try record.unguarded { database in
        try Forging.rewriteSession1(database)
        try database.sealAgain(with: key, clinicians: .kept)
      }
      try Forging.remember(record)
    },
  ]

  private static let begun: [Attack] = [
    Attack(
      "make a session up, closed, with Vigil where no key is",
      .unclear("a closed session is not sealed", ["stream not-sealed"])
    ) { record in
      try record.vigil(keys: nil) { try Forging.makeUp($0) }
    },
    Attack(
      "let a key of one's own begin, and say with it that the record's key is lost",
      .unclear(
        "what is entered next is not sealed, which Vigil says at once",
        ["stream not-sealed"]
      )
    ) { record in
      let own = try record.keyring.ownKey(of: record.whole.id)
      try record.vigil(keys: record.strangeKeyring) { store in
        let at = TemporaryRecord.moment(60).recorded
        _ = try store.lose(own.verifying, because: nil, by: .account("ward"), at: at)
      }
      try record.vigil(keys: record.keyring) { store in
        try MadeEntries.append([.addendum("more")], to: SessionNumber(2), in: store)
        guard case .notSealed? = store.takeNotices().first else { throw UnexpectedColumn() }
      }
    },
  ]

  private static let accesses: [Attack] = [
    Attack(
      "change who printed",
      .damaged("the chain of accesses", ["access altered"])
    ) { try $0.unguarded("UPDATE access SET who = 'KO' WHERE act = 1") },
    Attack(
      "remove an access",
      .damaged("the chain of accesses", ["access misnumbered"])
    ) { try $0.unguarded("DELETE FROM access WHERE act = 6") },
    Attack(
      "change an access and chain all of them anew",
      .damaged("the newest seal, which names an access", ["seal access-other"])
    ) { record in
      try record.unguarded { database in
        try database.execute(sql: "UPDATE access SET who = 'KO' WHERE act = 6")
        try database.chainAccessesAgain()
      }
    },
    Attack(
      "cut the log of accesses before the newest seal",
      .damaged("the newest seal, which names an access", ["seal access-gone"])
    ) { try $0.unguarded("DELETE FROM access WHERE act IN (1, 2, 6)") },
  ]

  static let newestCut = """
    DELETE FROM seal WHERE number >= (SELECT min(number) FROM seal WHERE stream_kind = 1 AND stream_key = 5)
    """

  private static func changed(
    _ name: String,
    _ change: @escaping @Sendable (inout [SealRow]) -> Void
  ) -> Attack {
    Attack(name, .damaged("the signature", ["seal signature"])) { record in
      try record.unguarded { try $0.rewriteSeals(change) }
    }
  }

  private static func sign(
    _ record: AttackedRecord,
    session: Int,
    with key: SigningKey,
    of owner: String
  ) throws {
    try record.unguarded { database in
      guard let last = try database.newestSealRow(),
        var row = try database.newestSealRow(over: .session(SessionNumber(session)))
      else { throw UnexpectedColumn() }
      row.number = last.number + 1
      row.owner = owner
      row.commit = last.commit
      (row.accessNumber, row.accessHash) = (last.accessNumber, last.accessHash)
      try database.rewriteSeals {
        $0.append(row)
      } signing: {
        $0.number == row.number ? key : nil
      }
    }
  }
}
