import Monitoring
import RecordStore
import SessionRecord

extension LineResolution {
  /// Fills in what was open, unverified and due at each handover of the batch, as of its place in it.
  mutating func resolveHandovers(after known: SessionFold) {
    for (place, entry) in newEntries.enumerated() {
      guard case .presence(.handover(let handover)) = entry.content else { continue }
      let before = known.continued(by: Array(newEntries.prefix(place)))
      let assessment = before.assessment(asOf: lastKnown(log.entries))
      say(
        .presence(
          .handover(
            Handover(
              to: handover.to,
              flags: assessment.flags.filter(\.isOpen).map(\.number),
              unverified: assessment.chart.entries
                .filter { !$0.isVoid && $0.verifiedBy == nil && $0.content.isDoubted }
                .map(\.number),
              due: DueWords(assessment, in: terms.zone).text,
              remark: handover.remark
            )
          )
        ),
        at: place
      )
    }
  }
}

/// What is overdue, due and next, in the plain words that a handover keeps.
struct DueWords {
  private let readings: [DueReading]
  private let now: Instant
  private let zone: Zone

  init(_ assessment: Assessment, in zone: Zone) {
    readings = assessment.dueReadings
    now = assessment.asOf
    self.zone = zone
  }

  /// `overdue since 14:10: blood pressure; next 14:30: respiration`; nil where nothing is due by time.
  var text: String? {
    let overdue = readings.filter(\.isOverdue)
    let others = readings.filter { !$0.isOverdue }
    let running = others.filter { $0.due <= now }
    let next = others.filter { $0.due > now }
    let parts = [
      words("overdue since", overdue, at: \.overdueSince),
      words("due since", running) { $0.due },
      words("next", next.filter { $0.due == next.map(\.due).min() }) { $0.due },
    ]
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  /// What is wanted, under the earliest of its times.
  private func words(
    _ what: String,
    _ readings: [DueReading],
    at time: (DueReading) -> Instant?
  ) -> String? {
    guard let first = readings.compactMap(time).min() else { return nil }
    var titles: [String] = []
    for title in readings.map(\.group.title) where !titles.contains(title) { titles.append(title) }
    return "\(what) \(Stamp(first, in: zone).clock): \(titles.joined(separator: ", "))"
  }
}
