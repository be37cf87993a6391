import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Shorthand

/// Turns typed lines into drafts, against the session's log as it is inside the transaction.
///
/// `last`, `undo`, flag numbers and doubts mean what they mean at that moment; a batch's later lines
/// see its earlier ones.
struct LineResolution {
  private let session: Session
  private let monitoringProtocol: MonitoringProtocol
  private let zone: Zone
  private let moment: CommitMoment
  private let authorship: Authorship
  private let author: ClinicianCode
  private let record: UUID
  private let vocabulary: Vocabulary
  /// The log, with the batch's entries as they will be.
  private var log: [Entry]
  private var chart: Chart
  private(set) var drafts: [Draft] = []
  private(set) var hints: [EntryNumber: String] = [:]
  /// Acknowledgements wait until the batch's other entries are assessed.
  private var acknowledgements: [(place: Int, target: AcknowledgeTarget, text: String)] = []

  init(
    session: Session,
    monitoringProtocol: MonitoringProtocol,
    zone: Zone,
    log: [Entry],
    moment: CommitMoment,
    authorship: Authorship
  ) throws {
    guard let opening = log.first else { throw SupervisionRefusal.noSuchSession(session.label) }
    self.session = session
    self.monitoringProtocol = monitoringProtocol
    self.zone = zone
    self.moment = moment
    self.authorship = authorship
    author = authorship.author ?? opening.author
    record = opening.record
    vocabulary = Vocabulary(
      formulary: monitoringProtocol.formulary,
      addedEffects: monitoringProtocol.addedEffects
    )
    self.log = log
    chart = Chart(log)
  }

  mutating func add(_ input: Input, id: EntryID) throws {
    let line: TypedLine
    switch input {
    case .understood(let understood): line = understood
    case .line(let text): line = try TypedLine(text, in: context)
    case .fix(let entry, let change, let reason):
      line = try TypedLine(fixing: entry, with: change, because: reason, in: context)
    }
    guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
    switch line {
    case .entry(let content, let observed, let hint):
      guard chart.closing == nil else { throw SupervisionRefusal.sessionClosed(session.label) }
      try enter(content, observed: observed, isClock: input.namesClock, hint: hint, id: id)
    case .acknowledge(let target, let text, let observed):
      acknowledgements.append((drafts.count, target, text))
      // Holds the place; the numbers are filled in when the batch is known.
      append(.acknowledgement(Acknowledgement(flags: [], text: text)), observed: observed, id: id)
    case .fix(let target, let change, let observed, let reason):
      try fix(target, change: change, observed: observed, reason: reason, id: id)
    case .void(let target, let reason):
      let entry = try standing(target, orElse: SupervisionRefusal.cannotVoid)
      guard entry.content.kind != .opened else {
        throw SupervisionRefusal.cannotVoid(entry.number, entry.content.kind)
      }
      append(.void(Voiding(of: entry.number, reason: .because(reason))), observed: nil, id: id)
    case .undo:
      let entry = try undoable()
      append(.void(Voiding(of: entry, reason: .undone)), observed: nil, id: id)
    }
  }

  /// What a line is read in: a clock time in a correction means the one nearest to the last entry,
  /// since a session may be corrected days later.
  private var context: LineContext {
    LineContext(
      now: moment.recorded.instant,
      zone: zone,
      vocabulary: vocabulary,
      fixesNear: lastObserved
    )
  }

  /// Fills in which flags the batch's acknowledgements name, once all its entries are known.
  mutating func resolveAcknowledgements() throws {
    guard !acknowledgements.isEmpty else { return }
    // As of the commit's own time, which is the latest of the log, also when a clock stepped back.
    let flags = assess(log, under: monitoringProtocol, asOf: lastKnown(log)).flags
    for (place, target, text) in acknowledgements {
      let named: [Acknowledgement.Named]
      do {
        named = try AcknowledgedFlags(among: flags).named(by: target)
      } catch let refusal as any Refusal {
        // Each line of a batch makes one draft, in its order.
        throw drafts.count == 1 ? refusal : LineRefused(line: place + 1, refusal: refusal)
      }
      let draft = drafts[place]
      drafts[place] = Draft(
        id: draft.id,
        observed: draft.observed,
        author: draft.author,
        observer: draft.observer,
        source: draft.source,
        room: draft.room,
        content: .acknowledgement(Acknowledgement(flags: named, text: text))
      )
    }
  }

  // MARK: - Entries

  private mutating func enter(
    _ content: Content,
    observed: Stamp?,
    isClock: Bool,
    hint: String?,
    id: EntryID
  ) throws {
    if let first = unverifiedTwin(of: content, observed: observed, isClock: isClock) {
      append(.verification(of: first), observed: nil, id: id)
      return
    }
    let doubted = doubting(content, at: observed ?? moment.recorded, except: nil)
    if let hint { hints[EntryNumber(log.count + 1)] = hint }
    append(doubted, observed: observed, id: id)
  }

  /// The content with what is not expected marked, given what stands just before it.
  private func doubting(_ content: Content, at observed: Stamp, except: EntryNumber?) -> Content {
    switch content {
    case .vitals(let vitals):
      .vitals(vitals.doubted(after: chart.verifiedValues(before: observed, except: except)))
    case .dose(let dose):
      .dose(
        dose.doubted(
          monitoringProtocol.formulary.doubts(about: dose, weight: weight)
        )
      )
    case .opened, .effect, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed:
      content
    }
  }

