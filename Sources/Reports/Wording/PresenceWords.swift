import SessionRecord

/// Who comes, goes or takes over, in words.
struct PresenceWords {
  private let presence: Presence

  init(_ presence: Presence) { self.presence = presence }

  var phrase: Phrase {
    switch presence {
    case .arrives(let who, let role):
      return Phrase("\(who) arrives" + (role.map { ", \($0)" } ?? ""))
    case .leaves(let who): return Phrase("\(who) leaves")
    case .handover(let handover):
      var parts = ["handed over to \(handover.to)"]
      parts.append(
        handover.flags.isEmpty
          ? "no open flag" : "open \(numbered(handover.flags))"
      )
      if !handover.unverified.isEmpty {
        let entries = handover.unverified.map { "#\($0)" }.joined(separator: " ")
        parts.append("waiting to be verified \(entries)")
      }
      if let due = handover.due { parts.append(due) }
      if let remark = handover.remark { parts.append(remark) }
      return Phrase(parts.joined(separator: ", "))
    }
  }
}
