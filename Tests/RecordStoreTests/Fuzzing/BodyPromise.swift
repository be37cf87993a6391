import SessionRecord
import TestSupport

@testable import RecordStore

/// What holds of whatever stands as a body in a record: it is damaged, or it is a value whose body is
/// these bytes and no others.
///
/// The first byte says of what: the number of a kind of entry, or 200 a flag, 201 a tally, 202 an episode.
enum BodyPromise {
  static func hold(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let body = Array(bytes.dropFirst())
    guard let again = written(body, as: first) else { return }
    try BrokenPromise.unless(
      again == body,
      "\(Hexadecimal.text(body)) is written again as \(Hexadecimal.text(again))"
    )
  }

  /// What is read, written again; nil where it is damaged.
  private static func written(_ body: [UInt8], as kind: UInt8) -> [UInt8]? {
    do throws(DamagedBody) {
      switch kind {
      case 200: return try Flag(body: body).body
      case 201: return try SessionTally(body: body).body
      case 202: return try EffectEpisode(body: body).body
      default:
        return try EntryKind.numbered(kind).map { (kind) throws(DamagedBody) in
          try Content(body: body, kind: kind).body
        }
      }
    } catch {
      return nil
    }
  }
}
