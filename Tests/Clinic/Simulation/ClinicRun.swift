import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// A clinic by a seed, for so many days: each act held against the model, and everything again and again.
package final class ClinicRun {
  package struct Failed: Error, CustomStringConvertible {
    package let seed: UInt64
    package let step: Int
    package let act: String
    package let reason: String
    /// The run had a fault to see, and that was made.
    package let isOfFault: Bool

    package var description: String { "seed \(seed), step \(step): \(act)\n\(reason)" }
  }

  package let seed: UInt64
  package internal(set) var figures = ClinicFigures()
  /// Told at the end of each week, with the steps so far.
  package var progress: (_ week: Int, _ steps: Int) -> Void = { _, _ in }
  let days: Int
  let breaking: Break?
  let people: ClinicPeople
  let desks: ClinicDesks
  let berlin: Zone
  var random: SeededGenerator
  var model: ModelClinic
  /// Every version of the protocol so far.
  var versions: [ClinicTerms] = []
  var act = "the clinic is set up"
  /// How far the clock is off since the machine was started with it so.
  var clockIsOff: TimeSpan?
  /// The step at which the fault is made; later ones until it can be.
  private let breakingStep: Int
  private var isBroken = false

  package init(
    seed: UInt64,
    days: Int,
    in place: String,
    breaking: Break? = nil
  ) throws {
    self.seed = seed
    self.days = days
    self.breaking = breaking
    random = SeededGenerator(seed: seed)
    people = try ClinicPeople()
    guard let berlin = Zone(named: "Europe/Berlin") else {
      throw Difference("a zone", expected: "Europe/Berlin", found: "none")
    }
    self.berlin = berlin
    // Half of the runs begin in one of the two weeks in which the clocks are changed.
    let after = random.chance(50) ? random.pick([82, 295]) : random.number(0...364)
    // From 07:00 of 1 January 2026.
    let began = Instant(milliseconds: 1_767_250_800_000 + after * 86_400_000)
    desks = try ClinicDesks(in: place, SimulatedClock(at: began, &random))
    model = ModelClinic(record: desks.store(at: 0).recordID)
    breakingStep = random.number(30...90)
  }

  /// Runs to the end, or to the first difference.
  package func run() throws {
    defer { desks.discard() }
    do {
      try setUp()
      for first in stride(from: 1, through: days, by: 7) {
        try live(through: first...min(first + 6, days))
        progress(first / 7 + 1, figures.steps)
      }
    } catch {
      throw failed("\(error)")
    }
    if breaking != nil, !isBroken {
      throw failed("the fault could not be made")
    }
  }

  private func failed(_ reason: String) -> Failed {
    Failed(seed: seed, step: figures.steps, act: act, reason: reason, isOfFault: isBroken)
  }

  // MARK: - A step

  /// One act at one desk, with whatever goes wrong, and all that it touched held against the model.
  func carryOut(
    _ act: Act,
    at desk: Int,
    under trouble: Trouble? = nil,
    with other: Act? = nil
  )
    throws
  {
    figures.steps += 1
    self.act = act.words
    let moment = Moment(desks.hands.clock)
    let isEarly = breaking == .answerEarly && figures.steps >= breakingStep && !isBroken
    var isHeldTooLong = false
    if case .held(let time)? = trouble {
      figures.held += 1
      isHeldTooLong = time > 5_000
    }
    var inner: Result<Answer, any Error>?
    if let other {
      var locks = random.number(1...9)
      desks.disk.onLock = { [unowned self] in
        locks -= 1
        guard locks == 0 else { return }
        desks.disk.onLock = nil
        inner = Result { try other.perform(self.desks.supervision(at: 1 - desk)) }
      }
    }
    let (result, mishap) = try desks.run(
      under: isEarly ? .cut(.call(1), isTorn: false) : trouble
    ) {
      try act.perform(desks.supervision(at: desk))
    }
    desks.disk.onLock = nil
    if let inner, let other {
      figures.interleaved += 1
      try take(other, inner, at: moment)
    }
    switch mishap {
    case .none where isHeldTooLong:
      figures.busy += 1
      try requireBusy(result)
      try goOn(act, after: result, at: desk, moment)
    case .none: try take(act, result, at: moment)
    case .failed:
      figures.failures += 1
      try goOn(act, after: result, at: desk, moment)
    case .cut:
      figures.cuts += 1
      try desks.fallBack()
      if isEarly, case .success = result {
        isBroken = true
        try take(act, result, at: moment)
      } else {
        try goOn(act, after: nil, at: desk, moment)
      }
    }
    if breaking != nil, breaking != .answerEarly { try breakSomething(act) }
    try StepCheck(model: model, store: desks.store(at: random.number(0...1)))
      .look(at: act.streams + (other?.streams ?? []))
    // In one of so many steps as a person asks, as of now.
    if random.once(in: 12) { try lookAtNow(act) }
  }

  private func requireBusy(_ result: Result<Answer, any Error>) throws {
    if case .failure(let error) = result, case .busy? = error as? RecordRefusal { return }
    throw Difference("an entry while another program works", expected: "busy", found: result)
  }

  /// Takes in what an act was answered with.
  private func take(_ act: Act, _ result: Result<Answer, any Error>, at moment: Moment) throws {
    let before = Dictionary(act.streams.map { ($0, model.count(in: $0)) }) { first, _ in first }
    switch (try act.expected(model, moment), result) {
    case (.refused, .failure(let error)), (.either, .failure(let error)):
      guard error is any Refusal || error is LineRefused else { throw error }
      figures.refused += 1
    case (.saved, .failure(let error)), (.unchanged, .failure(let error)):
      throw Difference(
        "\(act.words), at \(moment.now)",
        expected: "that it is taken",
        found: told(error)
      )
    case (.refused, .success(let answer)):
      throw Difference(
        act.words,
        expected: "that it is refused",
        found: answer.logs.values.map { $0.suffix(2).map(\.content) }
      )
    case (.saved(let additions), .success(let answer)),
      (.either(let additions), .success(let answer)):
      try model.take(additions, found: { answer.logs[$0] ?? [] }, at: moment)
      figures.commits += additions.count
      if act.streams.count > 1 { figures.moves += 1 }
      try AnswerCheck(model: model, answer: answer, before: before).look()
    case (.unchanged, .success(let answer)):
      try AnswerCheck(model: model, answer: answer, before: before).look()
    }
  }

  private func told(_ error: any Error) -> String {
    if let refusal = error as? any Refusal { return refusal.description }
    if let refused = error as? LineRefused {
      return "line \(refused.line): \(refused.refusal.description)"
    }
    return "\(error)"
  }

  /// After a fault: what was entered is there as a whole or not at all, as was said; then it is tried again.
  ///
  /// *result* is nil where the power went before anybody was answered.
  private func goOn(
    _ act: Act,
    after result: Result<Answer, any Error>?,
    at desk: Int,
    _ moment: Moment
  ) throws {
    let store = desks.store(at: desk)
    let found = try act.streams.map { stream in
      (
        stream: stream,
        log: try entries(of: stream, in: store)
      )
    }
    let isThere = found.contains { $0.log.count > model.count(in: $0.stream) }
    if let result {
      switch result {
      case .success(let answer):
        // What was there before, or adds nothing, is no matter of the disk.
        guard isThere || answer.alreadySaved != nil else {
          throw Difference("what was said to be saved", expected: "there", found: "not there")
        }
      case .failure(let error):
        if case .notConfirmed? = error as? RecordRefusal {
          figures.notConfirmed += 1
        } else if isThere {
          throw Difference(
            "what was said not to be saved",
            expected: "not there",
            found: told(error)
          )
        }
      }
    }
    if isThere {
      if result == nil { figures.cutsSaved += 1 } else { figures.failuresSaved += 1 }
      switch try act.expected(model, moment) {
      case .saved(let additions), .either(let additions):
        try model.take(
          additions,
          found: { stream in found.first { $0.stream == stream }?.log ?? [] },
          at: moment
        )
        figures.commits += additions.count
      case .refused, .unchanged:
        throw Difference(act.words, expected: "that nothing is added", found: found)
      }
    }
    try StepCheck(model: model, store: store).look(at: act.streams)
    if random.chance(50) { try startAgain(at: desk) }
    guard !isThere else { return try tryAgain(act, at: desk) }
    figures.retries += 1
    try take(act, Result { try act.perform(desks.supervision(at: desk)) }, at: moment)
  }

  /// The same line with the same id: nothing is added, and that is said.
  func tryAgain(_ act: Act, at desk: Int) throws {
    guard act.id != nil, let stream = act.streams.first else { return }
    figures.retries += 1
    let answer = try act.perform(desks.supervision(at: desk))
    let saved = try entries(of: stream, in: desks.store(at: desk)).first { $0.id == act.id }
    try require("what a retry is answered", saved?.number, is: answer.alreadySaved)
    try StepCheck(model: model, store: desks.store(at: desk)).look(at: act.streams)
  }

  private func entries(of stream: EntryStream, in store: RecordStore) throws -> [Entry] {
    switch stream {
    case .session(let number): try store.entries(of: number)
    case .course(let patient): try store.courseLog(of: patient)
    }
  }

  private func lookAtNow(_ act: Act) throws {
    guard case .session(let number)? = act.streams.first, let session = model[number] else {
      return
    }
    let file = try desks.supervision(at: random.number(0...1)).file(of: number)
    let moment = Moment(desks.hands.clock)
    let isOpen = session.isOpen
    try require(
      "the log in the file of session \(number)",
      isOpen ? session.log(at: moment) : session.log,
      are: file.log
    )
    try require(
      "the flags of session \(number) as of now",
      session.assessment(at: moment).flags,
      are: file.assessment.flags
    )
  }

  // MARK: - Between steps

  func startAgain(at desk: Int) throws {
    figures.restarts += 1
    try desks.startAgain(at: desk)
  }

  func lookAtEverything(_ level: VerificationLevel, from session: SessionNumber) throws {
    figures.wholeChecks += 1
    act += ", and everything is looked at"
    figures.entries = model.entries
    figures.sessions = model.sessions.count
    figures.clockSteps = model.sessions.reduce(0) { count, session in
      count + session.written.count { if case .clockStep = $0.content { true } else { false } }
    }
    try WholeCheck(
      model: model,
      supervision: desks.supervision(at: random.number(0...1)),
      moment: Moment(desks.hands.clock),
      from: session
    ).look(level)
  }

  private func breakSomething(_ act: Act) throws {
    guard let breaking, !isBroken, figures.steps >= breakingStep,
      case .session(let number)? = act.streams.first, let session = model[number]
    else { return }
    switch breaking {
    case .dropEntry where session.written.count > 1: break
    case .swapEntries:
      let last = session.written.suffix(2)
      guard last.count == 2, last.first?.content != last.last?.content,
        session.written.count > 2
      else { return }
    case .forgetFlag where session.state != .void && !session.assessment().flags.isEmpty: break
    case .forgetSeal where !model.seals.isEmpty: break
    default: return
    }
    guard let sql = breaking.sql(session: number.value) else { return }
    try desks.tamper(sql)
    isBroken = true
  }
}
