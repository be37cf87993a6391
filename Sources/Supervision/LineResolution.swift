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
  /// Who the next entry is by: changes with a handover in the batch.
  private(set) var author: ClinicianCode
  /// Who saw it, where that is another; on a transcribed chart whoever took over.
  private(set) var observer: ClinicianCode?
  /// Whom the environment names although that one had handed the session over before this.
  let givenWay: ClinicianCode?
  /// The log, with the batch's entries as they will be.
  private(set) var log: GrowingLog
  private(set) var drafts: [Draft] = []
  private(set) var hints: [EntryNumber: String] = [:]
  let authorship: Authorship
  private let record: UUID
  /// The number that the batch's first entry will have.
  private let firstNew: EntryNumber
  /// The commit that the batch will be, as far as this session knows.
  private let commit: CommitNumber
  private let vocabulary: Vocabulary
  /// Acknowledgements wait until the batch's other entries are assessed.
  private var acknowledgements: [WaitingAcknowledgement] = []
  /// When the line before was observed, where lines of a paper chart are read.
  private var lastOnPaper: Instant?
  /// What the session says already, where lines of a paper chart are read.
  private let transcribed: TranscribedLines?

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
    if let date = authorship.paperDate, date.date > moment.recorded.civil.date {
      throw PaperRefusal.dateAhead(date.date)
    }
    self.terms = terms
    self.moment = moment
    self.authorship = authorship
    self.commit = CommitNumber(commit)
    guard let duty = Duty(Chart(log)) else {
      throw SupervisionRefusal.noSuchSession(terms.session.label)
    }
    author = duty.author(authorship)
    observer = authorship.observer
    givenWay = duty.givenWay(authorship)
    firstNew = EntryNumber(log.count + 1)
    record = opening.record
    vocabulary = Vocabulary(of: terms.monitoringProtocol)
    self.log = GrowingLog(log, author: author)
    transcribed = authorship.paperDate == nil ? nil : TranscribedLines(of: self.log.chart)
  }

  mutating func add(_ input: Input, id: EntryID) throws {
    let line = try understood(input)
    try checkOnPaper(line)
    guard !log.chart.isVoid else { throw SupervisionRefusal.sessionVoid(terms.session.label) }
    if line.isTakingBack { takeBackDuty() }
    try checkWhose(line)
    defer { changeDuty() }
    switch line {
    case .entry(let content, let observed, let hint):
      guard log.chart.closing == nil else {
        throw SupervisionRefusal.sessionClosed(terms.session.label)
      }
      if authorship.paperDate == nil, log.chart.entries.first?.original.source == .paper {
        throw PaperRefusal.liveLine(session: terms.session.label, terms.session.number)
      }
      try check(content)
      enter(content, observed: observed, isClock: input.namesClock, hint: hint, id: id)
    case .acknowledge(let target, let text, let observed):
      acknowledgements.append(
        WaitingAcknowledgement(place: drafts.count, target: target, text: text, observed: observed)
      )
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

  /// Reads a line after one that was refused, so that what is wrong with it is said as well.
  mutating func tryOut(_ input: Input) throws {
    try checkOnPaper(understood(input))
  }

  /// A line of a paper chart says when, nothing on the chart is from before the session, and what the
  /// session says already is not typed in once more.
  private mutating func checkOnPaper(_ line: TypedLine) throws {
    guard authorship.paperDate != nil else { return }
    lastOnPaper = line.observed?.instant ?? lastOnPaper
    switch line {
    case .fix, .void, .undo: return
    case .entry, .acknowledge: break
    }
    guard let observed = line.observed else { throw PaperRefusal.noTime }
    let opened = terms.session.opened
    guard observed.instant >= opened.instant else {
      throw PaperRefusal.beforeOpening(observed.clock, of: terms.session, opened: opened)
    }
    // A doubted line that is typed again right away is verified by it.
    guard case .entry(let content, _, _) = line,
      let entry = transcribed?.entry(saying: content, at: observed.instant),
      log.chart[entry]?.isVoid == false,
      unverifiedTwin(of: content, observed: observed, isClock: true) == nil
    else { return }
    throw PaperRefusal.thereAlready(entry, takesRemark: content.takesRemark)
  }

  /// After a handover the newest entry is another's, whom the environment does not name: which one is
  /// meant is asked.
  private func checkWhose(_ line: TypedLine) throws {
    guard line.isAboutNewestOfOwn, let usual = givenWay, author != usual else { return }
    let typed = line.isUndo ? "undo" : line.isTakingBack ? "void" : "fix"
    let newest = [usual, author].compactMap { person -> NewestOfOne? in
      var own = GrowingLog(log.entries, author: person)
      guard let number = own.newestOfOwn(voidsToo: line.isUndo) else { return nil }
      let content = (log.chart[number]?.content ?? log[number]?.content)?.withoutDoubts
      return NewestOfOne(
        by: person,
        number: number,
        says: content.map { $0.line() ?? $0.kind.named } ?? ""
      )
    }
    throw WhoseEntry(
      command: typed,
      session: terms.session.label,
      usual: usual,
      onDuty: author,
      newest: newest
    )
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
      reach: authorship.paperDate == nil ? .hours(12) : nil,
      fixesNear: log.lastObserved,
      paper: authorship.paperDate.map { PaperClock(date: $0, after: lastOnPaper) }
    )
  }

  /// The batch's entries as they will be.
  var newEntries: [Entry] { log.entries.suffix(drafts.count) }

  /// Fills in which flags the batch's acknowledgements name, once all its entries are known.
  mutating func resolveAcknowledgements(after known: SessionFold) throws {
    guard !acknowledgements.isEmpty else { return }
    // As of the commit's own time, which is the latest of the log, also when a clock stepped back.
    let flags = known.continued(by: newEntries).assessment(asOf: lastKnown(log.entries)).flags
    for waiting in acknowledgements {
      // On paper it was written of what was open then.
      let among = AcknowledgedFlags(
        among: flags,
        at: authorship.paperDate == nil ? nil : waiting.observed?.instant
      )
      let named: [Acknowledgement.Named]
      do {
        named = try among.named(by: waiting.target)
      } catch let refusal as any Refusal {
        // Each line of a batch makes one draft, in its order.
        throw drafts.count == 1 ? refusal : LineRefused(line: waiting.place + 1, refusal: refusal)
      }
      drafts[waiting.place] = drafts[waiting.place].saying(
        .acknowledgement(Acknowledgement(flags: named, text: waiting.text))
      )
    }
  }

  /// The same draft with other content, once all entries of the batch are known.
  mutating func say(_ content: Content, at place: Int) {
    drafts[place] = drafts[place].saying(content)
  }

  // MARK: - Who is on duty

  /// Who did what the next entry says.
  var doer: ClinicianCode { authorship.source == .paper ? observer ?? author : author }

  /// After a handover of the batch, or one that it took back, the next entry is by another.
  private mutating func changeDuty() {
    guard let content = drafts.last?.content, isOfHandover(content), let duty = Duty(log.chart),
      let ofBatch = Duty(log.chart, since: firstNew)
    else { return }
    if authorship.source == .paper {
      // Who copies a chart enters all of it.
      observer = ofBatch.handedOver.isEmpty ? authorship.observer : ofBatch.onDuty
    } else if let named = authorship.author {
      changeAuthor(to: ofBatch.handedOver.contains(named) ? duty.onDuty : named)
    } else {
      changeAuthor(to: duty.author(authorship))
    }
  }

  /// Whether it is a handover, or takes one back.
  private func isOfHandover(_ content: Content) -> Bool {
    switch content {
    case .presence(.handover): return true
    case .void(let void):
      let target = log.chart[log.chart.original(of: void.entry)]
      guard case .presence(.handover)? = target?.content else { return false }
      return true
    default: return false
    }
  }

  /// Right after a handover whoever handed over takes it back, though another is on duty by then.
  private mutating func takeBackDuty() {
    guard authorship.author == nil, let last = log.chart.entries.last, !last.isVoid,
      case .presence(.handover) = last.content
    else { return }
    changeAuthor(to: last.original.author)
  }

  private mutating func changeAuthor(to next: ClinicianCode) {
    guard next != author else { return }
    author = next
    log = GrowingLog(log.entries, author: next)
  }

  // MARK: - Entries

  private mutating func enter(
    _ content: Content,
    observed: Stamp?,
    isClock: Bool,
    hint: String?,
    id: EntryID
  ) {
    if let first = unverifiedTwin(of: content, observed: observed, isClock: isClock) {
      append(
        .verification(of: first),
        observed: authorship.paperDate == nil ? nil : observed,
        id: id
      )
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
      observer: observer,
      source: authorship.source,
      room: log.chart.room,
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

/// An acknowledgement whose flags are not known yet.
private struct WaitingAcknowledgement {
  /// Of its draft in the batch.
  let place: Int
  let target: AcknowledgeTarget
  let text: String
  let observed: Stamp?
}

extension TypedLine {
  /// When it was observed, where the line says so.
  fileprivate var observed: Stamp? {
    switch self {
    case .entry(_, let observed, _), .acknowledge(_, _, let observed): observed
    case .fix, .void, .undo: nil
    }
  }
}

extension TypedLine {
  /// Whether it takes back the newest entry of whoever types it.
  fileprivate var isTakingBack: Bool {
    switch self {
    case .undo, .void(.last, _): true
    case .void, .fix, .entry, .acknowledge: false
    }
  }

  /// Whether it is about the newest entry of whoever types it.
  fileprivate var isAboutNewestOfOwn: Bool {
    switch self {
    case .undo, .void(.last, _), .fix(.last, _, _, _): true
    case .void, .fix, .entry, .acknowledge: false
    }
  }

  fileprivate var isUndo: Bool { self == .undo }
}
