import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// A simulated day of a clinic: twenty sessions in three rooms, through `Supervision` and a real record,
/// with a clock that the day drives, compared with the reckoning at many instants.
final class ClinicDay {
  private static let rooms = 3
  private static let sessions = 20

  private let supervision: Supervision
  private var desk: DayDesk
  private let hands: ClockHands
  private let zone: Zone
  private var dice: SeededGenerator
  private var plans: [SessionPlan] = []
  private var acts: [PlannedAct] = []
  private var histories: [SessionHistory] = []
  /// By place in the day: the session's number, once it is open.
  private var numbers: [Int: SessionNumber] = [:]
  private var isClosed: Set<Int> = []
  /// Sessions that were changed since they were last compared.
  private var changed: Set<Int> = []
  private(set) var report: DayReport

  init(seed: UInt64, in folder: URL) throws {
    guard let zone = Zone(named: "Europe/Berlin"),
      let date = CivilTime(date: "2026-11-19")
    else { throw StoryDefect("no such date or zone") }
    self.zone = zone
    dice = SeededGenerator(seed: seed)
    report = DayReport(seed: seed)
    let morning = date.instant(offsetMinutes: 60) + .hours(7)
    let hands = ClockHands(at: morning)
    self.hands = hands
    supervision = Supervision(
      store: try RecordStore.open(
        at: folder.appending(path: "day.vigil").path(),
        .creating,
        // Parts of built-in protocols, which no clinic adopts.
        purpose: .training,
        now: morning
      ),
      clock: hands.clock
    )
    desk = DayDesk(supervision: supervision, zone: zone)
    try plan(from: morning)
  }

  /// Runs the day of a seed in a folder of its own.
  static func report(seed: UInt64) throws -> DayReport {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vigil-day-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let day = try ClinicDay(seed: seed, in: folder)
    try day.run()
    return day.report
  }

  private func plan(from morning: Instant) throws {
    let protocols = [
      try DayProtocol(builtIn: "iv-0.5-40"), try DayProtocol(builtIn: "esketamine-in"),
    ]
    var free = (0..<Self.rooms).map { morning + .minutes(4 + 9 * $0) + .seconds(7 * $0) }
    for session in 0..<Self.sessions {
      let room = free.indices.min { free[$0] < free[$1] } ?? 0
      let plan = SessionPlan(
        session: session,
        of: dice.pick(protocols),
        opened: free[room],
        author: ["KO", "MN", "LH"][room],
        dice: dice
      )
      dice = plan.rest
      free[room] = plan.ended + .minutes(dice.number(3...12))
      plans.append(plan)
      histories.append(SessionHistory(plan.dayProtocol))
    }
    acts = plans.flatMap(\.acts).sorted { ($0.at, $0.session) < ($1.at, $1.session) }
  }

  // MARK: - The day

  private func run() throws {
    var nextLook = hands.now + .minutes(10)
    for act in acts {
      while nextLook < act.at {
        hands.now = nextLook
        try compare(Set(numbers.keys).subtracting(isClosed).union(changed))
        nextLook = nextLook + .seconds(dice.number(5 * 60...25 * 60))
      }
      hands.now = act.at
      try take(act)
    }
    hands.now = hands.now + .hours(1)
    try compare(Set(numbers.keys))
    count()
    try tell()
  }

  private func take(_ act: PlannedAct) throws {
    guard case .open = act.kind else {
      guard let number = numbers[act.session] else { return }
      let isOfCorrecting =
        switch act.kind {
        case .correct, .move, .withdraw: true
        default: false
        }
      // Nobody types into a session that is closed, except to correct it.
      guard isOfCorrecting || !isClosed.contains(act.session) else { return }
      try take(act, in: number)
      return
    }
    let file = try desk.open(plans[act.session], at: hands.now)
    numbers[act.session] = file.session.number
    took(file, by: act.session)
    report.mostAtOnce = max(report.mostAtOnce, numbers.count - isClosed.count)
  }

