import Monitoring
import RecordStore
import SessionRecord
import Shorthand

/// The doses that a person gives with an imported file, each a line with its time.
struct ImportedDoses {
  private let patient: PatientCode
  private let zone: Zone
  private let author: ClinicianCode
  private let vocabulary: Vocabulary
  /// From the file's first observation to its last.
  private let span: ClosedRange<Instant>
  private let now: Instant

  init(
    patient: PatientCode,
    zone: Zone,
    author: ClinicianCode,
    vocabularyOf monitoringProtocol: MonitoringProtocol,
    over observed: [Instant],
    now: Instant
  ) {
    self.patient = patient
    self.zone = zone
    self.author = author
    self.now = now
    vocabulary = Vocabulary(of: monitoringProtocol)
    span = (observed.min() ?? now)...(observed.max() ?? now)
  }

  /// One draft a line; the same line twice is two doses.
  func drafts(_ lines: [String]) throws -> [Draft] {
    var seen: [String: Int] = [:]
    return try lines.map { line in
      let (content, observed) = try dose(line)
      let key = "\(patient)\u{0}\(observed.instant.milliseconds)\u{0}dose\u{0}\(line)"
      let ordinal = seen[key, default: 0]
      seen[key] = ordinal + 1
      return Draft(
        id: EntryID(digesting: Array("\(key)\u{0}\(ordinal)".utf8)),
        observed: observed,
        author: author,
        content: content
      )
    }
  }

  /// A clock time means the day on which it is in the file's span, or else the nearest to it.
  private func dose(_ line: String) throws -> (Content, Stamp) {
    let (content, before) = try read(line, by: span.upperBound)
    switch content.kind {
    case .dose, .infusion: break
    case .opened, .vitals, .effect, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      throw SupervisionRefusal.notADose(line)
    }
    guard let before, !line.hasPrefix("@-") else {
      throw SupervisionRefusal.doseWithoutTime(line)
    }
    guard before.instant < span.lowerBound, let later = try next(line),
      later.instant - span.upperBound < span.lowerBound - before.instant
    else { return (content, before) }
    return (content, later)
  }

  /// When the line's clock time comes next after the file's last observation; nil where that is not
  /// yet, and the time before it is the only one that can be meant.
  private func next(_ line: String) throws -> Stamp? {
    do {
      return try read(line, by: min(span.upperBound + .hours(24), now)).1
    } catch is LineRefusal {
      // The line itself was read before: only its time can be refused here.
      return nil
    }
  }

  private func read(_ line: String, by latest: Instant) throws -> (Content, Stamp?) {
    let context = LineContext(now: latest, zone: zone, vocabulary: vocabulary, reach: nil)
    guard case .entry(let content, let observed, _) = try TypedLine(line, in: context) else {
      throw SupervisionRefusal.notADose(line)
    }
    return (content, observed)
  }
}
