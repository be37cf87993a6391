import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Adopting a protocol` {
  @Test func `lets sessions be opened with it, and says who adopted it and when`() throws {
    let ward = try Ward()
    try ward.at("09:00:00")
    let outcome = try ward.adopt("iv-0.5-40")
    let adoption = outcome.adoption
    #expect(outcome == .adopted(adoption, replacing: nil))
    #expect(adoption.id == ProtocolID("iv-0.5-40"))
    #expect(adoption.by == (try ClinicianCode("LH")))
    #expect(adoption.at == Stamp(try Ward.instant("09:00:00"), in: Ward.berlin))
    #expect(adoption.remark == nil)
    let number = try ward.open(under: "iv-0.5-40")
    let session = try #require(try ward.supervision.store.session(number))
    #expect(session.opening.monitoringProtocol.digest == adoption.digest)
    #expect(session.opening.monitoringProtocol.version == adoption.version)
  }

  @Test func `again adds nothing and says so`() throws {
    let ward = try Ward()
    let first = try ward.adopt(version: "mine").adoption
    #expect(try ward.adopt(version: "mine") == .alreadyAdopted(first))
    #expect(try ward.supervision.store.adoptions() == [first])
  }

  @Test func `with a finding takes a reason, which is kept`() throws {
    let ward = try Ward()
    let adoption = try ward.adopt(
      version: "mine",
      effect: "sleep mild",
      because: "typed so for years"
    ).adoption
    #expect(adoption.remark == "typed so for years")
    // It is in use: what was said of it once is not asked for again.
    #expect(try ward.adopt(version: "mine", effect: "sleep mild") == .alreadyAdopted(adoption))
  }

  @Test func `takes effect with the next session, and leaves an open one on its own`() throws {
    let ward = try Ward()
    for patient in ["P-014", "P-020"] {
      try ward.know(patient)
      try ward.clear(patient, under: Ward.own(version: "older"))
    }
    try ward.adopt(version: "older")
    _ = try ward.supervision.open(ward.request(version: "older"))
    try ward.adopt(version: "newer")
    try ward.type("120/80")
    #expect(throws: SupervisionRefusal.self) {
      try ward.supervision.open(ward.request("P-020", version: "older"))
    }
    _ = try ward.supervision.open(ward.request("P-020", version: "newer"))
    let versions = try ward.supervision.store.sessions(of: nil, openOnly: true)
      .map(\.opening.monitoringProtocol.version)
    #expect(versions == ["older", "newer"])
    #expect(try ward.file(1).monitoringProtocol.version == "older")
  }

  @Test func `of a version that has another text is refused, and nothing is kept`() throws {
    let ward = try Ward()
    let first = try ward.adopt(version: "mine").adoption
    let said = told { try ward.adopt(version: "mine", effect: "crying") }
    #expect(
      said
        == "Version mine of protocol iv-0.5-40 was adopted by LH with another text. Nothing was "
        + "adopted. Give the changed file a version of its own, and adopt that."
    )
    #expect(try ward.supervision.store.adoptions() == [first])
  }

  @Test func `for another drug or route takes a reason, which is kept`() throws {
    let ward = try Ward()
    let before = try ward.adopt(version: "mine").adoption
    let outcome = try ward.adopt(version: "nose", route: "intranasal", because: "a new clinic")
    #expect(outcome == .adopted(outcome.adoption, replacing: before))
    #expect(outcome.adoption.remark == "a new clinic")
    // The same command again is no new decision, with its reason or without.
    for reason in ["a new clinic", nil] {
      #expect(
        try ward.adopt(version: "nose", route: "intranasal", because: reason)
          == .alreadyAdopted(outcome.adoption)
      )
    }
    // And back again.
    #expect(told { try ward.adopt(version: "mine") } != nil)
    #expect(throws: Never.self) { try ward.adopt(version: "mine", because: "as it was") }
  }

  @Test func `under an id that differs only in its capitals is refused`() throws {
    let ward = try Ward()
    let first = try ward.adopt(version: "mine").adoption
    let said = told { try ward.adopt(version: "mine", id: "IV-0.5-40") }
    #expect(
      said
        == "IV-0.5-40 differs from the adopted protocol iv-0.5-40 only in its capitals. Nothing was "
        + "adopted. For a new version of it, write iv-0.5-40 as the id; for another protocol, choose "
        + "another id."
    )
    #expect(try ward.supervision.store.adoptions() == [first])
  }

  @Test func `of a text that is no protocol is refused`() throws {
    let ward = try Ward()
    let said = told {
      _ = try ward.supervision.adopt(
        protocolText: Array("{}".utf8),
        named: "mine.json",
        by: ClinicianCode("LH"),
        in: Ward.berlin
      )
    }
    #expect(said?.contains("mine.json") == true, "\(said ?? "not refused")")
    #expect(try ward.supervision.store.adoptions().isEmpty)
  }

  @Test func `is found again by its id, and by id and version`() throws {
    let ward = try Ward()
    let older = try ward.adopt(version: "older").adoption
    let outcome = try ward.adopt(version: "newer")
    let newer = outcome.adoption
    #expect(outcome == .adopted(newer, replacing: older))
    let names = ["iv-0.5-40", "iv-0.5-40@older", "iv-0.5-40@newer"]
    let found = try names.map { try ward.supervision.adoptedProtocol(named: $0) }
    #expect(found.map { $0?.adoption } == [newer, older, newer])
    #expect(found[1]?.text == (try Ward.own(version: "older")))
    #expect(found[0]?.text == (try Ward.own(version: "newer")))
    for name in ["im", "iv-0.5-40@never", "@older", ""] {
      #expect(try ward.supervision.adoptedProtocol(named: name) == nil, "\(name)")
    }
  }

  @Test(arguments: [RecordPurpose.training, .demonstration])
  func `is not needed where nobody is treated`(purpose: RecordPurpose) throws {
    let ward = try Ward(purpose)
    try ward.know("P-014")
    try ward.clear("P-014", under: Ward.text(of: "iv-0.5-40"))
    #expect(throws: Never.self) {
      try ward.supervision.open(ward.request(under: "iv-0.5-40", adopted: false))
    }
    #expect(try ward.supervision.store.adoptions().isEmpty)
  }
}

@Suite struct `SpO2 scale 2` {
  @Test func `is kept with the session, and named as the prescriber's`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    let file = try ward.supervision.open(
      ward.request(prescriber: "LH", spo2Scale: .two)
    )
    #expect(file.session.opening.spo2Scale == .two)
    #expect(file.session.opening.prescriber?.text == "LH")
    let stored = try #require(try ward.supervision.store.session(file.session.number))
    #expect(stored.opening.spo2Scale == .two)
  }

  @Test func `is not what a session has where nothing is said`() throws {
    let ward = try Ward()
    try ward.open()
    #expect(try ward.file().session.opening.spo2Scale == .one)
  }
}
