import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// What no look at the file can show; what outside it can is said of each.
enum UnseenAttacks {
  static let all: [Attack] = typed + unsealed + everything

  private static let typed: [Attack] = [
    Attack(
      "enter a value that was not measured",
      by: .program,
      .unseen(because: "the record proves what was entered, not that it was true", shown: [])
    ) { try enter([try vitals(118, 76)], $0) },
    Attack(
      "enter with the machine's clock a day behind",
      by: .program,
      .unseen(
        because: "the order is that of the numbers, and every time is the machine's word",
        shown: []
      )
    ) { try enter([.note("calm")], $0, minutes: -1_440) },
    Attack(
      "enter under the code of LH",
      by: .program,
      .unseen(because: "names are as typed; nobody is asked to prove one", shown: [])
    ) { try enter([.note("calm")], $0, by: "LH") },
    Attack(
      "give oneself a role with the command for it",
      by: .program,
      .unseen(
        because: "it is an entry like any, in the list of clinicians and in the log of accesses",
        shown: []
      )
    ) { record in
      try record.vigil(keys: nil) { store in
        let code = try ClinicianCode("KO")
        let clinician = try Clinician(code: code, roles: [.prescriber])
        _ = try store.set(
          clinician: { _ in (clinician, true) },
          by: code,
          at: TemporaryRecord.moment(95).recorded
        )
      }
    },
  ]

  private static let unsealed: [Attack] = [
    Attack(
      "rewrite the chain of an open session",
      .unseen(because: "nothing seals a session before it is closed", shown: [.printedDigest])
    ) { try $0.unguarded(rewriteSession6) },
    unguarded(
      "cut the end of the newest open session",
      .unseen(
        because: "no commit after it shows a gap, and no seal covers it",
        shown: [.printedDigest]
      ),
      "DELETE FROM entry WHERE stream_kind = 1 AND stream_key = 6 AND number > 5"
    ),
    unguarded(
      "remove the newest session while it is open",
      .unseen(
        because: "no commit after it shows a gap, and no seal covers it",
        shown: [.printedDigest]
      ),
      LogAttacks.remove(6)
    ),
    unguarded(
      "cut the log of accesses after the newest seal",
      .unseen(because: "the next seal is the one that holds them", shown: []),
      "DELETE FROM access WHERE act = 2"
    ),
    Attack(
      "change an access after the newest seal and chain it anew",
      .unseen(because: "the next seal is the one that holds them", shown: [])
    ) { record in
      try record.unguarded { database in
        try database.execute(sql: "UPDATE access SET who = 'KO' WHERE act = 2")
        try database.chainAccessesAgain()
      }
    },
  ]

  private static let everything: [Attack] = [
    Attack(
      "make a session up, closed and sealed, with Vigil on another machine",
      .unseen(because: "a machine's key begins by its own word", shown: [.fingerprints])
    ) { record in
      try record.vigil(keys: record.strangeKeyring) { try Forging.makeUp($0) }
    },
    Attack(
      "let a key of one's own begin in the name of LH, and sign with it",
      .unseen(because: "a clinician's key begins by its own word", shown: [.fingerprints])
    ) { try Forging.seal($0, session: 2, inNameOfLH: true) },
    Attack(
      "rebuild everything with another key, elsewhere",
      .unseen(
        because: "it is a whole record of another key",
        shown: [.printedDigest, .fingerprints]
      ),
      verified: .elsewhere
    ) { record in
      let key = try SigningKey()
      try record.unguarded { database in
        try Forging.rewriteSession1(database)
        try database.sealAgain(with: key, clinicians: .forged)
      }
    },
    Attack(
      "rebuild everything with the record's key, without the signatures of LH, and the witness",
      by: .account,
      .unseen(
        because: "whoever has all that the machine has can do all that it did",
        shown: [.printedDigest, .fingerprints]
      )
    ) { record in
      let key = try record.keyring.ownKey(of: record.whole.id)
      try record.unguarded { database in
        try Forging.rewriteSession1(database)
        try database.sealAgain(with: key, clinicians: .leftOut)
      }
      try Forging.remember(record)
    },
    Attack(
      "put an older copy back, and remove the witness",
      by: .account,
      .unseen(because: "it was the record once", shown: [.printedDigest])
    ) { record in
      try record.whole.older.write(to: record.file)
      try Forging.forget(record)
    },
    Attack(
      "put an older copy back, elsewhere",
      .unseen(because: "it was the record once", shown: [.printedDigest]),
      verified: .elsewhere
    ) { try $0.whole.older.write(to: $0.file) },
  ]

  @Sendable private static func rewriteSession6(_ database: Database) throws {
    try database.execute(
      sql: "UPDATE entry SET author = 'LH' WHERE stream_kind = 1 AND stream_key = 6 AND number = 5"
    )
    try database.chainAgain(.session(SessionNumber(6)))
  }

  private static func enter(
    _ contents: [Content],
    _ record: AttackedRecord,
    minutes: Int = 95,
    by author: String = "KO"
  ) throws {
    try record.vigil(keys: record.keyring) { store in
      try MadeEntries.append(
        contents,
        to: SessionNumber(6),
        minutes: minutes,
        by: author,
        in: store
      )
    }
  }

  private static func unguarded(
    _ name: String,
    _ outcome: AttackOutcome,
    _ statements: String
  ) -> Attack {
    Attack(name, outcome) { try $0.unguarded(statements) }
  }
}
