import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// A patient's visit as it is planned: so many acts until it is ended.
struct PlannedVisit {
  let number: SessionNumber
  var left: Int
  /// When the dose is given; acts left by then.
  let dose: Int
  let isLeftOpen: Bool
}

extension ClinicRun {
  // MARK: - Setting up

  func setUp() throws {
    for (code, roles) in [
      (people.physician, ClinicianRole.allCases), (people.nurses[0], [.observer]),
      (people.nurses[1], [.observer]), (people.nurses[2], [.observer]),
    ] {
      _ = try desks.supervision(at: 0).list(
        clinician: code,
        named: nil,
        roles: roles,
        by: people.physician,
        in: berlin
      )
    }
    try adoptNext()
  }

  func adoptNext() throws {
    let text = ClinicProtocolText.text(version: versions.count + 1)
    let read = try MonitoringProtocol(reading: text, from: "clinic.json")
    let reason = ProtocolCheck(read).findings.isEmpty ? nil : "made up"
    let outcome = try desks.supervision(at: random.number(0...1)).adopt(
      protocolText: text,
      named: "clinic.json",
      by: people.physician,
      because: reason,
      in: berlin
    )
    let terms = ClinicTerms(
      text: text,
      reference: ProtocolReference(
        id: ProtocolID("clinic"),
        version: "\(versions.count + 1)",
        digest: outcome.adoption.digest
      ),
      monitoringProtocol: read
    )
    model.adoptions.append(
      Adoption(
        id: ProtocolID("clinic"),
        version: terms.reference.version,
        digest: outcome.adoption.digest,
        by: people.physician,
        at: ClinicZone.berlin.stamp(desks.hands.clock.now),
        remark: reason
      )
    )
    versions.append(terms)
    model.terms = terms
    figures.versions += 1
  }

  func someone() throws -> Patient {
    if model.patients.count >= 4, random.chance(70) { return random.pick(model.patients) }
    let code = try PatientCode("P-\(padded(model.patients.count + 1, 4))")
    let patient = try desks.store(at: random.number(0...1)).add(
      patient: code,
      identity: Identity(name: "Made Up \(code)", birthDate: "1984-03-12"),
      at: desks.hands.clock.now
    )
    model.patients.append(patient)
    return patient
  }

  // MARK: - Time

  /// In a run of a week everything is looked at each day; in a longer one each week, and each session of those before
  /// once a quarter.
  func live(through days: ClosedRange<Int>) throws {
    let first = model.nextSession
    for day in days {
      try live(on: day)
      let isShort = self.days <= 7
      if isShort || day == days.upperBound {
        let isFull = day == self.days || day % (13 * 7) == 0
        try lookAtEverything(
          isFull ? .full : .chains,
          from: SessionNumber(isFull ? 1 : max(1, first.value - 4))
        )
      }
      pass(.seconds(random.number(12 * 3_600...14 * 3_600)))
    }
  }

  private func live(on day: Int) throws {
    if random.chance(15) {
      figures.boots += 1
      desks.hands.clock.startAgain(after: .seconds(random.number(20...900)), &random)
    }
    if random.chance(20) { try startAgain(at: random.number(0...1)) }
    if random.chance(day % 7 == 1 ? 20 : 4) { try adoptNext() }
    for _ in 0..<random.number(0...2) { try course() }
    var visits = try leftOpen()
    var toCome = day % 7 > 5 || day % 7 == 0 ? random.number(0...1) : random.number(1...3)
    while !visits.isEmpty || toCome > 0 {
      pass(.seconds(random.once(in: 6) ? random.number(400...1_500) : random.number(8...320)))
      if toCome > 0, visits.isEmpty || (visits.count < 3 && random.once(in: 12)) {
        toCome -= 1
        if let visit = try open() { visits.append(visit) }
        continue
      }
      guard !visits.isEmpty else { continue }
      let place = random.number(0...visits.count - 1)
      visits[place].left -= 1
      try goOn(visits[place], among: visits)
      let isOver = visits[place].left <= 0 || model[visits[place].number]?.isOpen != true
      if isOver { visits.remove(at: place) }
    }
    if random.chance(40) { try course() }
    for _ in 0..<random.number(0...3) { try afterwards() }
  }

  private func leftOpen() throws -> [PlannedVisit] {
    model.sessions.filter(\.isOpen).map {
      PlannedVisit(number: $0.number, left: random.number(1...4), dose: -1, isLeftOpen: false)
    }
  }

  func pass(_ span: TimeSpan) {
    desks.hands.clock.advance(by: span)
    if random.once(in: 250) {
      figures.boots += 1
      desks.hands.clock.startAgain(after: .seconds(random.number(20...300)), &random)
      // A clock whose battery is empty comes up wrong, and is set right after a while.
      if clockIsOff == nil, random.chance(60) {
        let off = TimeSpan.seconds(-random.number(60...100_000))
        desks.hands.clock.set(by: off)
        clockIsOff = off
      }
    } else if let off = clockIsOff, random.once(in: 6) {
      figures.clockSets += 1
      desks.hands.clock.set(by: TimeSpan(milliseconds: -off.milliseconds))
      clockIsOff = nil
    }
    guard random.once(in: 70) else { return }
    figures.clockSets += 1
    let seconds =
      switch random.number(1...10) {
      case 1...3: random.number(1...30)
      case 4...6: random.number(31...1_800)
      case 7...8: 3_600
      case 9: random.number(3_601...14_400)
      default: 86_400
      }
    desks.hands.clock.set(by: .seconds(random.chance(50) ? seconds : -seconds))
  }
}
