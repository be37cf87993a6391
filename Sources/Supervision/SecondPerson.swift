import SessionRecord

extension LineResolution {
  /// Refuses what the session as it stands makes meaningless: a second person who is the first, a
  /// handover to oneself, a change into the room that it is in.
  ///
  /// *number* is the entry that a correction is about; nil for a new one.
  func check(_ content: Content, correcting number: EntryNumber? = nil) throws(PresenceRefusal) {
    switch content {
    case .check(let checker):
      guard let dose = log.newestDose(before: number), dose.isGiven(by: checker) else { return }
      throw .checksOwn(dose.doneBy(as: checker), dose: dose.number)
    case .waste(let waste):
      let doer = number.flatMap { log[$0]?.doneBy } ?? doer
      guard waste.witness == doer.text else { return }
      throw .witnessesOwn(doer)
    case .presence(.handover(let handover)):
      guard handover.to == doer else { return }
      throw .takesOverFromSelf(doer)
    case .assigned(let room):
      guard number == nil, room == log.chart.room else { return }
      throw .inRoomAlready(room)
    case .opened, .vitals, .effect, .dose, .infusion, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening,
      .presence(.arrives), .presence(.leaves), .review, .addendum, .followUp, .course, .moved,
      .clockStep:
      return
    }
  }
}

extension Entry {
  /// Whether a person of that name entered it, or is named as who saw it.
  ///
  /// Who copies a chart has not done what it says.
  fileprivate func isGiven(by name: String) -> Bool {
    observer?.text == name || (source != .paper && author.text == name)
      || (source == .paper && observer == nil && author.text == name)
  }

  fileprivate func doneBy(as name: String) -> ClinicianCode {
    observer?.text == name ? observer ?? author : author
  }
}
