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
  var number = chart.entries.last?.number.value ?? 0
  return drafts.sorted { $0.observed.instant < $1.observed.instant }.map { draft in
    let content = draft.content.doubted(
      at: draft.observed.instant,
      after: verified,
      formulary: target.monitoringProtocol.formulary,
      weightAsOpened: target.weight
    )
    number += 1
    if case .vitals(let vitals) = content {
      verified.add(vitals, observed: draft.observed.instant, by: EntryNumber(number))
    }
    return draft.saying(content)
  }
}