  /// The weight of the day: as opened, or as last measured in the session.
  private var weight: Int? {
    let measured = chart.standingInObservedOrder.last { entry in
      if case .vitals(let vitals) = entry.content {
        vitals.readings[.weight]?.isVerified == true
      } else {
        false
      }
    }
    if case .vitals(let vitals)? = measured?.content, let weight = vitals.value(.weight) {
      return weight.thousandths
    }
    return session.opening.weight?.thousandths
  }

  /// The newest entry of the same person that says the same, is doubted and not yet verified, and
  /// was typed less than two minutes ago: the line is then typed again to verify it.
  ///
  /// The same line has the same observed time, or, without a clock time, lies as far back from when
  /// it was typed.
  private func unverifiedTwin(
    of content: Content,
    observed: Stamp?,
    isClock: Bool
  ) -> EntryNumber? {
    let now = moment.recorded.instant
    let seen = observed?.instant ?? now
    return chart.entries.last { entry in
      let typed = entry.original.recorded.instant
      return !entry.isVoid && entry.verifiedBy == nil && entry.original.author == author
        && entry.content.isDoubted && typed <= now && now - typed <= .minutes(2)
        && entry.content.withoutDoubts == content.withoutDoubts
        && (entry.observed.instant == seen
          || (!isClock && typed - entry.observed.instant == now - seen))
    }?.number
  }

  // MARK: - Corrections

  private mutating func fix(
    _ target: EntryTarget,
    change: Content?,
    observed: Stamp?,
    reason: String,
    id: EntryID
  ) throws {
    let entry = try corrected(target)
    switch entry.content.kind {
    case .opened, .closed, .verification, .acknowledgement, .amendment, .void:
      throw SupervisionRefusal.cannotFix(entry.number, entry.content.kind)
    case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred:
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

  private func moves(_ entry: ChartEntry, to observed: Stamp?) -> Bool {
    observed.map { $0.instant != entry.observed.instant } ?? false
  }

  /// Whether a correction of it, typed by the same person less than two minutes ago, is doubted and
  /// not yet verified: the same correction typed again then verifies it.
  private func isDoubtfulCorrection(_ entry: ChartEntry) -> Bool {
    guard entry.content.isDoubted, entry.verifiedBy == nil, let newest = entry.amendments.last
    else { return false }
    let correction = log[newest.value - 1]
    let age = moment.recorded.instant - correction.recorded.instant
    return correction.author == author && age >= .seconds(0) && age <= .minutes(2)
  }

  /// The entry that a correction is about: of a verification, the one that it verified.
  private func corrected(_ target: EntryTarget) throws -> ChartEntry {
    let entry = try standing(target, orElse: SupervisionRefusal.cannotFix)
    guard case .verification(let verified) = entry.content else { return entry }
    return try standing(.number(verified), orElse: SupervisionRefusal.cannotFix)
  }

  /// When something was last observed: near it, a clock time in a correction is meant.
  private var lastObserved: Instant? {
    chart.entries.filter { entry in
      switch entry.content.kind {
      case .acknowledgement, .verification, .closed: false
      default: true
      }
    }.map(\.observed.instant).max()
  }

  /// The original that a correction or a withdrawal is about, which must still stand.
  private func standing(
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
    guard log.indices.contains(number.value - 1) else {
      throw SupervisionRefusal.noSuchEntry(number, session.label)
    }
    guard let entry = chart[chart.original(of: number)] else {
      throw refusal(number, log[number.value - 1].content.kind)
    }
    guard !entry.isVoid else { throw SupervisionRefusal.entryVoid(entry.number) }
    return entry
  }

  /// The newest entry of this author that can be acted on, by number.
  private func newestOfOwn(voidsToo: Bool) -> EntryNumber? {
    log.last { entry in
      guard entry.author == author else { return false }
      switch entry.content.kind {
      case .opened: return false
      case .void: return voidsToo
      default:
        guard let standing = chart[chart.original(of: entry.number)] else { return false }
        return !standing.isVoid
      }
    }?.number
  }

  private func undoable() throws -> EntryNumber {
    guard let number = newestOfOwn(voidsToo: true) else {
      throw SupervisionRefusal.nothingToUndo(author.text)
    }
    let entry = log[number.value - 1]
    switch entry.content {
    case .void: throw SupervisionRefusal.undoOfFinal(number)
    case .amendment:
      throw SupervisionRefusal.undoOfCorrection(number, of: chart.original(of: number))
    default: break
    }
    guard moment.recorded.instant - entry.recorded.instant <= .seconds(60) else {
      throw SupervisionRefusal.undoTooLate(number)
    }
    return number
  }

  // MARK: - The batch

  private mutating func append(_ content: Content, observed: Stamp?, id: EntryID) {
    let draft = Draft(
      id: id,
      observed: observed ?? moment.recorded,
      author: author,
      observer: authorship.observer,
      source: authorship.source,
      room: session.opening.room,
      content: content
    )
    drafts.append(draft)
    let next = (log.map(\.commit).max()?.value ?? 0) + (drafts.count == 1 ? 1 : 0)
    let entry = Entry(
      draft,
      stream: .session(session.number),
      number: EntryNumber(log.count + 1),
      commit: CommitNumber(next),
      recorded: moment.recorded,
      monotonic: moment.monotonic,
      record: record
    )
    log.append(entry)
    chart.append(entry)
  }
}
