import SessionRecord

/// An infusion as the entries tell it so far: its dose, its start, its pauses and its stop.
struct InfusionCourse {
  private(set) var began: Stamp
  private(set) var start: EntryNumber?
  private(set) var dose: (dose: Dose, entry: EntryNumber, isUnverified: Bool)?
  /// What a start without a dose gives: the protocol's own drug.
  private let ownDrug: String
  private var pauses: [GivenDose.Pause] = []
  private var lastRate: Instant?
  private var stop: (given: AmountGiven, entry: EntryNumber, at: Instant)?
  /// Another began, so that nothing more can be entered about this one.
  var isDisplaced = false

  /// Begun by a dose that is given over a time.
  init(_ dose: Dose, at entry: ChartEntry) {
    began = entry.observed
    ownDrug = dose.drug
    self.dose = (dose, entry.number, entry.isWaitingDose)
  }

  /// Begun by a start, whose dose may come.
  init(startedBy entry: ChartEntry, ownDrug: String) {
    began = entry.observed
    start = entry.number
    self.ownDrug = ownDrug
  }

  var drug: String { dose?.dose.drug ?? ownDrug }
  /// A start takes its dose while it would still run by that dose's minutes; after them the dose is of
  /// another infusion, which begins with it.
  func takes(_ dose: Dose, at instant: Instant) -> Bool {
    guard self.dose == nil, isRunning, let minutes = dose.overMinutes else { return false }
    return end(after: minutes).map { instant <= $0 } ?? true
  }
  /// A rate set before the start says nothing about running; a pause does.
  var takesStart: Bool { start == nil && pauses.isEmpty && isRunning }
  var isRunning: Bool { stop == nil && !isDisplaced }

  mutating func take(_ dose: Dose, at entry: ChartEntry) {
    self.dose = (dose, entry.number, entry.isWaitingDose)
  }

  /// The time of the start wins over the dose's.
  mutating func takeStart(_ entry: ChartEntry) {
    start = entry.number
    began = entry.observed
  }

  mutating func take(_ event: InfusionEvent, at entry: ChartEntry) {
    let instant = entry.observed.instant
    switch event {
    case .start: break
    case .pause:
      if openPause == nil { pauses.append(GivenDose.Pause(from: instant, to: nil)) }
    case .resume: endPause(at: instant)
    case .rate: lastRate = instant
    case .stop(let given):
      endPause(at: instant)
      stop = (given, entry.number, instant)
    }
  }

  /// The start and its planned minutes, moved by its pauses; nil without planned minutes, while it is
  /// paused, and where it was seen to run beyond that, so that nothing says when it ends.
  var plannedEnd: Instant? {
    guard let minutes = dose?.dose.overMinutes, let end = end(after: minutes),
      pauses.allSatisfy({ $0.from <= end }), lastRate.map({ $0 <= end }) ?? true
    else { return nil }
    return end
  }

  /// The recorded stop, else the planned end.
  var end: Instant? { stop?.at ?? plannedEnd }

  /// When so many minutes have run, of which pauses are none; nil while it is paused before that.
  private func end(after minutes: Int) -> Instant? {
    var end = began.instant + .minutes(minutes)
    for pause in pauses where pause.from <= end {
      guard let to = pause.to else { return nil }
      end = end + (to - pause.from)
    }
    return end
  }

  /// As of an instant; closing leaves nothing running.
  func given(by clock: Instant, isClosed: Bool) -> GivenDose {
    let planned = plannedEnd.flatMap { $0 <= clock ? $0 : nil }
    let given: GivenDose.Given =
      switch stop?.given {
      case .amount(let amount): .amount(amount)
      case .notKnown: .notKnown
      case .notSaid: .notSaid
      case nil: isDisplaced || isClosed || planned != nil ? .endNotRecorded : .running
      }
    return GivenDose(
      dose: dose?.entry,
      start: start,
      drug: drug,
      route: dose?.dose.route,
      planned: dose?.dose.amount,
      overMinutes: dose?.dose.overMinutes,
      began: began,
      pauses: pauses,
      stop: stop?.entry,
      ended: stop?.at ?? planned,
      given: given,
      isUnverified: dose?.isUnverified ?? false
    )
  }

  private var openPause: Int? {
    guard let last = pauses.last, last.to == nil else { return nil }
    return pauses.count - 1
  }

  private mutating func endPause(at instant: Instant) {
    guard let place = openPause else { return }
    pauses[place] = GivenDose.Pause(from: pauses[place].from, to: instant)
  }
}

extension ChartEntry {
  /// Whether something about the dose waits to be typed again.
  var isWaitingDose: Bool { content.isDoubted && verifiedBy == nil }
}
