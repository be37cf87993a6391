package import Monitoring
package import SessionRecord

/// Why nothing was screened, opened or decided.
package enum ScreeningRefusal: Refusal, Hashable {
  case held(HeldOpening)
  /// *known* are the gates that could have been meant.
  case noSuchGate(GateID, known: [GateID])
  /// It is looked up in the record, and no answer counts for it.
  case lookedUp(GateID, GateRequirement)
  case needsWords(GateID, GateAnswer)
  /// Lines of answers that are not understood, from 1, each with what is wrong with it.
  case lines([BadLine])
  case noLines
  case doesNotHold(GateID, basis: String)
  case required(GateID)
  /// A hard gate is confirmed by nobody but the prescriber.
  case confirmedHard(GateID)
  case decidedTwice(GateID)
  case decidedBefore(GateID, EntryNumber)
  /// The set is to be repeated after a rest before anybody decides about it.
  case repeatFirst(GateID, from: String)
  case prescriberMissing(GateID)
  /// The prescriber does not type it, and it was not read back.
  ///
  /// *session* is the one that goes on; nil where none is open yet.
  case readBackMissing(ClinicianCode, author: ClinicianCode, session: String?)
  case authorMissing
  case reasonMissing(GateID)
  case nothingToCountersign(String)
  /// Only who decided can countersign.
  case othersDecision(String, decidedBy: [ClinicianCode], ClinicianCode)

  package struct BadLine: Hashable {
    package let number: Int
    package let text: String
    package let why: String
  }

  package var kind: RefusalKind {
    switch self {
    case .held, .required, .confirmedHard, .doesNotHold, .decidedBefore, .repeatFirst,
      .othersDecision:
      .notAllowed
    case .noSuchGate, .lookedUp, .needsWords, .lines, .noLines: .badInput
    case .decidedTwice, .prescriberMissing, .readBackMissing, .authorMissing, .reasonMissing:
      .usage
    case .nothingToCountersign: .notFound
    }
  }

  package var problem: String {
    switch self {
    case .held(let opening): opening.problem
    case .noSuchGate(let gate, let known):
      "There is no gate “\(gate)” here"
        + (known.isEmpty ? "." : "; there are \(ScreeningRefusal.listed(known)).")
        + " Nothing was stored."
    case .lookedUp(let gate, let requirement):
      "\(gate) is no question: \(ScreeningRefusal.how(requirement)). Nothing was stored."
    case .needsWords(let gate, let answer):
      "\(gate) \(answer.word) does not say who or what. Nothing was stored."
    case .lines(let lines):
      lines.map { "Line \($0.number), “\($0.text)”: \($0.why)" }.joined(separator: "\n")
        + "\nNothing was stored."
    case .noLines: "There is no answer in it. Nothing was stored."
    case .doesNotHold(let gate, let basis):
      "\(gate) does not hold: \(basis). Nothing was stored."
    case .required(let gate):
      "\(gate) is required: there is no session without it, on nobody's word. Nothing was stored."
    case .confirmedHard(let gate):
      "\(gate) is a hard gate: the prescriber decides, by name and with the reason. "
        + "Nothing was stored."
    case .decidedTwice(let gate): "\(gate) is decided twice. Nothing was stored."
    case .decidedBefore(let gate, let entry):
      "\(gate) is decided already, in #\(entry). Nothing was stored."
    case .repeatFirst(let gate, let from):
      "\(gate) is decided about after the set was repeated, from \(from) on. Nothing was stored."
    case .prescriberMissing(let gate):
      "\(gate) is the prescriber's decision, and none is named. Nothing was stored."
    case .readBackMissing(let prescriber, let author, _):
      "\(prescriber) decides, and \(author) types it: nobody says that it was read back. "
        + "Nothing was stored."
    case .authorMissing: "Who enters this? Nothing was stored."
    case .reasonMissing(let gate): "\(gate) is overridden without a reason. Nothing was stored."
    case .nothingToCountersign(let session):
      "No decision by telephone waits to be countersigned in \(session)."
    case .othersDecision(let session, let deciders, let by):
      "What waits in \(session) was decided by \(deciders.map(\.text).joined(separator: ", ")), "
        + "and \(by) cannot countersign it. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .held(let opening): opening.remedy
    case .noSuchGate(let gate, let known):
      nearest(to: gate.text, among: known.map(\.text)).map { "Did you mean \($0)?" }
    case .lookedUp(_, let requirement): ScreeningRefusal.entered(requirement)
    case .needsWords(let gate, let answer):
      // Who supervises is somebody of the clinic.
      "As: \(gate) \(answer.word) -- "
        + (gate.text.contains("clinician") ? "Dr. L. Hart" : "brother, D. Example")
    case .lines, .noLines:
      "A line is a gate's id and yes, no, unknown or not asked, as: glaucoma no; words follow after --"
    case .doesNotHold: "Leave it out."
    case .required, .confirmedHard, .decidedBefore, .nothingToCountersign: confirmedRemedy
    case .repeatFirst: "Let the patient rest, and repeat the set then."
    case .decidedTwice: "Give one reason for each gate."
    case .prescriberMissing: "Add --prescriber LH."
    case .readBackMissing(let prescriber, _, let session):
      "Read it back to \(prescriber), then add --read-back; \(prescriber) countersigns later: "
        + "vigil countersign \(session ?? "…") --by \(prescriber)"
    case .authorMissing: "Add --by KO, or set VIGIL_BY."
    case .reasonMissing(let gate): "As: '\(gate)=treated, letter of 2 Nov'"
    case .othersDecision(let session, let deciders, _):
      deciders.first.map { "vigil countersign \(session) --by \($0)" }
    }
  }

  private var confirmedRemedy: String? {
    guard case .confirmedHard(let gate) = self else { return nil }
    return "As: --prescriber LH --override '\(gate)=why'"
  }

  private static func listed(_ gates: [GateID]) -> String {
    gates.map(\.text).joined(separator: ", ")
  }

  private static func how(_ requirement: GateRequirement) -> String {
    switch requirement {
    case .answer: "a person answers it"
    case .age: "the birth date on file says it"
    case .consent: "the consent on file says it"
    case .tests: "the tests on file say it"
    case .scores: "the scores on file say it"
    case .contact: "the address and emergency number on file say it"
    case .rules: "the readings before the dose say it"
    }
  }

  private static func entered(_ requirement: GateRequirement) -> String? {
    switch requirement {
    case .answer, .age: nil
    case .consent: "vigil course consent P-014 (--help shows how)"
    case .tests: "vigil course lab P-014 (--help shows how)"
    case .scores: "vigil course score P-014 (--help shows how)"
    case .contact: "vigil patient contact P-014 (--help shows how)"
    case .rules: "Leave it out; vigil add records them in the session."
    }
  }
}
