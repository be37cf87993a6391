import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// Where the nurses of a day type: what each act comes to, through `Supervision`.
struct DayDesk {
  let supervision: Supervision
  let zone: Zone
  /// What an act called an entry, and its number.
  private var named: [String: Int] = [:]

  init(supervision: Supervision, zone: Zone) {
    self.supervision = supervision
    self.zone = zone
  }

  func open(_ plan: SessionPlan, at now: Instant) throws -> SessionFile {
    let patient = try PatientCode("P-\(plan.session + 1)")
    _ = try supervision.store.add(
      patient: patient,
      identity: Identity(name: "Made Up", birthDate: "1984-03-12"),
      at: now
    )
    return try supervision.open(
      SessionRequest(
        patient: patient,
        protocolText: try StoryProtocol.text(named: plan.dayProtocol.name + ", plain rules"),
        protocolName: plan.dayProtocol.name,
        setting: .clinic,
        zone: zone,
        author: try ClinicianCode(plan.author),
        prescriber: nil,
        weight: try Quantity(.weight, 72)
      )
    )
  }

  /// Nil where what it is about was never entered.
  mutating func record(_ act: PlannedAct, in number: SessionNumber) throws -> Recorded? {
    let recorded = try recorded(act, in: number)
    if let name = act.name, let new = recorded?.new.last { named[name] = new.value }
    return recorded
  }

  private func recorded(_ act: PlannedAct, in number: SessionNumber) throws -> Recorded? {
    let author = try ClinicianCode(act.author)
    switch act.kind {
    case .open: return nil
    case .answer:
      let answers = [CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)]
      return try supervision.answer(answers, in: number, by: author)
    case .close:
      var request = LeavingRequest()
      request.reasons = [(nil, "goes back to the ward")]
      return try supervision.end(number, by: author, request)
    case .type, .typeLater, .putOff, .correct, .move, .withdraw, .undo, .acknowledge:
      guard let line = line(of: act) else { return nil }
      return try supervision.record([.line(line)], in: number, as: Authorship(author: author))
    }
  }

  /// As it is typed; nil where what it is about was never entered.
  private func line(of act: PlannedAct) -> String? {
    let clock = { (instant: Instant) in Stamp(instant, in: zone).civil.clockWithSeconds }
    switch act.kind {
    case .type(let line, _): return line
    case .typeLater(let line, let observed, _): return "@\(clock(observed)) \(line)"
    case .putOff(_, let words): return words
    case .correct(let name, let change):
      return named[name].map { "fix #\($0) \(change) -- misread" }
    case .move(let name, let to): return named[name].map { "fix #\($0) @\(clock(to)) -- misread" }
    case .withdraw(let name): return named[name].map { "void #\($0) -- wrong patient" }
    case .undo: return "undo"
    case .acknowledge: return "ack all looked after"
    case .open, .answer, .close: return nil
    }
  }
}

extension PlannedAct {
  /// What it calls the entry that it makes.
  fileprivate var name: String? {
    switch kind {
    case .type(_, let name), .typeLater(_, _, let name): name
    case .close(let name): name
    case .open, .putOff, .correct, .move, .withdraw, .undo, .acknowledge, .answer: nil
    }
  }
}
