import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

struct GatedOpeningTests {
  @Test func `opens where everything is clear, and says how each gate stood`() throws {
    let ward = try Ward()
    try ward.clear(but: [])
    let file = try ward.start()
    let findings = file.screening.findings
    let gates = file.monitoringProtocol.gates.compactMap { $0.level(in: .clinic) }.count
    #expect(findings.count == gates + file.monitoringProtocol.course.count)
    #expect(findings.filter(\.holds).isEmpty)
    #expect(file.log.map(\.content.kind) == [.opened, .screening])
    #expect(file.screening.isClear)
  }

  @Test func `its findings are struck out by nobody, and are nobody's last line`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(by: "LH", override: ["glaucoma": "treated"])
    let before = try ward.file().log.count
    for author in ["LH", "KO"] {
      #expect(
        told { try ward.type("void #2 -- not asked", by: author) }
          == "#2 is a screening entry and cannot be voided. Nothing was stored."
      )
      #expect(told { try ward.type("void last -- slip", by: author) } != nil)
      #expect(told { try ward.type("undo", by: author) } != nil)
    }
    #expect(try ward.file().log.count == before)
    // What a person decided of them is a person's, and can be withdrawn by its number.
    try ward.type("void #3 -- of another patient", by: "LH")
    #expect(try ward.entry(3).isVoid)
  }

  @Test func `writes no screening under a protocol that asks nothing`() throws {
    let ward = try Ward()
    try ward.open()
    #expect(try ward.file().log.map(\.content.kind) == [.opened])
    #expect(try ward.file().screening.entry == nil)
  }

  @Test func `names each gate that holds, on what that rests and what to type`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma", "sud-remission", "suitable"])
    try ward.answer("sud-remission", .yes)
    try ward.answer("suitable", .unknown)
    let said = try #require(told { try ward.start() })
    for words in [
      "3 gates hold. No session was opened.",
      "glaucoma (hard): raised intraocular pressure, or uncontrolled glaucoma: not asked",
      "suitable (hard): the prescriber finds the patient suitable today: unknown, self-report",
      "sud-remission (soft): substance use disorder in remission: yes, self-report, asked "
        + "2026-11-19 by KO",
      "vigil screening P-014 --protocol iv-0.5-40 --by KO",
      "--override 'suitable=why' --override 'glaucoma=why'", "--confirm 'sud-remission=why'",
    ] {
      #expect(said.contains(words), "\(words) is not in: \(said)")
    }
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: false).isEmpty)
  }

  /// Every question of the clinic in the three answers that are not clear.
  @Test func `is held by each wrong, unknown and missing answer`() throws {
    let iv = try MonitoringProtocol(reading: Ward.text(of: Ward.iv), from: Ward.iv)
    for gate in iv.gates {
      guard case .answer(let clear, let needsWords, _) = gate.requirement else { continue }
      let wrong: GateAnswer = clear == .yes ? .no : .yes
      for answer in [wrong, .unknown, .notAsked, clear] {
        let ward = try Ward()
        try ward.clear(but: [gate.id.text])
        let words = needsWords && answer == clear ? "D. Example" : nil
        if answer != .notAsked { try ward.answer(gate.id.text, answer, words: words) }
        let said = told { try ward.start() }
        #expect((said == nil) == (answer == clear), "\(gate.id) \(answer): \(said ?? "opened")")
        #expect(said?.contains("  \(gate.id) (") ?? true)
      }
    }
  }

  @Test func `goes on by the prescriber's own decision`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    let file = try ward.start(by: "LH", override: ["glaucoma": "treated, letter of 2 Nov"])
    let decision = try #require(file.screening.decisions.first)
    #expect(decision.decision.decidedBy.text == "LH")
    #expect(!decision.decision.isByTelephone)
    #expect(!decision.isOpen)
    #expect(file.screening.undecided.isEmpty)
    #expect(file.log.map(\.content.kind) == [.opened, .screening, .screening])
    #expect(Set(file.log.map(\.commit)).count == 1)
  }

  @Test func `takes a decision by telephone only where it was read back`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    let said = told { try ward.start(override: ["glaucoma": "treated"]) }
    #expect(said?.contains("nobody says that it was read back") ?? false)
    let file = try ward.start(override: ["glaucoma": "treated"], readBack: true)
    #expect(file.screening.toCountersign.count == 1)

    #expect(told { _ = try ward.countersign(by: "MB") }?.contains("decided by LH") ?? false)
    #expect(try ward.file().screening.toCountersign.count == 1)
    let recorded = try ward.countersign(by: "LH", words: "as discussed")
    #expect(recorded.file.screening.toCountersign.isEmpty)
    #expect(
      told { _ = try ward.countersign(by: "LH") }?
        .contains("waits to be countersigned") ?? false
    )
  }

  @Test func `countersigns once the session is closed, which stays closed`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(override: ["glaucoma": "treated"], readBack: true)
    var leaving = LeavingRequest()
    leaving.decidedBy = try ClinicianCode("LH")
    _ = try ward.supervision.end(SessionNumber(1), by: ClinicianCode("KO"), leaving)
    #expect(try ward.countersign(by: "LH").file.session.state == .closed)
  }

  @Test func `a withdrawn countersignature leaves the decision open`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(override: ["glaucoma": "treated"], readBack: true)
    let signed = try #require(try ward.countersign(by: "LH").new.first)
    try ward.type("void #\(signed) -- signed the wrong session", by: "LH")
    #expect(try ward.file().screening.toCountersign.count == 1)
  }

  @Test func `an open countersignature is a task until it is signed`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(override: ["glaucoma": "treated"], readBack: true)
    func open() throws -> [String] {
      try ward.supervision.openTasks().compactMap(\.countersigner?.text)
    }
    #expect(try open() == ["LH"])
    var leaving = LeavingRequest()
    leaving.decidedBy = try ClinicianCode("LH")
    _ = try ward.supervision.end(SessionNumber(1), by: ClinicianCode("KO"), leaving)
    #expect(try open() == ["LH"])
    #expect(try ward.supervision.openTasks(of: PatientCode("P-014")).count == 1)
    _ = try ward.countersign(by: "LH")
    #expect(try open().isEmpty)
  }

  @Test func `what is remarkable holds, and no finding is proposed`() throws {
    let ward = try Ward()
    try ward.clear(but: [])
    try ward.enter(
      .course(
        .laboratory(
          try LaboratoryResult(.ecg, .remarkable, day: "2026-11-19", words: "long QT")
        )
      )
    )
    let said = try #require(told { try ward.start() })
    #expect(said.contains("ECG remarkable: long QT, 2026-11-19; renal function 2026-11-19"))
    #expect(said.contains("--confirm 'labs=why'"))
    #expect(!said.contains("vigil course lab"))
    #expect(try ward.start(confirm: ["labs": "LH knows"]).session.isOpen)
  }

  @Test func `proposes no answer that nobody gave`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    let said = try #require(told { try ward.start() })
    #expect(said.contains("vigil course lab P-014 ecg FINDING --day …"))
    #expect(said.contains("vigil course consent P-014 --document … --version … --signed … --by KO"))
    #expect(!said.contains("ecg unremarkable"))
  }

  @Test func `confirms what is soft, and nothing else`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma", "urinary"])
    let both = ["glaucoma": nil, "urinary": nil] as [String: String?]
    #expect(told { try ward.start(confirm: both) }?.contains("glaucoma is a hard gate") ?? false)
    try ward.answer("glaucoma", .no)
    let file = try ward.start(confirm: ["urinary": "since spring, no pain"])
    #expect(file.screening.decisions.map(\.decision.kind) == [.observer])
    let reason = file.screening.decisions.first?.reason(for: GateID("urinary"))
    #expect(reason == "since spring, no pain")
  }

  @Test func `refuses to decide what does not hold, is not asked, or is decided twice`() throws {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    #expect(
      told { try ward.start(override: ["mania": "calm"], readBack: true) }?
        .hasPrefix("mania does not hold: no, self-report") ?? false
    )
    #expect(
      told { try ward.start(override: ["glaucom": "treated"], readBack: true) }?
        .hasSuffix("Did you mean glaucoma?") ?? false
    )
    #expect(
      told {
        try ward.start(
          override: ["glaucoma": "treated"],
          confirm: ["glaucoma": nil],
          readBack: true
        )
      }?.hasPrefix("glaucoma is decided twice") ?? false
    )
    #expect(
      told { try ward.start(prescriber: nil, override: ["glaucoma": "treated"]) }?
        .contains("none is named") ?? false
    )
  }

  // MARK: - Remote

  @Test(arguments: ["chaperone", "supervising-clinician", "cuff", "oximeter"])
  func `opens no remote session without what is required, on nobody's word`(
    gate: String
  ) throws {
    let ward = try Ward()
    try ward.clear(but: [gate], under: Ward.remote)
    let said = try #require(told { try ward.start(under: Ward.remote) })
    #expect(said.contains("\(gate) is required: there is no session without"))
    #expect(
      told { try ward.start(under: Ward.remote, by: "LH", override: [gate: "knows her"]) }?
        .hasPrefix("\(gate) is required") ?? false
    )
    #expect(
      told { try ward.start(under: Ward.remote, by: "LH", confirm: [gate: "knows her"]) }?
        .hasPrefix("\(gate) is required") ?? false
    )
    let needsWords = !["cuff", "oximeter"].contains(gate)
    try ward.answer(gate, .yes, words: needsWords ? "D. Example" : nil, under: Ward.remote)
    #expect(try ward.start(under: Ward.remote).session.isOpen)
  }

  @Test func `opens no remote session without address and emergency number`() throws {
    let ward = try Ward()
    try ward.clear(but: [], under: Ward.remote, contact: false)
    let said = try #require(told { try ward.start(under: Ward.remote) })
    #expect(said.contains("no address and no emergency number on file"))
    #expect(said.contains("vigil patient contact P-014"))
  }

  // MARK: - What has happened

  @Test func `holds nothing of a paper chart, and shows what was known`() throws {
    let ward = try Ward()
    try ward.know("P-014")
    let began = Stamp(try Ward.instant("09:00:00", day: -1), in: Ward.berlin)
    let file = try ward.start(began: began, fromPaper: true)
    #expect(file.session.opened == began)
    #expect(file.log.allSatisfy { $0.source == .paper && $0.observed == began })
    #expect(file.screening.undecided.contains { $0.gate == GateID("glaucoma") })
    #expect(!file.screening.isClear)
    let decided = try ward.decide("glaucoma", because: "by the paper chart", by: "LH")
    #expect(!decided.file.screening.undecided.contains { $0.gate == GateID("glaucoma") })
  }

  @Test func `asks nothing of a patient who has an open session`() throws {
    let ward = try Ward()
    try ward.open()
    #expect(told { try ward.start() }?.hasPrefix("P-014 already has an open session") ?? false)
  }

  @Test func `relies on an answer until it is too old, also where a clock stepped back`() throws {
    let ward = try Ward()
    try ward.clear(but: [])
    let asked = ward.hands.now
    ward.hands.now = asked + TimeSpan(milliseconds: TimeSpan.hours(12).milliseconds + 1)
    #expect(told { try ward.start() }?.contains("more than 12 hours before") ?? false)
    ward.hands.now = asked - .minutes(2)
    #expect(try ward.start().session.isOpen)
  }
}
