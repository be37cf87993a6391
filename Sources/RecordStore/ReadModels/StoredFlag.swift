import Foundation
import GRDB
package import SessionRecord

/// A flag as it was stored with the last entry of its session.
package struct StoredFlag {
  package let session: Session
  package let flag: Flag
  /// Offset of the session's clock at the moment it was raised, in minutes.
  package let offsetMinutes: Int
}

extension ReadModels {
  /// Replaces the session's flags by these; rows that stay the same are not written.
  func store(_ flags: [Flag]) throws {
    let stored = try database.rows(
      "SELECT number, body FROM flag WHERE session = ?",
      [number.value]
    ) { (try $0.integer(0), try $0.bytes(1)) }
    let kept = Dictionary(stored, uniquingKeysWith: { first, _ in first })
    let zone = flags.isEmpty ? nil : chart.opening.flatMap { Zone(named: $0.zone) }
    for flag in flags {
      let body = flag.body
      guard kept[flag.number.value] != body else { continue }
      try store(flag, body: body, offset: offset(of: flag, in: zone))
    }
    for gone in Set(kept.keys).subtracting(flags.map(\.number.value)) {
      try database.run(
        "DELETE FROM flag WHERE session = ? AND number = ?",
        [number.value, gone]
      )
    }
  }

  private func store(_ flag: Flag, body: [UInt8], offset: Int) throws {
    try database.run(
      """
      INSERT OR REPLACE INTO flag (session, number, rule, entry, priority, state, acknowledged,
        process, reviewed, raised_ms, raised_offset, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number.value, flag.number.value, flag.identity.rule.text, flag.identity.entry?.value,
        flag.priority.rawValue, FlagStateName(of: flag).number, flag.isAcknowledged,
        flag.isProcess, flag.review != nil, flag.raised.milliseconds, offset, Data(body),
      ]
    )
  }

  /// By the session's zone.
  ///
  /// Where this machine does not know it, as the entry that first broke the rule was stamped, and
  /// where time alone raised the flag, as the last of the log's entries that was observed by then.
  private func offset(of flag: Flag, in zone: Zone?) -> Int {
    if let zone { return zone.offsetMinutes(at: flag.raised) }
    let stamped =
      flag.identity.entry.map { chart[$0] }
      ?? chart.entries.last { $0.observed.instant <= flag.raised }
    return stamped?.observed.offsetMinutes ?? 0
  }
}
