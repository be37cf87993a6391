import SessionRecord
import Shorthand
import TestSupport

/// What holds of whatever is typed: it is refused with what to type instead, or it is an entry that its
/// own values allow, and whose own line is read as the same entry again.
enum LinePromise {
  private static let now = Instant(milliseconds: 1_795_093_560_000)
  private static let zone = Zone(named: "Europe/Berlin")

  /// At the bedside, and on the second line of a paper chart.
  private static let contexts: [LineContext] = {
    guard let zone, let date = CivilTime(date: "2026-10-24") else { return [] }
    return [
      LineContext(now: now, zone: zone, vocabulary: BedsideWords.vocabulary),
      LineContext(
        now: now,
        zone: zone,
        vocabulary: BedsideWords.vocabulary,
        reach: nil,
        paper: PaperClock(date: date, after: date.instant(offsetMinutes: 120) + .hours(23))
      ),
    ]
  }()

  static func hold(_ bytes: [UInt8]) throws {
    try BrokenPromise.unless(contexts.count == 2, "there is no clock in Berlin")
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    for context in contexts {
      try hold(text) { () throws(LineRefusal) in try TypedLine(text, in: context) }
        .map { try readsBack($0, in: context) }
      try hold(text) { () throws(LineRefusal) in
        try TypedLine(fixing: .last, with: text, because: text, in: context)
      }.map { try readsBack($0, in: context) }
    }
  }

  /// What a line says; nil where it is refused as it should be.
  private static func hold(
    _ text: String,
    _ read: () throws(LineRefusal) -> TypedLine
  ) throws(BrokenPromise) -> TypedLine? {
    do throws(LineRefusal) {
      return try read()
    } catch {
      try BrokenPromise.unless(
        !error.problem.isEmpty && error.remedy?.isEmpty == false,
        "“\(text)” is refused without a remedy: \(error)"
      )
      return nil
    }
  }

  private static func readsBack(_ line: TypedLine, in context: LineContext) throws {
    switch line {
    case .entry(let content, let observed, _):
      try isPossible(content)
      let again = observed.map { content.line(observed: $0, in: context.zone) } ?? content.line()
      guard let again else { return }
      try reads(again, as: content, observed, in: context)
    case .fix(_, let content?, _, let reason):
      try isPossible(content)
      try BrokenPromise.unless(!reason.isEmpty, "a correction without a reason")
      if let again = content.line() { try reads(again, as: content, nil, in: context) }
    case .fix(_, nil, let observed, let reason):
      try BrokenPromise.unless(
        observed != nil && !reason.isEmpty,
        "a correction of nothing, or without a reason"
      )
    case .void(_, let reason):
      try BrokenPromise.unless(!reason.isEmpty, "an entry voided without a reason")
    case .acknowledge, .undo: break
    }
  }

  private static func isPossible(_ content: Content) throws {
    try BrokenPromise.unless(try content.isMadeAgain, "its own values refuse \(content)")
  }

  private static func reads(
    _ line: String,
    as content: Content,
    _ observed: Stamp?,
    in context: LineContext
  ) throws {
    let read: TypedLine
    do {
      read = try TypedLine(line, in: context)
    } catch {
      throw BrokenPromise("“\(line)”, which \(content) is written as, is refused: \(error)")
    }
    guard case .entry(content, observed, _) = read else {
      throw BrokenPromise("“\(line)”, which \(content) is written as, is read as \(read)")
    }
  }
}
