import GRDB
import SessionRecord

/// Looks at every patient: added so, the identity by its commitment, the contact as it was set, erased where it
/// says so.
struct PatientCheck {
  let connections: ReadingConnections
  let version: Int
  private(set) var findings = Findings()
  /// Commitments by code.
  private(set) var commitments: [[UInt8]: HashBytes?] = [:]
  private var accesses = PatientAccesses()

  init(connections: ReadingConnections, version: Int) {
    self.connections = connections
    self.version = version
  }

  /// All, or one of them.
  mutating func look(at only: PatientCode?) {
    var after = only?.text ?? ""
    while true {
      var read: [PatientRow] = []
      do {
        // Rows and accesses of one moment, so that they agree.
        try connections.read { database in
          try database.inTransaction(.deferred) {
            read = try database.patientRows(
              only == nil ? PatientRow.statement : PatientRow.one,
              after
            )
            try accesses.goOn(database, version: version)
            return .rollback
          }
        }
      } catch {
        findings.add(.table("patient"), VerificationFault(error))
        return
      }
      for row in read { look(at: row) }
      // A text that cannot be read as one ends the walk; the next would begin anew.
      guard only == nil, read.count == PatientRow.atOnce, let last = read.last?.text, last > after
      else { break }
      after = last
    }
    if only == nil { lookForMissing() }
  }

  private mutating func look(at row: PatientRow) {
    commitments[row.code] = row.commitment
    let place = VerificationPlace.patient(row.said)
    let said = accesses[row.code]
    if version > 1, said.added != [row.added] { findings.add(place, .notAddedSo) }
    if said.erased != (row.erasedAt.map { [$0] } ?? []) { findings.add(place, .notErasedSo) }
    guard let identity = row.identity else {
      if row.hasIdentity || row.erasedAt == nil { findings.add(place, .identityWithoutSalt) }
      return
    }
    if identity != row.commitment { findings.add(place, .identityOther) }
    guard version > 1 else { return }
    if let contact = said.contact {
      if contact != row.contact { findings.add(place, .contactOther) }
    } else if row.hasContact {
      findings.add(place, .contactOther)
    }
  }

  /// What accesses speak of has to be there.
  private mutating func lookForMissing() {
    for code in accesses.codes.subtracting(commitments.keys).sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) {
      let text = String(decoding: code, as: UTF8.self)
      let isThere = try? connections.read { database in
        try database.firstStored("SELECT 1 FROM patient WHERE code = ?", [text]) { _ in true }
      }
      if isThere != true { findings.add(.patient(text), .gone) }
    }
  }
}

/// What accesses say of patients, by code.
private struct PatientAccesses {
  struct Said {
    var added: [HashBytes?] = []
    /// The newest.
    var contact: HashBytes??
    var erased: [Int] = []
  }

  private var said: [[UInt8]: Said] = [:]
  private var newest: [AccessAct: Int] = [:]

  subscript(code: [UInt8]) -> Said { said[code] ?? Said() }

  var codes: Set<[UInt8]> { Set(said.keys) }

  /// Takes what was added since the last time.
  mutating func goOn(_ database: Database, version: Int) throws {
    for act in [AccessAct.erased, .patientAdded, .contactSet] {
      let new =
        version == 1
        ? try database.firstBindingAccesses(act, after: newest[act] ?? 0)
        : try database.bindingAccesses([act], after: newest[act] ?? 0)
      for access in new {
        let code = access.subject ?? []
        switch act {
        case .erased: said[code, default: Said()].erased.append(access.at)
        case .patientAdded: said[code, default: Said()].added.append(access.digest)
        case .contactSet: said[code, default: Said()].contact = .some(access.digest)
        case .printed, .exported, .verified, .backedUp, .restored, .protocolKept, .protocolAdopted,
          .clinicSet, .clinicianSet, .carriedOver:
          break
        }
        newest[act] = access.number
      }
    }
  }
}

/// A row of the table `patient`, as digests of it.
private struct PatientRow {
  let code: [UInt8]
  /// Nil where the code is no text.
  let text: String?
  let commitment: HashBytes?
  /// What binds it to the access that added it.
  let added: HashBytes?
  /// The commitment that the identity gives; nil without a salt.
  let identity: HashBytes?
  let contact: HashBytes?
  let hasContact: Bool
  let hasIdentity: Bool
  let erasedAt: Int?

  var said: String { String(decoding: code, as: UTF8.self) }

  init(_ row: StoredColumns, _ buffer: inout DigestBuffer) {
    code = row[0].bytes
    text = row.text(0)
    commitment = row.hash(8)
    hasContact = !row.isNull(5) || !row.isNull(6)
    hasIdentity = (1..<7).contains { !row.isNull($0) }
    erasedAt = row.isNull(10) ? nil : row.integer(10) ?? Int.min
    buffer.begin(with: Array("vigil.patient.v1".utf8) + [0])
    buffer.column(row[0])
    buffer.columns(row, 8..<10)
    added = buffer.digest
    guard !row.isNull(7) else {
      identity = nil
      contact = nil
      return
    }
    buffer.begin(with: Array("vigil.identity.v1".utf8) + [0])
    buffer.column(row[7])
    buffer.columns(row, 1..<5)
    identity = buffer.digest
    buffer.begin(with: Array("vigil.contact.v1".utf8) + [0])
    buffer.column(row[7])
    buffer.columns(row, 5..<7)
    contact = buffer.digest
  }

  static let atOnce = 5_000

  private static let columns = """
    SELECT code, name, birth_date, medical_record_number, allergies, address, emergency_number, salt,
      commitment, added_ms, erased_ms
    FROM patient
    """
  static let statement = "\(columns) WHERE code > ? ORDER BY code LIMIT \(atOnce)"
  static let one = "\(columns) WHERE code = ?"
}

extension Database {
  fileprivate func patientRows(_ sql: String, _ code: String) throws -> [PatientRow] {
    var rows: [PatientRow] = []
    var buffer = DigestBuffer()
    try eachStored(sql, [code]) { rows.append(PatientRow($0, &buffer)) }
    return rows
  }

  fileprivate func firstBindingAccesses(
    _ act: AccessAct,
    after number: Int
  ) throws -> [BindingAccess] {
    var accesses: [BindingAccess] = []
    try eachStored(BindingAccess.firstStatement, [act.rawValue, number]) { row in
      accesses.append(
        BindingAccess(
          number: row.integer(0) ?? 0,
          act: act.rawValue,
          subject: row.isNull(2) ? nil : row[2].bytes,
          digest: nil,
          at: row.integer(4) ?? 0
        )
      )
    }
    return accesses
  }
}
