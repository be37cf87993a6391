import Foundation
import SessionRecord
import Testing

/// A session's log as it grows, one entry a minute from 13:00 UTC unless said otherwise.
struct Log {
  private(set) var entries: [Entry] = []

  static let start = Instant(milliseconds: 1_795_093_200_000)  // 2026-11-19T13:00:00Z

  static func at(_ minutes: Int, _ seconds: Int = 0) -> Stamp {
    Stamp(start + .minutes(minutes) + .seconds(seconds), offsetMinutes: 0)
  }

  /// Adds an entry and gives its number.
  @discardableResult
  mutating func add(
    _ content: Content,
    observed: Stamp? = nil,
    recorded: Stamp? = nil,
    source: Source = .typed
  ) throws -> EntryNumber {
    let number = entries.count + 1
    let when = recorded ?? Log.at(number)
    entries.append(
      Entry(
        Draft(
          id: EntryID(UUID()),
          observed: observed ?? when,
          author: try ClinicianCode("KO"),
          source: source,
          content: content
        ),
        stream: .session(SessionNumber(1)),
        number: EntryNumber(number),
        commit: CommitNumber(number),
        recorded: when,
        monotonic: MonotonicTime(nanoseconds: number, boot: nil),
        record: UUID()
      )
    )
    return EntryNumber(number)
  }

  var chart: Chart { Chart(entries) }
}

extension Content {
  /// A set of readings in whole units, all verified.
  static func readings(_ values: [VitalSign: Int]) throws -> Content {
    .vitals(
      try Vitals(
        try Dictionary(
          uniqueKeysWithValues: values.map { sign, value in
            (sign, Reading.measured(try Quantity(sign, value), verified: true))
          }
        )
      )
    )
  }

  static func amending(
    _ entry: EntryNumber,
    to content: Content,
    observed: Stamp? = nil
  ) -> Content {
    .amendment(Amendment(of: entry, content: content, observed: observed, reason: "typed wrong"))
  }

  static func voiding(_ entry: EntryNumber) -> Content {
    .void(Voiding(of: entry, reason: .because("wrong patient")))
  }
}
