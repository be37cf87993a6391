import Foundation
import SessionRecord
import Testing

/// A log put together by hand, an entry a line, with clock times of 19 November 2026 in Berlin.
struct SampleLog {
  private(set) var entries: [Entry] = []
  let zone: Zone
  let session = SessionNumber(119)

  init() throws { zone = try #require(Zone(named: "Europe/Berlin")) }

  /// The instant at which the clock shows this time of the sample's day.
  func at(_ clock: String) throws -> Instant {
    let day = try #require(CivilTime(date: "2026-11-19"))
    let time = try #require(day.at(clock: clock))
    return try #require(zone.instants(showing: time).first)
  }

  /// Adds an entry; *recorded* is the observed time where it is not given.
  mutating func add(
    _ clock: String,
    _ content: Content,
    recorded: String? = nil,
    by author: String = "KO",
    observer: String? = nil,
    source: Source = .typed,
    together: Bool = false
  ) throws {
    try addAt(
      try at(clock),
      content,
      recorded: try at(recorded ?? clock),
      by: author,
      observer: observer,
      source: source,
      together: together
    )
  }

  /// The same at an instant of any day; *together* is in one commit with the entry before it.
  mutating func addAt(
    _ observed: Instant,
    _ content: Content,
    recorded: Instant? = nil,
    by author: String = "KO",
    observer: String? = nil,
    source: Source = .typed,
    together: Bool = false
  ) throws {
    let number = entries.count + 1
    let id = try #require(
      UUID(uuidString: "00000000-0000-4000-8000-" + padded(number, 12))
    )
    let draft = Draft(
      id: EntryID(id),
      observed: Stamp(observed, in: zone),
      author: try ClinicianCode(author),
      observer: try observer.map { try ClinicianCode($0) },
      source: source,
      room: "2",
      content: content
    )
    let record = try #require(UUID(uuidString: "00000000-0000-4000-8000-999999999999"))
    entries.append(
      Entry(
        draft,
        stream: .session(session),
        number: EntryNumber(number),
        commit: (together ? entries.last?.commit : nil) ?? CommitNumber(number),
        recorded: Stamp(recorded ?? observed, in: zone),
        monotonic: MonotonicTime(nanoseconds: number, boot: nil),
        record: record
      )
    )
  }
}

/// A set of signs by whole numbers, those in *doubtful* unverified.
func vitals(
  _ values: [VitalSign: Int],
  doubtful: Set<VitalSign> = [],
  others: [VitalSign: Reading] = [:],
  remark: String? = nil
) throws -> Content {
  var readings = others
  for (sign, value) in values {
    readings[sign] = .measured(try Quantity(sign, value), verified: !doubtful.contains(sign))
  }
  return .vitals(try Vitals(readings, remark: remark))
}

/// A blood pressure with pulse and saturation.
func set(
  _ systolic: Int,
  _ diastolic: Int,
  _ pulse: Int,
  _ saturation: Int,
  remark: String? = nil
) throws -> Content {
  try vitals(
    [.systolic: systolic, .diastolic: diastolic, .heartRate: pulse, .spo2: saturation],
    remark: remark
  )
}
