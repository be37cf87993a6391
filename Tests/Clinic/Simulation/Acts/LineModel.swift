import Monitoring
import SessionRecord

/// What lines come to in a session, line by line; nil as soon as one is refused.
struct LineModel {
  private let session: ModelSession
  private let author: ClinicianCode
  private let moment: Moment
  private let id: EntryID?
  private let before: [Entry]
  private(set) var standing: Standing
  private(set) var drafts: [ExpectedDraft] = []
  /// The rules decide whether it is taken.
  private(set) var isOfTheRules = false

  init(_ session: ModelSession, by author: ClinicianCode, at moment: Moment, id: EntryID?) {
    self.session = session
    self.author = author
    self.moment = moment
    self.id = id
    before = session.log(at: moment)
    standing = Standing(before)
    // The step of the clock with which the commit will begin takes a number.
    if let by = session.step(at: moment), let step = ClockStep(by: by) {
      standing.append(entry(Draft(id: EntryID(unknown: 0), content: .clockStep(step), now, author)))
    }
  }

  private var now: Stamp { session.zone.stamp(moment.now) }

  /// False where the line is refused.
  mutating func take(_ meaning: TypedMeaning) throws -> Bool {
    guard !standing.isVoid else { return false }
    switch meaning {
    case .slip: return false
    case .entry(let content, let ago): return enter(content, ago: ago)
    case .acknowledge(let number, let text): return acknowledge(number, text)
    case .acknowledgeAll(let text): return acknowledgeAll(text)
    case .fix(let number, let change, let ago, let reason):
      return try fix(number, change, ago, reason)
    case .void(let number, let reason): return void(number, reason)
    case .undo: return undo()
    }
  }

  // MARK: - Entries

  private mutating func enter(_ content: Content, ago: TimeSpan?) -> Bool {
    guard standing.closing == nil, isPossible(content) else { return false }
    let observed = ago.map { session.zone.stamp(moment.now - $0) } ?? now
    if let first = waiting(for: content, observed) {
      add(.verification(of: EntryNumber(first)), observed: now)
      return true
    }
    if case .presence(.handover(let handover)) = content {
      handOver(handover)
      return true
    }
    if case .deferred = content { isOfTheRules = true }
    add(doubted(content, at: observed.instant, except: nil), observed: observed)
    return true
  }

  /// A second person who is the first, and a room that it is in, are refused.
  private func isPossible(_ content: Content) -> Bool {
    switch content {
    case .check(let checker): standing.newestDose.map { $0.author.text != checker } ?? true
    case .waste(let waste): waste.witness != author.text
    case .presence(.handover(let handover)): handover.to != author
    case .assigned(let room): room != standing.room
    default: true
    }
  }

  /// The newest of one's own that says the same and waits to be typed again, typed at most two minutes ago and seen at
  /// the same time, or as long before it was typed.
  private func waiting(for content: Content, _ observed: Stamp) -> Int? {
    standing.lines.last { line in
      let typed = line.original.recorded.instant
      return line.isDoubted && line.original.author == author
        && line.content.withoutDoubts == content.withoutDoubts && isRecent(typed)
        && (line.observed.instant == observed.instant
          || typed - line.observed.instant == moment.now - observed.instant)
    }?.number
  }

  private func isRecent(_ typed: Instant) -> Bool {
    let age = moment.now - typed
    return age >= .seconds(0) && age <= .minutes(2)
  }

  private func doubted(_ content: Content, at instant: Instant, except number: Int?) -> Content {
    switch content {
    case .vitals(let vitals):
      return .vitals(vitals.doubted(after: standing.recentValues(at: instant, except: number)))
    case .dose(let dose):
      let formulary = session.terms.monitoringProtocol.formulary
      return .dose(
        dose.doubted(
          formulary.doubts(about: dose, weight: standing.opening?.weight?.thousandths)
        )
      )
    default: return content
    }
  }

  /// What is read back is of the record as it is before; in which words it says what is due is the program's.
  private mutating func handOver(_ handover: Handover) {
    let asOf = max(ModelSession.newest(before), moment.now)
    let flags = assess(before, under: session.terms.monitoringProtocol, asOf: asOf).flags
    let content = Handover(
      to: handover.to,
      flags: flags.filter(\.isOpen).map(\.number),
      unverified: standing.lines.filter(\.isDoubted).map(\.original.number),
      remark: handover.remark
    )
    add(.presence(.handover(content)), observed: now)
    drafts[drafts.count - 1].filling = { found in
      guard case .presence(.handover(let said)) = found else {
        return .presence(.handover(content))
      }
      return .presence(
        .handover(
          Handover(
            to: content.to,
            flags: content.flags,
            unverified: content.unverified,
            due: said.due,
            remark: content.remark
          )
        )
      )
    }
  }

  // MARK: - Flags

