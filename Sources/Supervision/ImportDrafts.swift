import Foundation
import Monitoring
import RecordStore
import SessionRecord

/// Drafts of a file's observations, each with the id that its own words give it, on the clock of the
/// session's zone.
func importDrafts(
  _ observations: [ImportedObservation],
  patient: PatientCode,
  zone: Zone,
  document: String,
  author: ClinicianCode
) -> [Draft] {
  var seen: [String: Int] = [:]
  var drafts: [Draft] = []
  drafts.reserveCapacity(observations.count)
  for observation in observations {
    let key = "\(patient)\u{0}\(observation.observed.instant.milliseconds)\u{0}\(observation.words)"
    let ordinal = seen[key, default: 0]
    seen[key] = ordinal + 1
    for (place, content) in observation.contents.enumerated() {
      drafts.append(
        Draft(
          id: EntryID(digesting: Array("\(key)\u{0}\(ordinal)\u{0}\(place)".utf8)),
          observed: Stamp(observation.observed.instant, in: zone),
          author: author,
          source: .imported(document: document),
          content: content
        )
      )
    }
  }
  return drafts
}

/// The drafts, in observed order, with what is not expected marked, given what the session holds.
func doubting(_ drafts: [Draft], after chart: Chart, in target: ImportTarget) -> [Draft] {
  var verified = VerifiedValues(chart)
  let formulary = target.monitoringProtocol.formulary
  return drafts.sorted { $0.observed.instant < $1.observed.instant }.map { draft in
    let content: Content
    switch draft.content {
    case .vitals(let vitals):
      let doubted = vitals.doubted(after: verified.recent(at: draft.observed.instant))
      verified.add(doubted, at: draft.observed.instant)
      content = .vitals(doubted)
    case .dose(let dose):
      let doubts = formulary.doubts(about: dose, weight: target.weight?.thousandths)
      content = .dose(dose.doubted(doubts))
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed:
      content = draft.content
    }
    return Draft(
      id: draft.id,
      observed: draft.observed,
      author: draft.author,
      observer: draft.observer,
      source: draft.source,
      room: draft.room,
      content: content
    )
  }
}

extension Draft {
  /// The same draft under an id for a further attempt, when what was imported before is struck out.
  func identified(asAttempt attempt: Int) -> Draft {
    Draft(
      id: EntryID(digesting: Array("\(id.uuid.uuidString)\u{0}\(attempt)".utf8)),
      observed: observed,
      author: author,
      observer: observer,
      source: source,
      room: room,
      content: content
    )
  }
}
