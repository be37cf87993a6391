import SessionRecord

/// A presence entry as members of a document.
struct PresenceEntryJSON {
  private let presence: Presence

  init(_ presence: Presence) { self.presence = presence }

  var members: [String: JSONValue] {
    switch presence {
    case .arrives(let who, let role):
      ["act": .string("arrives"), "who": .string(who.text), "role": .optional(role)]
    case .leaves(let who): ["act": .string("leaves"), "who": .string(who.text)]
    case .handover(let handover):
      [
        "act": .string("handover"), "who": .string(handover.to.text),
        "flags": .array(handover.flags.map { .integer($0.value) }),
        "unverified": .array(handover.unverified.map { .integer($0.value) }),
        "due": .optional(handover.due), "remark": .optional(handover.remark),
      ]
    }
  }
}
