import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// On what lies beside the log: who patients are, protocols, the clinic, clinicians, the record itself.
enum BesideAttacks {
  static let all: [Attack] = patients + tables + record

  private static let patients: [Attack] = [
    unguarded(
      "change a patient's name",
      .damaged("the commitment to the identity", ["patient identity-other"]),
      "UPDATE patient SET name = 'Eve Example' WHERE code = 'P-014'"
    ),
    unguarded(
      "hide something behind a NUL in a patient's name",
      .damaged("the commitment, which is over the bytes", ["patient identity-other"]),
      "UPDATE patient SET name = name || char(0) || 'x' WHERE code = 'P-014'"
    ),
    unguarded(
      "change a salt",
      .damaged("the commitment to the identity", ["patient identity-other"]),
      "UPDATE patient SET salt = randomblob(32) WHERE code = 'P-014'"
    ),
    unguarded(
      "change a patient's contact",
      .damaged("the access of its setting", ["patient contact-other"]),
      "UPDATE patient SET emergency_number = '999' WHERE code = 'P-014'"
    ),
    Attack(
      "change a patient's name and the commitment with it",
      .damaged("the openings and the access", ["patient not-added-so", "patient commitment-other"])
    ) { try $0.unguarded(identityOfP014) },
    Attack(
      "change a patient's name, the commitment, the access and all accesses after it",
      .damaged("the openings and the seals", ["patient commitment-other", "seal access-other"])
    ) { record in
      try record.unguarded { database in
        try identityOfP014(database)
        try database.execute(
          sql: "UPDATE access SET digest = randomblob(32) WHERE act = 7 AND subject = 'P-014'"
        )
        try database.chainAccessesAgain()
      }
    },
    unguarded(
      "remove a patient",
      .damaged("the access of its adding", ["patient gone"]),
      "DELETE FROM patient WHERE code = 'P-016'"
    ),
    unguarded(
      "add a patient past the log of accesses",
      .damaged("the accesses", ["patient not-added-so"]),
      """
      INSERT INTO patient (code, name, salt, commitment, added_ms)
      SELECT 'P-099', name, salt, commitment, added_ms FROM patient WHERE code = 'P-014'
      """
    ),
    unguarded(
      "erase a patient past the log of accesses",
      .damaged("the accesses", ["patient not-erased-so"]),
      """
      UPDATE patient SET name = NULL, birth_date = NULL, address = NULL, emergency_number = NULL,
        salt = NULL, erased_ms = added_ms WHERE code = 'P-014'
      """
    ),
    Attack(
      "revive an erased patient with the true name and salt of an older copy",
      .damaged("the access of the erasure", ["patient not-erased-so"])
    ) { record in
      try record.unguarded { database in
        try database.execute(
          sql: """
            UPDATE patient SET name = ?, birth_date = ?, medical_record_number = ?, allergies = ?,
              salt = ?, erased_ms = NULL WHERE code = 'P-016'
            """,
          arguments: StatementArguments(record.whole.erased)
        )
      }
    },
  ]

  private static let tables: [Attack] = [
    unguarded(
      "change a protocol's text",
      .damaged("its digest", ["protocol text-other"]),
      "UPDATE protocol SET text = CAST(text || x'20' AS BLOB) WHERE id = 'iv-0.5-40'"
    ),
    unguarded(
      "change a protocol's text and its digest, everywhere",
      .damaged("the openings and the access", ["protocol text-gone"])
    ) { database in
      let text = Data("{\"id\": \"iv-0.5-40\", \"limit\": 999}".utf8)
      guard let digest = Array(text).protocolDigest else { throw UnexpectedColumn() }
      let old = "(SELECT digest FROM protocol WHERE id = 'iv-0.5-40')"
      try database.execute(
        sql: "UPDATE adoption SET protocol = ? WHERE protocol = \(old)",
        arguments: [Data(digest.bytes)]
      )
      try database.execute(
        sql: "UPDATE session SET protocol = ?",
        arguments: [Data(digest.bytes)]
      )
      try database.execute(
        sql: "UPDATE protocol SET text = ?, digest = ? WHERE id = 'iv-0.5-40'",
        arguments: [text, Data(digest.bytes)]
      )
    },
    unguarded(
      "change a protocol's id",
      .damaged("the access of its keeping", ["protocol not-as-written"]),
      "UPDATE protocol SET id = 'im-2' WHERE id = 'im'"
    ),
    unguarded(
      "swap two adoptions",
      .damaged("the accesses of both", ["row not-as-written"]),
      """
      UPDATE adoption SET number = 99 WHERE number = 1; UPDATE adoption SET number = 1 WHERE number = 2;
      UPDATE adoption SET number = 2 WHERE number = 99
      """
    ),
    unguarded(
      "remove the newest adoption",
      .damaged("the accesses", ["table rows-written"]),
      "DELETE FROM adoption WHERE number = 2"
    ),
    unguarded(
      "change a clinician's roles",
      .damaged("the access of its setting", ["row not-as-written"]),
      "UPDATE clinician SET roles = 15 WHERE code = 'KO'"
    ),
    unguarded(
      "change the clinic's logo",
      .damaged("the access of its setting", ["row not-as-written"]),
      "UPDATE clinic SET logo = CAST(logo || x'01' AS BLOB)"
    ),
    unguarded(
      "hide something behind a NUL in the clinic's name",
      .damaged("the access of its setting", ["row not-as-written"]),
      "UPDATE clinic SET name = name || char(0) || 'x' WHERE number = 2"
    ),
    unguarded(
      "change a clinician's roles, the access and all accesses after it",
      .damaged("the newest seal, which names an access", ["seal access-other"])
    ) { database in
      try database.execute(sql: "UPDATE clinician SET roles = 15 WHERE code = 'KO'")
      try database.bindAgain(.clinician, 2)
      try database.chainAccessesAgain()
    },
  ]

  private static let record: [Attack] = [
    unguarded(
      "make it a training record, past the triggers",
      .damaged("the beginning of the chain of seals", ["seal not-chained"]),
      "UPDATE record SET purpose = 2"
    ),
    unguarded(
      "change when the record was made",
      .damaged("the beginning of the chain of seals", ["seal not-chained"]),
      "UPDATE record SET made_ms = made_ms - 1"
    ),
    unguarded(
      "change the record's id",
      .damaged("every chain", ["entry not-chained", "seal not-chained", "access not-chained"]),
      "UPDATE record SET id = randomblob(16)"
    ),
  ]

  @Sendable private static func identityOfP014(_ database: Database) throws {
    guard
      let salt = try Data.fetchOne(database, sql: "SELECT salt FROM patient WHERE code = 'P-014'")
    else { throw UnexpectedColumn() }
    let identity = try Identity(name: "Eve Example", birthDate: "1984-03-12")
    try database.execute(
      sql: "UPDATE patient SET name = ?, commitment = ? WHERE code = 'P-014'",
      arguments: ["Eve Example", Data(identity.commitment(salt: Array(salt)))]
    )
  }

  private static func unguarded(
    _ name: String,
    _ outcome: AttackOutcome,
    _ statements: String
  ) -> Attack {
    Attack(name, outcome) { try $0.unguarded(statements) }
  }

  private static func unguarded(
    _ name: String,
    _ outcome: AttackOutcome,
    _ body: @escaping @Sendable (Database) throws -> Void
  ) -> Attack {
    Attack(name, outcome) { try $0.unguarded(body) }
  }
}
