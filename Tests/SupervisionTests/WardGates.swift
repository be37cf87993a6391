import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// Sessions under the protocols that ask something before them.
extension Ward {
  static let iv = "iv-0.5-40"
  static let remote = "sl-remote"

  /// A patient with everything on file under a protocol, but for the gates that a test answers itself.
  ///
  /// Of a remote protocol with address and emergency number too.
  func clear(
    but gates: [String],
    under name: String = Ward.iv,
    of patient: String = "P-014",
    contact: Bool = true
  ) throws {
    try know(patient)
    let isRemote = name == Ward.remote
    let text = try Ward.text(of: name)
    let day = Stamp(hands.now, in: Ward.berlin).civil.date
    let contents = try AllClear(text, remote: isRemote).contents(on: day).map { content in
      guard case .screening(.answers(let given)) = content else { return content }
      let left = given.answers.filter { !gates.contains($0.gate.text) }
      return Content.screening(.answers(try GateAnswers(left, source: given.source)))
    }
    _ = try supervision.record(
      course: contents,
      of: PatientCode(patient),
      by: ClinicianCode("KO"),
      observed: nil,
      in: Ward.berlin
    )
    guard isRemote, contact else { return }
    _ = try supervision.store.set(contactOf: PatientCode(patient), at: supervision.clock.now()) {
      _ in
      try Contact(address: "Example St 1", emergencyNumber: "112")
    }
  }

  func answer(
    _ gate: String,
    _ answer: GateAnswer,
    words: String? = nil,
    under name: String = Ward.iv
  ) throws {
    let given = GateAnswers.Answer(GateID(gate), answer, words: words)
    try supervision.screen(
      GateAnswers([given], source: .selfReport),
      of: PatientCode("P-014"),
      under: MonitoringProtocol(reading: Ward.text(of: name), from: name),
      by: ClinicianCode("KO"),
      in: Ward.berlin
    )
  }

  /// Opens a session with what was decided on the gates that hold.
  @discardableResult
  func start(
    under name: String = Ward.iv,
    by author: String = "KO",
    prescriber: String? = "LH",
    override: [String: String] = [:],
    confirm: [String: String?] = [:],
    readBack: Bool = false,
    began: Stamp? = nil,
    fromPaper: Bool = false
  ) throws -> SessionFile {
    try adopt(name)
    return try supervision.open(
      SessionRequest(
        patient: PatientCode("P-014"),
        protocolText: Ward.text(of: name),
        protocolName: name,
        setting: name == Ward.remote ? .telehealth : .clinic,
        zone: Ward.berlin,
        author: ClinicianCode(author),
        prescriber: try prescriber.map { try ClinicianCode($0) },
        weight: Quantity(.weight, 72),
        began: began,
        isFromPaper: fromPaper,
        overrides: override.sorted { $0.key < $1.key }
          .map { GateDecision.Reasoned(GateID($0.key), reason: $0.value) },
        confirmations: confirm.sorted { $0.key < $1.key }
          .map { GateDecision.Reasoned(confirming: GateID($0.key), words: $0.value) },
        isReadBack: readBack
      )
    )
  }

  func decide(
    _ gate: String,
    because reason: String = "anxious, 128/82 at home",
    prescriber: String? = "LH",
    readBack: Bool = false,
    by author: String = "KO"
  ) throws -> Recorded {
    try supervision.override(
      GateID(gate),
      because: reason,
      prescriber: try prescriber.map { try ClinicianCode($0) },
      isReadBack: readBack,
      in: SessionNumber(1),
      as: Authorship(author: ClinicianCode(author))
    )
  }

  func countersign(by author: String, words: String? = nil) throws -> Recorded {
    try supervision.countersign(SessionNumber(1), by: ClinicianCode(author), words: words)
  }
}
