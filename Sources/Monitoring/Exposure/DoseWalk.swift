import SessionRecord

/// The doses and infusions of a session, taken one by one in observed order.
///
/// Infusion events are about the protocol's own drug, as time zero has it: another medicine given over
/// a time runs beside the infusion, and takes an event only where no infusion of the own drug runs.
struct DoseWalk {
  private let ownDrug: String
  private var atOnce: [GivenDose] = []
  private var infusions: [InfusionCourse] = []
  /// The place of the infusion of the own drug that was last begun.
  private var own: Int?

  init(of chart: Chart, ownDrug: String) {
    self.ownDrug = ownDrug
    for entry in chart.standingInObservedOrder {
      switch entry.content {
      case .dose(let dose): take(dose, at: entry)
      case .infusion(.start): takeStart(entry)
      case .infusion(let event): take(event, at: entry)
      case .opened, .vitals, .effect, .check, .waste, .scale, .action, .note, .mark, .deferred,
        .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening,
        .presence, .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
        break
      }
    }
  }

  /// The end of the infusion of the own drug that was last begun: its recorded stop, else when it is
  /// planned to end; nil where the entries tell none.
  var ownInfusionEnd: Instant? { own.flatMap { infusions[$0].end } }

  /// In the order in which they began.
  func given(by clock: Instant, isClosed: Bool) -> [GivenDose] {
    let all = atOnce + infusions.map { $0.given(by: clock, isClosed: isClosed) }
    return all.sorted { ($0.began.instant, $0.first) < ($1.began.instant, $1.first) }
  }

  private mutating func take(_ dose: Dose, at entry: ChartEntry) {
    guard dose.overMinutes != nil else {
      atOnce.append(GivenDose(atOnce: dose, at: entry))
      return
    }
    guard dose.drug == ownDrug else {
      infusions.append(InfusionCourse(dose, at: entry))
      return
    }
    if let own, infusions[own].takes(dose, at: entry.observed.instant) {
      infusions[own].take(dose, at: entry)
    } else {
      begin(InfusionCourse(dose, at: entry))
    }
  }

  private mutating func takeStart(_ entry: ChartEntry) {
    if let own, infusions[own].takesStart {
      infusions[own].takeStart(entry)
    } else {
      begin(InfusionCourse(startedBy: entry, ownDrug: ownDrug))
    }
  }

  private mutating func begin(_ infusion: InfusionCourse) {
    if let own { infusions[own].isDisplaced = true }
    own = infusions.count
    infusions.append(infusion)
  }

  /// An event with nothing running says nothing about what was given.
  private mutating func take(_ event: InfusionEvent, at entry: ChartEntry) {
    guard let place = running(at: entry.observed.instant) else { return }
    infusions[place].take(event, at: entry)
  }

  private func running(at instant: Instant) -> Int? {
    if let own, infusions[own].isRunning { return own }
    return infusions.lastIndex { infusion in
      infusion.drug != ownDrug && infusion.isRunning
        && infusion.plannedEnd.map { instant <= $0 } ?? true
    }
  }
}

extension GivenDose {
  /// The entry by which it is first told.
  fileprivate var first: EntryNumber { dose ?? start ?? EntryNumber(0) }

  fileprivate init(atOnce dose: Dose, at entry: ChartEntry) {
    self.init(
      dose: entry.number,
      start: nil,
      drug: dose.drug,
      route: dose.route,
      planned: dose.amount,
      overMinutes: nil,
      began: entry.observed,
      pauses: [],
      stop: nil,
      ended: entry.observed.instant,
      given: .amount(dose.amount),
      isUnverified: entry.isWaitingDose
    )
  }
}
