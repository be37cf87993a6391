import GRDB
package import SessionRecord

/// What became of setting a clinician.
package enum ClinicianOutcome: Hashable {
  /// *replacing* is what stood before; nil where the code was never listed.
  case set(ClinicianSetting, replacing: ClinicianSetting?)
  /// It is the same in every part; nothing was added.
  case alreadySet(ClinicianSetting)

  package var setting: ClinicianSetting {
    switch self {
    case .set(let setting, _), .alreadySet(let setting): setting
    }
  }
}

extension RecordStore {
  /// Lists a clinician, changes what is known of them, or takes them off the list.
  ///
  /// *change* makes it of everybody who was ever listed, inside the transaction: two who take away one
  /// administrator each cannot leave none. What it throws is passed on, and nothing is stored.
  package func set(
    clinician change: ([ClinicianSetting]) throws -> (clinician: Clinician, isListed: Bool),
    by author: ClinicianCode,
    at stamp: Stamp
  ) throws -> ClinicianOutcome {
    try RecordRefusal.ofSetting("vigil clinician list") {
      try committing { database in
        let standing = try database.standingClinicians()
        let (clinician, isListed) = try change(standing)
        let before = standing.first { $0.clinician.code == clinician.code }
        if let before, before.clinician == clinician, before.isListed == isListed {
          return .alreadySet(before)
        }
        let setting = ClinicianSetting(clinician, isListed: isListed, by: author, at: stamp)
        try database.insert(setting)
        try bind(.clinician, of: clinician.code.text, by: .clinician(author), at: stamp, database)
        return .set(setting, replacing: before)
      } presence: { database, outcome in
        try database.clinicianSettings().last {
          $0.clinician.code == outcome.setting.clinician.code
        }
          == outcome.setting ? .all : .none
      }
    }
  }

  /// Everybody who is listed now, by code.
  package func clinicians() throws -> [Clinician] {
    try standingClinicians().filter(\.isListed).map(\.clinician)
  }

  /// The newest that was set of every code that was ever listed, by code.
  package func standingClinicians() throws -> [ClinicianSetting] {
    try reading { try $0.standingClinicians() }
  }

  /// All that was set, in the order in which that was done.
  package func clinicianSettings() throws -> [ClinicianSetting] {
    try reading { try $0.clinicianSettings() }
  }
}

extension Database {
  fileprivate func standingClinicians() throws -> [ClinicianSetting] {
    var newest: [ClinicianCode: ClinicianSetting] = [:]
    for setting in try clinicianSettings() { newest[setting.clinician.code] = setting }
    return newest.values.sorted { $0.clinician.code < $1.clinician.code }
  }

  fileprivate func clinicianSettings() throws -> [ClinicianSetting] {
    try rows(
      """
      SELECT code, name, roles, listed, clinician, set_ms, set_offset FROM clinician ORDER BY number
      """
    ) { row in
      do {
        guard let at = Stamp(milliseconds: try row.integer(5), offset: try row.integer(6)) else {
          throw UnexpectedColumn()
        }
        let roles = try row.integer(2)
        return ClinicianSetting(
          try Clinician(
            code: try ClinicianCode(stored: try row.text(0)),
            name: try row.optionalText(1),
            roles: ClinicianRole.allCases.filter { roles & $0.bit != 0 }
          ),
          isListed: try row.integer(3) == 1,
          by: try ClinicianCode(stored: try row.text(4)),
          at: at
        )
      } catch is any Refusal {
        // A code or a name that nobody can have.
        throw UnexpectedColumn()
      }
    }
  }

  fileprivate func insert(_ setting: ClinicianSetting) throws {
    let clinician = setting.clinician
    guard clinician.name.fitsColumn else { throw RecordRefusal.notStorable(what: "name") }
    try run(
      """
      INSERT INTO clinician (number, code, name, roles, listed, clinician, set_ms, set_offset)
      VALUES (1 + (SELECT count(*) FROM clinician), ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        clinician.code.text, clinician.name, clinician.roles.reduce(0) { $0 | $1.bit },
        setting.isListed, setting.by.text, setting.at.instant.milliseconds,
        setting.at.offsetMinutes,
      ]
    )
  }
}

extension ClinicianRole {
  /// As the column `roles` adds them up.
  fileprivate var bit: Int { 1 << (rawValue - 1) }
}
