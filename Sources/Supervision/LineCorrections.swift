import RecordStore
import SessionRecord
import Shorthand

extension Content {
  /// Whether it says what Vigil did or found by itself, which nobody strikes out.
  fileprivate var isOfRecord: Bool {
    switch self {
    case .opened, .moved, .clockStep, .screening(.findings): true
    default: false
    }
  }
}

extension LineResolution {
  mutating func fix(
    _ target: EntryTarget,
    change: Content?,
    observed: Stamp?,
    reason: String,
    id: EntryID
  ) throws {
    let entry = try corrected(target)
    switch entry.content {
    case .opened, .closed, .verification, .acknowledgement, .amendment, .void, .leaving,
      .screening, .review, .addendum, .followUp, .course, .moved, .clockStep:
      throw SupervisionRefusal.cannotFix(entry.number, entry.content.kind)
    case .presence(.handover): throw PresenceRefusal.handoverStands(entry.number)
    case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred, .presence(.arrives), .presence(.leaves), .assigned:
      break
    }
    // What was verified stays so, unless the correction names it.
    var content = entry.verifiedBy == nil ? entry.content : entry.content.withoutDoubts
    if let change {
      let new = doubting(
        try merged(change, onto: content.withoutDoubts, of: entry.number),
        at: observed ?? entry.observed,
        except: entry.number
      )
      content = new.keepingVerified(content, except: change)
      try check(content, correcting: entry.number)
    }
    guard content.withoutDoubts != entry.content.withoutDoubts || moves(entry, to: observed) else {
      guard isDoubtfulCorrection(entry) else {
        throw SupervisionRefusal.nothingChanges(entry.number)
      }
      append(.verification(of: entry.number), observed: nil, id: id)
      return
    }
    append(
      .amendment(
        Amendment(of: entry.number, content: content, observed: observed, reason: reason)
      ),
      observed: nil,
      id: id
    )
  }

  mutating func void(_ target: EntryTarget, because reason: String, id: EntryID) throws {
    let entry = try standing(target, orElse: SupervisionRefusal.cannotVoid)
    guard !entry.content.isOfRecord else {
      throw SupervisionRefusal.cannotVoid(entry.number, entry.content.kind)
    }
    if log.chart.leavingDecision?.entry.number == entry.number,
      let closing = log.chart.closing?.number
    {
      throw SupervisionRefusal.decisionOfClosing(entry.number, closing: closing)
    }
    append(.void(Voiding(of: entry.number, reason: .because(reason))), observed: nil, id: id)
  }

  /// The author's newest entry, where it may still be taken back without a reason.
  mutating func undoable() throws -> EntryNumber {
    guard let number = newestOfOwn(voidsToo: true), let entry = log[number] else {
      throw SupervisionRefusal.nothingToUndo(author.text)
    }
    switch entry.content {
    case .void: throw SupervisionRefusal.undoOfFinal(number)
    case .amendment:
      throw SupervisionRefusal.undoOfCorrection(number, of: log.chart.original(of: number))
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .acknowledgement, .verification, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      break
    }
    let age = moment.recorded.instant - entry.recorded.instant
    guard age <= .seconds(60) else {  // Vigil's own
      throw SupervisionRefusal.undoTooLate(number)
    }
    return number
  }

  private func moves(_ entry: ChartEntry, to observed: Stamp?) -> Bool {
    observed.map { $0.instant != entry.observed.instant } ?? false
  }

  /// Whether a correction of it, typed by the same person less than two minutes ago, is doubted and
  /// not yet verified: the same correction typed again then verifies it.
  private func isDoubtfulCorrection(_ entry: ChartEntry) -> Bool {
    guard entry.content.isDoubted, entry.verifiedBy == nil, let newest = entry.amendments.last,
      let correction = log[newest]
    else { return false }
    return correction.author == author && isTypedAgain(after: correction.recorded.instant)
  }

  /// The entry that a correction is about: of a verification, the one that it verified.
  private mutating func corrected(_ target: EntryTarget) throws -> ChartEntry {
    let entry = try standing(target, orElse: SupervisionRefusal.cannotFix)
    guard case .verification(let verified) = entry.content else { return entry }
    return try standing(.number(verified), orElse: SupervisionRefusal.cannotFix)
  }

  /// The original that a correction or a withdrawal is about, which must still stand.
  private mutating func standing(
    _ target: EntryTarget,
    orElse refusal: (EntryNumber, EntryKind) -> SupervisionRefusal
  ) throws -> ChartEntry {
    let number: EntryNumber
    switch target {
    case .number(let named): number = named
    case .last:
      guard let newest = newestOfOwn(voidsToo: false) else {
        throw SupervisionRefusal.nothingYet
      }
      number = newest
    }
    guard let named = log[number] else {
      throw SupervisionRefusal.noSuchEntry(number, terms.session.label)
    }
    guard let entry = log.chart[log.chart.original(of: number)] else {
      throw refusal(number, named.content.kind)
    }
    guard !entry.isVoid else { throw SupervisionRefusal.entryVoid(entry.number) }
    return entry
  }
}
