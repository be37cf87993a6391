import Foundation
import Monitoring
import RecordStore
import SessionRecord

/// Fills a record with sessions that are assessed, closed and sealed as the program does it; run by
/// `scripts/fill-record`.
///
/// Prints one line of JSON that says what is in it.
@main
struct FillRecord {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let counts = words.dropFirst(2).compactMap { Int($0) }
    guard words.count == 5, counts.count == 3, counts[0] > 0, counts[1] > 0 else {
      print("fill-record takes: FILE KEYS-FOLDER SESSIONS READINGS-A-SESSION SEED")
      exit(64)
    }
    let (sessions, readings) = (counts[0], counts[1])
    guard !FileManager.default.fileExists(atPath: words[0]) else {
      print("\(words[0]) is there already; it was left as it is.")
      exit(73)
    }
    var clinic = try FilledClinic(at: words[0], keys: words[1], sessions: sessions)
    let began = ContinuousClock.now
    var entries = 0
    var flags = 0
    for place in 0..<sessions {
      let visit = try FilledVisit(
        readings: readings,
        seed: UInt64(counts[2] &+ place),
        under: clinic.terms
      )
      let filled = try clinic.treat(place, visit)
      entries += filled.entries
      flags += filled.flags
      if (place + 1) % 1_000 == 0 {
        let seconds = (ContinuousClock.now - began).components.seconds
        say("\(place + 1) of \(sessions) sessions, \(seconds) s")
      }
    }
    print(
      "{\"sessions\": \(sessions), \"readings\": \(sessions * readings), \"entries\": \(entries), "
        + "\"flags\": \(flags)}"
    )
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