  private func take(_ act: PlannedAct, in number: SessionNumber) throws {
    var expectsRefusal: Bool?
    if case .putOff(let subject, _) = act.kind {
      expectsRefusal = histories[act.session].refuses(subject, at: act.at.milliseconds)
    }
    do {
      guard let recorded = try desk.record(act, in: number) else { return }
      if expectsRefusal == true {
        report.differ("\(place(act)): a deferral was not refused")
      } else if expectsRefusal == false {
        report.deferralsAllowed += 1
      }
      took(recorded.file, by: act.session)
    } catch let refusal as any Refusal {
      if expectsRefusal == true {
        report.deferralsRefused += 1
      } else if expectsRefusal == false || !act.mayBeRefused {
        report.differ("\(place(act)): refused: \(refusal.problem)")
      }
    }
  }

  private func took(_ file: SessionFile, by session: Int) {
    let known = histories[session].log.count
    histories[session].wait(until: hands.now.milliseconds)
    histories[session].commit(file.log.dropFirst(known).map { DayEntry($0) })
    if file.session.isOpen { isClosed.remove(session) } else { isClosed.insert(session) }
    changed.insert(session)
  }

  private func place(_ act: PlannedAct) -> String {
    "seed \(report.seed), session \(act.session + 1), "
      + "\(Stamp(act.at, in: zone).civil.clockWithSeconds) \(act.kind)"
  }

  // MARK: - Comparing

  /// What is found now, what was stored with the last commit, and what is reckoned of both.
  private func compare(_ sessions: Set<Int>) throws {
    report.instants += 1
    let stored = try supervision.store.flags(FlagQuery())
    for session in sessions.sorted() {
      guard let number = numbers[session] else { continue }
      let file = try supervision.file(of: number)
      let last = file.log.map(\.recorded.instant).max() ?? hands.now
      let asOf = file.session.isOpen ? hands.now : last
      compare(session, file.assessment.flags, asOf: asOf, "found")
      let kept = stored.filter { $0.session.number == number }.map(\.flag)
      compare(session, kept, asOf: last, "stored")
      let again = assess(file.log, under: file.monitoringProtocol, asOf: last).flags
      if kept.sorted(by: { $0.number < $1.number }) != again {
        report.differ("\(place(session)): what is stored is not what is found of its log")
      }
      if !file.session.isOpen {
        // Closed, it reads the same at any later time.
        let now = assess(file.log, under: file.monitoringProtocol, asOf: hands.now).flags
        compare(session, now, asOf: hands.now, "assessed")
      }
      report.entries += file.log.count
    }
    changed = []
  }

  private func compare(_ session: Int, _ flags: [Flag], asOf: Instant, _ word: String) {
    let timed = flags.filter { $0.identity.entry == nil }
    let found = Set(timed.compactMap { DayFlag($0) })
    let reckoned = Set(histories[session].found(at: asOf.milliseconds).map { DayFlag($0) })
    report.compared += reckoned.count
    guard found != reckoned || found.count != timed.count else { return }
    let at = "\(place(session)), \(word) as of \(Stamp(asOf, in: zone).civil.clockWithSeconds)"
    for flag in found.subtracting(reckoned).sorted() {
      report.differ("\(at): not reckoned: \(flag)")
    }
    for flag in reckoned.subtracting(found).sorted() { report.differ("\(at): reckoned: \(flag)") }
    if found.count != timed.count { report.differ("\(at): flags that are not overdue flags") }
    report.tellOnce(histories[session].log, of: place(session), in: zone)
  }

  private func place(_ session: Int) -> String { "seed \(report.seed), session \(session + 1)" }

  private func count() {
    report.sessions = numbers.count
    report.entries = histories.map(\.log.count).reduce(0, +)
    for history in histories {
      let found = history.found(at: hands.now.milliseconds)
      report.raised += found.count
      report.cleared += found.count { $0.flag.cleared != nil }
      report.retracted += found.count { $0.retractedBy != nil }
      report.ofBaseline += found.count { $0.flag.cause.hasSuffix("baseline") }
    }
  }

  /// In how many sessions the reckoning with a sentence misread comes to other flags than the program.
  private func tell() throws {
    for (session, number) in numbers {
      let file = try supervision.file(of: number)
      let flags = assess(file.log, under: file.monitoringProtocol, asOf: hands.now).flags
      let found = Set(flags.filter { $0.retractedBy == nil }.compactMap { Reckoning.Flag($0) })
      for misreading in Misreading.allCases
      where histories[session].standing(at: hands.now.milliseconds, misreading) != found {
        report.told[misreading, default: 0] += 1
      }
    }
  }
}
