import Crypto
import Foundation
import GRDB
import SessionRecord

/// A row of the table `seal`, column by column, as it is stored, signed and hashed.
struct SealRow: Hashable {
  var number: Int
  var act: Int
  var streamKind: Int?
  var streamKey: DatabaseValue
  var entry: Int?
  var head: [UInt8]?
  var derived: [UInt8]?
  var subject: [UInt8]?
  var owner: String?
  var enteredAs: String
  var account: Int
  var remark: String?
  var commit: Int
  var accessNumber: Int
  var accessHash: [UInt8]?
  var at: Int
  var offset: Int
  var publicKey: [UInt8]
  var prev: [UInt8]
  var signature: [UInt8] = []
  var hash: [UInt8] = []
}

extension SealRow {
  static let columns = """
    number, act, stream_kind, stream_key, entry, head, derived, subject, owner, entered_as, account, \
    remark, commit_number, access_number, access_hash, at_ms, at_offset, public_key, prev, \
    signature, hash
    """

  /// A row of these columns, in their order.
  init(_ row: StoredRow) throws {
    number = try row.integer(0)
    act = try row.integer(1)
    streamKind = try row.optionalInteger(2)
    streamKey = row.row[3]
    entry = try row.optionalInteger(4)
    head = try row.optionalBytes(5)
    derived = try row.optionalBytes(6)
    subject = try row.optionalBytes(7)
    owner = try row.optionalText(8)
    enteredAs = try row.text(9)
    account = try row.integer(10)
    remark = try row.optionalText(11)
    commit = try row.integer(12)
    accessNumber = try row.integer(13)
    accessHash = try row.optionalBytes(14)
    at = try row.integer(15)
    offset = try row.integer(16)
    publicKey = try row.bytes(17)
    prev = try row.bytes(18)
    signature = try row.bytes(19)
    hash = try row.bytes(20)
  }

  /// What is signed: SHA-256 over every column but the signature and the hash, in this record.
  func statement(in record: UUID) throws(UnexpectedColumn) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.seal.v1")
    writer.octets(record.bytes)
    writer.integer(number)
    writer.integer(act)
    if let streamKind {
      guard let code = UInt8(exactly: streamKind) else { throw UnexpectedColumn() }
      writer.code(code)
    } else {
      writer.absent()
    }
    try writer.column(streamKey)
    writer.optional(entry)
    writer.optional(head) { $1.octets($0) }
    writer.optional(derived) { $1.octets($0) }
    writer.optional(subject) { $1.octets($0) }
    writer.optional(owner)
    writer.text(enteredAs)
    writer.integer(account)
    writer.optional(remark)
    writer.integer(commit)
    writer.integer(accessNumber)
    writer.optional(accessHash) { $1.octets($0) }
    writer.integer(at)
    writer.integer(offset)
    writer.octets(publicKey)
    writer.octets(prev)
    return writer.digest
  }

  /// What the next row is chained to.
  static func hash(_ statement: [UInt8], _ signature: [UInt8]) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.sealed.v1")
    writer.octets(statement)
    writer.octets(signature)
    return writer.digest
  }

  /// What the first seal is chained to: the record, what it is for, and when it was made.
  static func genesis(_ record: UUID, purpose: Int, made: Int) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.seals.v1")
    writer.octets(record.bytes)
    writer.integer(purpose)
    writer.integer(made)
    return writer.digest
  }

  func insert(into database: Database) throws {
    try database.run(
      """
      INSERT INTO seal (\(SealRow.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, act, streamKind, streamKey, entry, head?.databaseValue, derived?.databaseValue,
        subject?.databaseValue, owner, enteredAs, account, remark, commit, accessNumber,
        accessHash?.databaseValue, at, offset, publicKey.databaseValue, prev.databaseValue,
        signature.databaseValue, hash.databaseValue,
      ]
    )
  }

  /// What the row says; refused where it cannot be a seal.
  func seal() throws -> Seal {
    guard let key = VerifyingKey(publicKey), let hash = RecordDigest(bytes: hash),
      let at = Stamp(milliseconds: at, offset: offset), (0...1).contains(account)
    else { throw UnexpectedColumn() }
    do {
      return Seal(
        number: number,
        act: try sealedAct(),
        owner: try owner.map { try ClinicianCode(stored: $0) },
        enteredAs: account == 1
          ? .account(enteredAs) : .clinician(try ClinicianCode(stored: enteredAs)),
        remark: remark,
        at: at,
        key: key,
        hash: hash
      )
    } catch is any Refusal {
      throw UnexpectedColumn()
    }
  }

  private func sealedAct() throws -> Seal.Act {
    if act == 1 {
      guard let entry, let head = head.flatMap(RecordDigest.init(bytes:)) else {
        throw UnexpectedColumn()
      }
      return .head(
        try stream(),
        EntryNumber(entry),
        head,
        derived: derived.flatMap(RecordDigest.init(bytes:))
      )
    }
    guard let subject = subject.flatMap(VerifyingKey.init) else { throw UnexpectedColumn() }
    switch act {
    case 2: return .keyBegins(subject)
    case 3: return .keyFollows(subject)
    case 4: return .keyLost(subject)
    default: throw UnexpectedColumn()
    }
  }

  private func stream() throws -> EntryStream {
    switch (streamKind, streamKey.storage) {
    case (1, .int64(let number)): .session(SessionNumber(Int(number)))
    case (2, .string(let code)): .course(try PatientCode(code))
    default: throw UnexpectedColumn()
    }
  }
}
