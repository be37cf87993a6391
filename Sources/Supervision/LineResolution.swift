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
  let terms: SessionTerms
  let moment: CommitMoment
  let author: ClinicianCode
  /// The log, with the batch's entries as they will be.
  private(set) var log: GrowingLog
  private(set) var drafts: [Draft] = []
  private(set) var hints: [EntryNumber: String] = [:]
  private let authorship: Authorship
  private let record: UUID
  /// The commit that the batch will be, as far as this session knows.
  private let commit: CommitNumber
  private let vocabulary: Vocabulary
  /// Acknowledgements wait until the batch's other entries are assessed.
  private var acknowledgements: [(place: Int, target: AcknowledgeTarget, text: String)] = []

  init(
    _ terms: SessionTerms,
    log: [Entry],
    moment: CommitMoment,
    authorship: Authorship
  ) throws {
    guard let opening = log.first, let last = log.last else {
      throw SupervisionRefusal.noSuchSession(terms.session.label)
    }
    let (commit, isTooMany) = last.commit.value.addingReportingOverflow(1)
    guard !isTooMany else { throw RecordRefusal.damagedEntry(last.stream, last.number) }
    self.terms = terms
    self.moment = moment
    self.authorship = authorship
    self.commit = CommitNumber(commit)
    author = authorship.author ?? opening.author
    record = opening.record
    vocabulary = Vocabulary(of: terms.monitoringProtocol)
    self.log = GrowingLog(log, author: author)
  }

  mutating func add(_ input: Input, id: EntryID) throws {
    let line = try understood(input)
    guard !log.chart.isVoid else { throw SupervisionRefusal.sessionVoid(terms.session.label) }
    switch line {
    case .entry(let content, let observed, let hint):
      guard log.chart.closing == nil else {
        throw SupervisionRefusal.sessionClosed(terms.session.label)
      }
      enter(content, observed: observed, isClock: input.namesClock, hint: hint, id: id)
    case .acknowledge(let target, let text, let observed):
      acknowledgements.append((drafts.count, target, text))
      // Holds the place; the numbers are filled in when the batch is known.
      append(.acknowledgement(Acknowledgement(flags: [], text: text)), observed: observed, id: id)
    case .fix(let target, let change, let observed, let reason):
      try fix(target, change: change, observed: observed, reason: reason, id: id)
    case .void(let target, let reason):
      try void(target, because: reason, id: id)
    case .undo:
      let entry = try undoable()
      append(.void(Voiding(of: entry, reason: .undone)), observed: nil, id: id)
    }
  }

  /// What a line says, before it is held against the session.
  func understood(_ input: Input) throws -> TypedLine {
    switch input {
    case .line(let text): try TypedLine(text, in: context)
    case .fix(let entry, let change, let reason):
      try TypedLine(fixing: entry, with: change, because: reason, in: context)
    }
  }

  /// What a line is read in: a clock time in a correction means the one nearest to the last entry,
  /// since a session may be corrected days later.
  private var context: LineContext {
    LineContext(
      now: moment.recorded.instant,
      zone: terms.zone,
      vocabulary: vocabulary,
      fixesNear: log.lastObserved
    )
  }

  /// The batch's entries as they will be.
  var newEntries: [Entry] { log.entries.suffix(drafts.count) }

  /// Fills in which flags the batch's acknowledgements name, once all its entries are known.
  mutating func resolveAcknowledgements(after known: SessionFold) throws {
    guard !acknowledgements.isEmpty else { return }
    // As of the commit's own time, which is the latest of the log, also when a clock stepped back.
    let flags = AcknowledgedFlags(
      among: known.continued(by: newEntries).assessment(asOf: lastKnown(log.entries)).flags
    )
    for (place, target, text) in acknowledgements {
      let named: [Acknowledgement.Named]
      do {
        named = try flags.named(by: target)
      } catch let refusal as any Refusal {
        // Each line of a batch makes one draft, in its order.
        throw drafts.count == 1 ? refusal : LineRefused(line: place + 1, refusal: refusal)
      }
      drafts[place] = drafts[place].saying(
        .acknowledgement(Acknowledgement(flags: named, text: text))
      )
    }
  }

  private mutating func enter(
    _ content: Content,
    observed: Stamp?,
    isClock: Bool,
    hint: String?,
    id: EntryID
  ) {
    if let first = unverifiedTwin(of: content, observed: observed, isClock: isClock) {
      append(.verification(of: first), observed: nil, id: id)
      return
    }
    let doubted = doubting(content, at: observed ?? moment.recorded, except: nil)
    if let hint { hints[EntryNumber(log.entries.count + 1)] = hint }
    append(doubted, observed: observed, id: id)
  }

  /// The content with what is not expected marked, given what stands just before it.
  func doubting(_ content: Content, at observed: Stamp, except: EntryNumber?) -> Content {
    content.doubted(
      at: observed.instant,
      after: log.verified,
      except: except,
      formulary: terms.monitoringProtocol.formulary,
      weightAsOpened: terms.session.opening.weight
    )
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
    return log.newestWaiting(content.withoutDoubts) { entry in
      let typed = entry.original.recorded.instant
      return isTypedAgain(after: typed)
        && (entry.observed.instant == seen
          || (!isClock && typed - entry.observed.instant == now - seen))
    }
  }

  /// Whether what was typed then may be typed again now to verify it.
  func isTypedAgain(after typed: Instant) -> Bool {
    let age = moment.recorded.instant - typed
    return age >= .seconds(0) && age <= LineResolution.verifiedWithin
  }

  private static let verifiedWithin = TimeSpan.minutes(2)  // Vigil's own

  mutating func append(_ content: Content, observed: Stamp?, id: EntryID) {
    let draft = Draft(
      id: id,
      observed: observed ?? moment.recorded,
      author: author,
      observer: authorship.observer,
      source: authorship.source,
      room: terms.session.opening.room,
      content: content
    )
    drafts.append(draft)
    log.append(
      Entry(
        draft,
        stream: .session(terms.session.number),
        number: EntryNumber(log.entries.count + 1),
        commit: commit,
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: record
      )
    )
  }

  /// The author's newest entry that can be acted on.
  mutating func newestOfOwn(voidsToo: Bool) -> EntryNumber? {
    log.newestOfOwn(voidsToo: voidsToo)
  }
}
