import Foundation
import Monitoring
import SessionRecord
import TestSupport

extension RuleVector {
  struct NotUnderstood: Error { let entry: Entry }

  static let start = Instant(milliseconds: 1_795_600_800_000)

  static func instant(_ seconds: Int) -> Instant { start + .seconds(seconds) }

  /// What the engine makes of the session, where that is not what the vector says; nil where it is.
  func difference(under monitoringProtocol: MonitoringProtocol) throws -> String? {
    let protocolAsked =
      on == true
      ? monitoringProtocol.changingRules { $0.id.text == rule ? $0.switched(off: false) : $0 }
      : monitoringProtocol
    let found = assess(
      try log(under: protocolAsked),
      under: protocolAsked,
      asOf: RuleVector.instant(asOf)
    ).flags.filter { $0.retractedBy == nil }.map(RuleVector.Flag.init)
    let concerned = Set(flags.map(\.rule) + not)
    let own = found.filter { concerned.contains($0.rule) }
    guard own != flags else { return nil }
    return "\(protocolAsked.id) \(rule), \(about): expected \(flags), found \(own)"
  }

  private func log(under monitoringProtocol: MonitoringProtocol) throws -> [SessionRecord.Entry] {
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: monitoringProtocol.id,
        version: monitoringProtocol.version,
        digest: .zero
      ),
      setting: monitoringProtocol.settings.first ?? .clinic,
      zone: "UTC",
      prescriber: try ClinicianCode("MH"),
      spo2Scale: spo2Scale == 2 ? .two : .one
    )
    let author = try ClinicianCode("KO")
    let contents =
      try [(0, Content.opened(opening))]
      + entries.map { ($0.at, try $0.content(formulary: monitoringProtocol.formulary)) }
    return contents.enumerated().map { place, content in
      let observed = Stamp(RuleVector.instant(content.0), offsetMinutes: 0)
      return SessionRecord.Entry(
        Draft(id: EntryID(UUID()), observed: observed, author: author, content: content.1),
        stream: .session(SessionNumber(1)),
        number: EntryNumber(place + 1),
        commit: CommitNumber(place + 1),
        recorded: observed,
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: UUID()
      )
    }
  }
}

extension RuleVector.Flag {
  /// A flag that the engine found, in the words of a vector.
  init(_ flag: SessionRecord.Flag) {
    func seconds(_ instant: Instant) -> Int {
      (instant - RuleVector.start).milliseconds / 1_000
    }
    let (state, at): (State, Instant?) =
      switch flag.state {
      case .unconfirmed: (.unconfirmed, nil)
      case .confirmed(let at, repeated: true): (.confirmed, at)
      case .confirmed(let at, repeated: false): (.confirmedWithoutRepeat, at)
      case .clearedOnRepeat(let at): (.clearedOnRepeat, at)
      case .cleared(let at, _): (.cleared, at)
      }
    self.init(
      rule: flag.identity.rule.text,
      raised: seconds(flag.raised),
      state: state,
      at: at.map(seconds)
    )
  }
}

extension RuleVector.Entry {
  func content(formulary: Formulary) throws -> Content {
    if let vitals { return .vitals(try Vitals(vector: vitals, unverified: unverified == true)) }
    if let effect {
      return .effect(
        SideEffect(
          EffectName(effect),
          grade: try grade.map(Self.grade),
          course: course == "gone" ? .gone : course == "absent" ? .absent : nil,
          distressing: distressing == true
        )
      )
    }
    if let scale, let score {
      return .scale(ScaleScore(scale: scale, score: score, items: items ?? []))
    }
    if dose == "own" {
      return .dose(
        try Dose(
          drug: formulary.ownDrug,
          amount: try Amount(thousandths: 20_000, .milligram),
          route: formulary.ownRoute,
          overMinutes: over
        )
      )
    }
    switch infusion {
    case "start": return .infusion(.start)
    case "pause": return .infusion(.pause)
    case "resume": return .infusion(.resume)
    case "stop": return .infusion(.stop(given: .notKnown))
    default: break
    }
    guard note == true else { throw RuleVector.NotUnderstood(entry: self) }
    return .note("seen")
  }

  private static func grade(_ words: String) throws -> Grade {
    if let severity = Severity(word: words) { return .words(severity) }
    return try Grade(rating: Int(words.prefix { $0 != "/" }) ?? -1)
  }
}

extension Vitals {
  struct UnknownSign: Error { let key: String }

  /// A set as a vector writes it.
  init(vector: [String: String], unverified: Bool = false) throws {
    var readings: [VitalSign: Reading] = [:]
    for (key, words) in vector {
      guard let sign = VitalSign(key: key) else { throw UnknownSign(key: key) }
      switch words {
      case "unrecordable": readings[sign] = .unrecordable
      case "room air": readings[sign] = .roomAir
      default:
        let level = Consciousness(letter: String(words.prefix(1)))
        let quantity =
          if sign == .consciousness, let level {
            Quantity(level)
          } else {
            try Quantity(sign, thousandths: DecimalWords(words).thousandths)
          }
        readings[sign] = .measured(quantity, verified: !unverified)
      }
    }
    try self.init(readings, isConfusionExpected: vector["acvpu"] == "C expected")
  }
}
