import SessionRecord
import Shorthand
import Testing

/// What the tests' lines are read against.
struct Bedside {
  static let formulary = BedsideWords.formulary
  static let vocabulary = BedsideWords.vocabulary

  let context: LineContext

  /// 14:06 on an ordinary day in Berlin, unless the test says otherwise.
  init(
    _ now: String = "2026-11-19T14:06:00+01:00",
    in zone: String = "Europe/Berlin",
    reach: TimeSpan? = .hours(12),
    fixesNear: String? = nil,
    scales: [Scale] = SampleScales.all
  ) throws {
    context = LineContext(
      now: try moment(now),
      zone: try #require(Zone(named: zone)),
      vocabulary: BedsideWords.vocabulary(scales: scales),
      reach: reach,
      fixesNear: try fixesNear.map(moment)
    )
  }

  func read(_ line: String) throws(LineRefusal) -> TypedLine { try TypedLine(line, in: context) }

  /// The entry that the line is; a failed test where it is none.
  func content(_ line: String) throws -> Content {
    guard case .entry(let content, _, _) = try read(line) else {
      throw NotAnEntry(line: line)
    }
    return content
  }

  /// When the line says that it was observed, as RFC 3339.
  func observed(_ line: String) throws -> String? {
    switch try read(line) {
    case .entry(_, let observed, _), .acknowledge(_, _, let observed),
      .fix(_, _, let observed, _):
      observed?.rfc3339
    case .void, .undo: nil
    }
  }

  /// The refusal of a line that must not be stored.
  func refusal(of line: String) -> LineRefusal? {
    do {
      let stored = try read(line)
      Issue.record("“\(line)” was stored as \(stored)")
      return nil
    } catch {
      return error
    }
  }
}

struct NotAnEntry: Error {
  let line: String
}

func moment(_ text: String) throws -> Instant { try #require(Stamp(rfc3339: text)).instant }