  private mutating func acknowledge(_ number: FlagNumber?, _ text: String) -> Bool {
    let flags = known()
    let named: Flag?
    if let number {
      named = flags.first { $0.number == number }
    } else {
      let open = flags.filter(\.isOpen)
      named = open.count == 1 ? open[0] : nil
    }
    guard let named else { return false }
    acknowledge([named], text)
    return true
  }

  private mutating func acknowledgeAll(_ text: String) -> Bool {
    let milder = known().filter { $0.isOpen && $0.priority != .high }
    guard !milder.isEmpty else { return false }
    acknowledge(milder, text)
    return true
  }

  private mutating func acknowledge(_ flags: [Flag], _ text: String) {
    let named = flags.map { Acknowledgement.Named(number: $0.number, flag: $0.identity) }
    add(.acknowledgement(Acknowledgement(flags: named, text: text)), observed: now)
  }

  /// The flags as of the commit that this will be.
  private func known() -> [Flag] {
    var after = self
    after.acknowledge([], "")
    let log = before + after.standing.log.dropFirst(before.count)
    return assess(
      log,
      under: session.terms.monitoringProtocol,
      asOf: ModelSession.newest(log)
    ).flags
  }

  // MARK: - Corrections

  /// The original that a number means, where it still stands.
  private func target(_ number: Int) -> Standing.Line? {
    guard standing.log.contains(where: { $0.number.value == number }) else { return nil }
    return standing[standing.original(of: number)].flatMap { $0.isVoid ? nil : $0 }
  }

  private mutating func fix(
    _ number: Int,
    _ change: Content?,
    _ ago: TimeSpan?,
    _ reason: String
  ) throws -> Bool {
    guard var line = target(number) else { return false }
    if case .verification(let verified) = line.content {
      guard let found = target(verified.value) else { return false }
      line = found
    }
    let observed = ago.map { session.zone.stamp(moment.now - $0) }
    let old = line.verifiedBy.isEmpty ? line.content : line.content.withoutDoubts
    var new = old
    switch line.content {
    case .vitals, .effect, .note, .dose, .action, .scale, .mark, .infusion, .check, .waste,
      .deferred, .assigned, .presence(.arrives), .presence(.leaves):
      break
    default: return false
    }
    if let change {
      guard let merged = try Corrected.content(line.content.withoutDoubts, changedBy: change) else {
        return false
      }
      let at = (observed ?? line.observed).instant
      new = Corrected.keeping(
        old,
        in: doubted(merged, at: at, except: line.number),
        changedBy: change
      )
    }
    let moves = observed.map { $0.instant != line.observed.instant } ?? false
    guard new.withoutDoubts != line.content.withoutDoubts || moves else {
      guard line.isDoubted, let last = line.amendments.last,
        let correction = standing.log.first(where: { $0.number.value == last }),
        correction.author == author, isRecent(correction.recorded.instant)
      else { return false }
      add(.verification(of: line.original.number), observed: now)
      return true
    }
    add(
      .amendment(
        Amendment(of: line.original.number, content: new, observed: observed, reason: reason)
      ),
      observed: now
    )
    return true
  }

  private mutating func void(_ number: Int, _ reason: String) -> Bool {
    guard let line = target(number), !standing.isDecisionOfClosing(line.number) else {
      return false
    }
    switch line.content {
    case .opened, .moved, .clockStep: return false
    default: break
    }
    add(.void(Voiding(of: line.original.number, reason: .because(reason))), observed: now)
    return true
  }

  /// One's own newest entry, typed within the minute; no correction and no withdrawal.
  private mutating func undo() -> Bool {
    let own = standing.log.last { entry in
      guard entry.author == author else { return false }
      switch entry.content {
      case .opened, .moved, .clockStep, .screening: return false
      case .void: return true
      default:
        return standing[standing.original(of: entry.number.value)].map { !$0.isVoid } ?? false
      }
    }
    guard let own else { return false }
    switch own.content {
    case .void, .amendment: return false
    default: break
    }
    guard moment.now - own.recorded.instant <= .seconds(60) else { return false }
    add(.void(Voiding(of: own.number, reason: .undone)), observed: now)
    return true
  }

  // MARK: - Adding

  private mutating func add(_ content: Content, observed: Stamp) {
    let draft = ExpectedDraft(content, observed: observed, by: author, in: standing.room, id: id)
    drafts.append(draft)
    let known = id ?? EntryID(unknown: drafts.count)
    standing.append(entry(Draft(id: known, content: content, observed, author)))
  }

  private func entry(_ draft: Draft) -> Entry {
    Entry(
      draft,
      stream: .session(session.number),
      number: EntryNumber(standing.log.count + 1),
      commit: CommitNumber((before.last?.commit.value ?? 0) + 1),
      recorded: now,
      monotonic: moment.monotonic,
      record: before[0].record
    )
  }
}

extension Draft {
  fileprivate init(id: EntryID, content: Content, _ observed: Stamp, _ author: ClinicianCode) {
    self.init(id: id, observed: observed, author: author, content: content)
  }
}
