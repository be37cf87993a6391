import Monitoring
import SessionRecord

/// What is overdue, due and next in a session, in one line or two.
struct DuePhrases {
  private let hasSchedule: Bool
  private let readings: [DueReading]
  private let timeZero: Instant?
  private let now: Instant
  private let clock: SessionClock
  /// The protocol's drug, where another was given and the schedule waits for this one.
  private let awaited: String?

  init(_ words: SessionWords) {
    self.init(
      words.file.assessment.dueReadings,
      under: words.file.monitoringProtocol.schedule,
      timeZero: words.file.assessment.timeZero,
      now: words.file.assessment.asOf,
      clock: words.clock,
      awaited: words.file.assessment.timeZero != nil || words.file.exposure.given.isEmpty
        ? nil : words.file.monitoringProtocol.formulary.ownDrug
    )
  }

  init(
    _ readings: [DueReading],
    under schedule: Schedule,
    timeZero: Instant?,
    now: Instant,
    clock: SessionClock,
    awaited: String? = nil
  ) {
    hasSchedule = !schedule.groups.isEmpty
    self.readings = readings
    self.timeZero = timeZero
    self.now = now
    self.clock = clock
    self.awaited = awaited
  }

  /// Nil under a protocol without a schedule.
  ///
  /// *saysHowLong* tells for how long what is overdue should have been taken, instead of since when it
  /// is overdue.
  func phrase(saysHowLong: Bool = false) -> Phrase? {
    guard hasSchedule else { return nil }
    guard !readings.isEmpty else {
      guard timeZero == nil else { return "Nothing more is due: the schedule is over." }
      return awaited.map {
        "The schedule starts with \($0), and none of it was given: nothing is due by time."
      } ?? "The schedule starts with the dose."
    }
    let items = DueItem.items(readings)
    var parts: [Phrase] = []
    let overdue = items.filter { $0.overdueSince != nil }
    if !overdue.isEmpty { parts.append(self.overdue(overdue, saysHowLong: saysHowLong)) }
    let others = items.filter { $0.overdueSince == nil }
    let running = others.filter { $0.due <= now }
    if !running.isEmpty {
      parts.append(Phrase("Due now: \(running.map(dueNow).joined(separator: "; "))."))
    }
    let coming = others.filter { $0.due > now }
    if let first = coming.map(\.due).min() {
      let next = coming.filter { $0.due == first }.map(next)
      parts.append(Phrase("Next: \(next.joined(separator: "; "))."))
    }
    return parts.joined(" ")
  }

  private func overdue(_ items: [DueItem], saysHowLong: Bool) -> Phrase {
    let texts = items.enumerated().map { place, item -> String in
      let since = item.overdueSince ?? item.due
      let what =
        item.isBaseline ? "\(item.what) (\(item.place))" : "\(item.what)\u{A0}\(item.place)"
      let when =
        saysHowLong
        ? "by\u{A0}\(SpanText.duration(now - item.due)), due \(time(item.due))"
        : "since \(time(since))"
      return "\(when): \(what)"
    }
    return Phrase("OVERDUE", .high) + Phrase(" \(texts.joined(separator: "; ")).")
  }

  /// `respiration since 14:20 (T+20)`.
  private func dueNow(_ item: DueItem) -> String {
    item.isBaseline
      ? "\(item.what) (\(item.place))" : "\(item.what) since \(time(item.due)) (\(item.place))"
  }

  /// `respiration 14:20 (T+20)`, or `baseline of respiration by 14:15 (1 of 2 sets)`.
  private func next(_ item: DueItem) -> String {
    "\(item.what)\(item.isBaseline ? " by" : "")\u{A0}\(time(item.due)) (\(item.place))"
  }

  private func time(_ instant: Instant) -> String { clock.clock(instant, near: now).unbroken }
}
