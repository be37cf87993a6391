import Monitoring
import SessionRecord

/// How many flags, clinical and process apart; retracted ones are told and not counted.
struct FlagTally {
  private let flags: [Flag]

  init(_ flags: [Flag]) { self.flags = flags }

  var phrase: Phrase {
    guard !flags.isEmpty else { return "None." }
    let standing = flags.filter { $0.retractedBy == nil }
    let clinical = standing.filter { !$0.isProcess }
    let process = standing.filter(\.isProcess)
    var parts = ["\(clinical.count) clinical" + FlagTally.byPriority(clinical.map(\.priority))]
    if !process.isEmpty { parts.append("\(process.count) process") }
    let open = standing.filter(\.isOpen).count
    if open > 0 { parts.append("\(open) still open") }
    let waiting = standing.filter { !$0.isAcknowledged }.count
    if waiting > 0 { parts.append("\(waiting) not acknowledged") }
    // While nobody has begun to review, the week's work says nothing about this session.
    let unreviewed = standing.filter { $0.review == nil }.count
    if unreviewed < standing.count {
      parts.append(unreviewed == 0 ? "all reviewed" : "\(unreviewed) not reviewed")
    }
    let retracted = flags.count - standing.count
    if retracted > 0 { parts.append("\(retracted) retracted, not counted") }
    return Phrase(parts.joined(separator: "; ") + ".")
  }

  static func byPriority(_ priorities: [Priority]) -> String {
    let counts = Priority.allCases.reversed().compactMap { priority -> String? in
      let count = priorities.count { $0 == priority }
      return count == 0 ? nil : "\(count) \(priority.word)"
    }
    return counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
  }
}
