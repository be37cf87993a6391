import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Roles of clinicians` {
  @discardableResult
  private func list(
    _ code: String,
    _ roles: [ClinicianRole]?,
    by author: String = "LH",
    in ward: Ward
  ) throws -> ClinicianOutcome {
    try ward.supervision.list(
      clinician: try ClinicianCode(code),
      named: nil,
      roles: roles,
      by: try ClinicianCode(author),
      in: Ward.berlin
    )
  }

  @Test func `are asked of nobody while nobody is listed`() throws {
    let ward = try Ward()
    for role in ClinicianRole.allCases {
      try ward.supervision.require(role, of: ClinicianCode("XY"))
    }
  }

  @Test func `are each asked of exactly those who have them`() throws {
    let ward = try Ward()
    try list("LH", [.administrator], in: ward)
    try list("MB", [.prescriber], in: ward)
    try list("RV", [.reviewer], in: ward)
    try list("KO", nil, in: ward)
    let expected: [String: Set<ClinicianRole>] = [
      "LH": [.observer, .administrator], "MB": [.observer, .prescriber],
      "RV": [.observer, .reviewer], "KO": [.observer], "XY": [],
    ]
    for (text, roles) in expected {
      let code = try ClinicianCode(text)
      for role in ClinicianRole.allCases {
        let isAllowed = (try? ward.supervision.require(role, of: code)) != nil
        #expect(isAllowed == roles.contains(role), "\(text) as \(role.word)")
      }
    }
  }

  @Test func `a refusal says who has the role, and what gives it`() throws {
    let ward = try Ward()
    try list("LH", [.administrator, .reviewer], in: ward)
    let code = try ClinicianCode("KO")
    let nobody = #expect(throws: ClinicianRefusal.self) {
      try ward.supervision.require(.prescriber, of: code)
    }
    #expect(
      nobody?.description
        == "KO is not listed among the clinicians, and this takes a prescriber. Nobody has that role. "
        + "Nothing was stored. An administrator gives the role: "
        + "vigil clinician add KO --role prescriber --by …"
    )
    try list("KO", nil, in: ward)
    let lacking = #expect(throws: ClinicianRefusal.self) {
      try ward.supervision.require(.administrator, of: code)
    }
    #expect(
      lacking?.description
        == "KO is listed as observer, and this takes an administrator. The only administrator is LH. "
        + "Nothing was stored. Name one of them with --by; or one of them types: "
        + "vigil clinician add KO --role observer,administrator --by LH"
    )
  }

  @Test func `the first is an administrator, and the last stays one`() throws {
    let ward = try Ward()
    #expect(throws: ClinicianRefusal.self) { try list("KO", [.prescriber], in: ward) }
    #expect(try ward.supervision.store.clinicians().isEmpty)
    try list("LH", [.administrator], by: "XY", in: ward)
    let last = ClinicianRefusal.lastAdministrator(try ClinicianCode("LH"))
    #expect(throws: last) { try list("LH", [.prescriber], in: ward) }
    #expect(throws: last) {
      try ward.supervision.unlist(
        clinician: ClinicianCode("LH"),
        by: ClinicianCode("LH"),
        in: Ward.berlin
      )
    }
    #expect(throws: ClinicianRefusal.self) { try list("MB", [.administrator], by: "XY", in: ward) }
    #expect(throws: ClinicianRefusal.self) { try list("lh", [.administrator], in: ward) }
    try list("MB", [.administrator], in: ward)
    _ = try ward.supervision.unlist(
      clinician: ClinicianCode("LH"),
      by: ClinicianCode("MB"),
      in: Ward.berlin
    )
    #expect(try ward.supervision.store.clinicians().map(\.code.text) == ["MB"])
  }

  @Test func `naming who prescribed takes a prescriber, of an import too`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.adopt()
    try list("LH", [.administrator, .prescriber], in: ward)
    try list("KO", nil, in: ward)
    #expect(throws: ClinicianRefusal.self) {
      try bring(observations(), to: ward, prescriber: "KO")
    }
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: false).isEmpty)
  }

  @Test func `adopting and setting the clinic take an administrator`() throws {
    let ward = try Ward()
    try list("AD", [.administrator], in: ward)
    #expect(throws: ClinicianRefusal.self) { try ward.adopt() }
    #expect(throws: ClinicianRefusal.self) {
      try ward.supervision.set(
        clinic: { _ in try Clinic(name: "Northgate") },
        by: ClinicianCode("LH"),
        in: Ward.berlin
      )
    }
    #expect(try ward.supervision.store.adoptions().isEmpty)
    #expect(try ward.supervision.clinic() == nil)
    try list("LH", [.administrator], by: "AD", in: ward)
    try ward.adopt()
    #expect(try ward.supervision.store.adoptions().count == 1)
  }
}
