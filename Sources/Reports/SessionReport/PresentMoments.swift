import SessionRecord

/// When somebody came, went, handed over or took over, and in what role or with whom.
struct PresentMoments {
  struct Moment {
    let entry: EntryNumber
    let at: Instant
    /// As it was typed.
    let role: String?
    /// The other person of a handover, with the word that stands before the name.
    let other: (word: String, code: ClinicianCode)?

    /// `as second nurse`, `to MB`; nil where nothing more was said.
    var words: String? {
      role.map { "as \($0)" } ?? other.map { "\($0.word) \($0.code)" }
    }
  }

  let moments: [Moment]

  /// None of an act that is no coming or going.
  init(_ act: Present.Act, in words: SessionWords) {
    guard [.arrived, .left, .handedOver, .tookOver].contains(act.kind) else {
      moments = []
      return
    }
    moments = act.entries.compactMap { entry in
      guard let standing = words.chart[entry.number],
        case .presence(let presence) = standing.content
      else { return nil }
      let role: String?
      var other: (word: String, code: ClinicianCode)?
      switch presence {
      case .arrives(_, let said): role = said
      case .leaves: role = nil
      case .handover(let handover):
        role = nil
        other = act.kind == .tookOver ? ("from", entry.doneBy) : ("to", handover.to)
      }
      return Moment(entry: entry.number, at: standing.observed.instant, role: role, other: other)
    }
  }
}
