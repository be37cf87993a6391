import Monitoring
import SessionRecord

/// The screening of a session as a member of its report.
struct ScreeningJSON {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  var value: JSONValue {
    let screening = words.file.screening
    return .object([
      "entry": .optional(screening.entry?.number.value),
      "ofOtherPatient": .optional(screening.ofOther),
      "gates": .array(
        screening.findings.map { finding in
          ScreeningJSON.finding(
            finding,
            decision: screening.decision(on: finding.gate)?.entry.number
          )
        }
      ),
      "decisions": .array(screening.decisions.map(decision)),
      "holds": .array(screening.holds.map(hold)),
      "unread": .array(
        screening.unread.map { hold in
          .object([
            "gate": .string(hold.gate.id.text),
            "signs": .array(hold.signs.map { .string($0.key) }),
          ])
        }
      ),
      "undecided": .array(screening.undecided.map { .string($0.gate.text) }),
      "toCountersign": .array(screening.toCountersign.map { .integer($0.entry.number.value) }),
    ])
  }

  private static func finding(_ finding: GateFinding, decision: EntryNumber?) -> JSONValue {
    .object([
      "gate": .string(finding.gate.text),
      "level": .string(finding.level.word),
      "answer": .string(finding.answer.word),
      "holds": .bool(finding.holds),
      "basis": .string(finding.basis),
      "courseEntry": .optional(finding.entry?.value),
      "decision": .optional(finding.holds ? decision?.value : nil),
    ])
  }

  private func decision(_ standing: StandingDecision) -> JSONValue {
    let decision = standing.decision
    return .object([
      "entry": .integer(standing.entry.number.value),
      "at": time(standing.entry.observed.instant),
      "author": .string(standing.entry.original.author.text),
      "kind": .string(decision.kind == .prescriber ? "prescriber" : "observer"),
      "decidedBy": .string(decision.decidedBy.text),
      "byTelephone": .bool(decision.isByTelephone),
      "gates": .array(
        decision.gates.map {
          .object(["gate": .string($0.gate.text), "reason": .string($0.reason)])
        }
      ),
      "countersigned": standing.countersignature.map(countersignature) ?? .null,
    ])
  }

  private func countersignature(_ entry: ChartEntry) -> JSONValue {
    .object([
      "entry": .integer(entry.number.value),
      "at": time(entry.observed.instant),
      "by": .string(entry.original.author.text),
      "text": .optional(ScreeningNotice.words(of: entry)),
    ])
  }

  private func hold(_ hold: HoldStanding) -> JSONValue {
    .object([
      "gate": .string(hold.gate.id.text),
      "level": .string(hold.level.word),
      "flags": .array(hold.flags.map { .integer($0.number.value) }),
      "since": time(hold.since),
      "repeat": repeated(hold.repeated),
      "decision": .optional(hold.decision?.entry.number.value),
      "dose": hold.dose.map(time) ?? .null,
      "givenOver": .bool(hold.isGivenOver),
    ])
  }

  private func repeated(_ repeated: HoldStanding.Repeat) -> JSONValue {
    let (state, at) =
      switch repeated {
      case .due(let from): ("due", from)
      case .over(let at): ("over", at)
      case .inside(let at): ("inside", at)
      }
    return .object(["state": .string(state), "at": time(at)])
  }

  private func time(_ instant: Instant) -> JSONValue {
    .string(words.clock.stamp(instant).rfc3339)
  }
}
