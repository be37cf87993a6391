import SessionRecord

/// The complete new content of a corrected entry: what the change names, and the rest as it was.
///
/// Refuses to turn an entry of one kind into another: that is a withdrawal and a new entry.
func merged(
  _ change: Content,
  onto content: Content,
  of number: EntryNumber
) throws -> Content {
  switch (change, content) {
  case (.vitals(let new), .vitals(let old)):
    return .vitals(
      try Vitals(
        old.readings.merging(new.readings) { _, named in named },
        // Said of the consciousness that is named with it, and of no other.
        isConfusionExpected: new.readings[.consciousness] == nil
          ? old.isConfusionExpected : new.isConfusionExpected,
        remark: new.remark ?? old.remark
      )
    )
  case (.effect(let new), .effect(let old)): return .effect(merged(new, onto: old))
  case (.dose(let new), .dose(let old)):
    return .dose(
      try Dose(
        drug: new.drug,
        amount: new.amount,
        route: new.route,
        overMinutes: new.overMinutes ?? old.overMinutes,
        remark: new.remark ?? old.remark
      )
    )
  case (.waste(let new), .waste(let old)):
    return .waste(Waste(new.amount, witness: new.witness ?? old.witness))
  case (.presence(let new), .presence(let old)):
    return .presence(try merged(new, onto: old, of: number))
  case (.infusion, .infusion), (.check, .check), (.scale, .scale), (.assigned, .assigned),
    (.action, .action), (.note, .note), (.mark, .mark), (.deferred, .deferred):
    return change
  default:
    throw SupervisionRefusal.cannotBecome(number, content.kind, change.kind)
  }
}

private func merged(
  _ new: Presence,
  onto old: Presence,
  of number: EntryNumber
) throws(PresenceRefusal) -> Presence {
  switch (new, old) {
  case (.arrives(let who, let role), .arrives(let before, let oldRole)):
    // Of another person nothing was said.
    .arrives(who, role: role ?? (who == before ? oldRole : nil))
  case (.leaves, .leaves): new
  default: throw .otherAct(number)
  }
}

private func merged(_ new: SideEffect, onto old: SideEffect) -> SideEffect {
  // Another effect is named: nothing of the old one is said of it.
  guard new.name == old.name else { return new }
  // An end takes the grade with it, and a grade takes the end: the two are never both so.
  let isEnd = !new.isPresent
  let oldCourse = old.isPresent || new.grade == nil ? old.course : nil
  return SideEffect(
    new.name,
    grade: isEnd ? new.grade : new.grade ?? old.grade,
    course: new.course ?? oldCourse,
    distressing: !isEnd && (new.distressing || old.distressing),
    remark: new.remark ?? old.remark
  )
}
