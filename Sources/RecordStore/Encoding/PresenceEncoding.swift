import SessionRecord

private enum PresenceCode {
  static let arrives: UInt8 = 1
  static let leaves: UInt8 = 2
  static let handover: UInt8 = 3
}

extension CanonicalWriter {
  mutating func presence(_ value: Presence) {
    switch value {
    case .arrives(let who, let role):
      code(PresenceCode.arrives)
      text(who.text)
      optional(role)
    case .leaves(let who):
      code(PresenceCode.leaves)
      text(who.text)
    case .handover(let handover):
      code(PresenceCode.handover)
      text(handover.to.text)
      list(handover.flags) { $1.number($0) }
      list(handover.unverified) { $1.number($0) }
      optional(handover.due)
      optional(handover.remark)
    }
  }
}

extension CanonicalReader {
  mutating func presence() throws(DamagedBody) -> Presence {
    switch try code() {
    case PresenceCode.arrives: .arrives(try clinician(), role: try optionalText())
    case PresenceCode.leaves: .leaves(try clinician())
    case PresenceCode.handover:
      .handover(
        Handover(
          to: try clinician(),
          flags: try list { reader throws(DamagedBody) in try reader.flagNumber() },
          unverified: try list { reader throws(DamagedBody) in try reader.entryNumber() },
          due: try optionalText(),
          remark: try optionalText()
        )
      )
    default: throw DamagedBody()
    }
  }
}
