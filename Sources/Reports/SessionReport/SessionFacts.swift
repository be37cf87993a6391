import Monitoring
import SessionRecord

/// Whose session it is, under what, and how far the record of it goes, a line each.
struct SessionFacts {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    let patient = PatientFacts(words.file.patient, onPaper: words.clock.isOnPaper)
    for line in patient.lines { page.add(line) }
    page.add(Phrase("indication: \(indication)"))
    page.add(Phrase(weight))
    page.add(Phrase("protocol: \(boundProtocol)"))
    if let extent { page.add(Phrase(extent)) }
  }

  var indication: String { words.file.session.opening.indication ?? "not given" }

  var weight: String {
    words.weight.map { "weight of the day: \(words.values.value($0))" }
      ?? "weight of the day: not given, so mg/kg stays blank"
  }

  var boundProtocol: String {
    let reference = words.file.session.opening.monitoringProtocol
    return "\(reference.id.text) version \(reference.version), "
      + "\(words.file.monitoringProtocol.title) (\(reference.digest.short))"
  }

  /// `26 entries, the last recorded 2026-11-19 15:33; flags as of 2026-11-19 15:34`.
  var extent: String? {
    words.file.log.last.map { last in
      "\(counted(words.file.log.count, "entry", "entries")), the last recorded "
        + "\(words.clock.dateAndClock(last.recorded.instant)); flags as of "
        + words.clock.dateAndClock(words.file.assessment.asOf)
    }
  }
}
