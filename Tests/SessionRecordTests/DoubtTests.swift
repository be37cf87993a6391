import SessionRecord
import Testing

@Suite struct DoubtTests {
  @Test func `doubts a pulse pressure under ten in both its parts`() throws {
    guard case .vitals(let narrow) = try Content.readings([.systolic: 120, .diastolic: 111]),
      case .vitals(let enough) = try Content.readings([.systolic: 120, .diastolic: 110])
    else {
      Issue.record("readings are vitals")
      return
    }
    #expect(narrow.doubts(after: [:]).map(\.sign) == [.systolic, .diastolic])
    #expect(narrow.doubts(after: [:]).allSatisfy { $0.cause == .narrowPulsePressure })
    #expect(enough.doubts(after: [:]).isEmpty)
  }

  @Test(arguments: [
    (VitalSign.systolic, 120, 60), (.diastolic, 70, 60), (.heartRate, 70, 50),
  ])
  func `doubts a jump of the limit and not one less`(
    sign: VitalSign,
    before: Int,
    jump: Int
  )
    throws
  {
    let previous = try Quantity(sign, before)
    for (value, isDoubted) in [
      (before + jump, true), (before + jump - 1, false), (before - jump + 1, false),
    ] {
      let vitals = try Vitals([sign: .measured(Quantity(sign, value), verified: true)])
        .doubts(after: [sign: previous])
      let jumped = vitals.contains { $0.cause == .jump(from: previous) }
      #expect(jumped == isDoubted, "\(sign) \(before) to \(value)")
    }
  }

  @Test func `doubts no jump of the other signs`() throws {
    let previous = try Quantity(.spo2, 100)
    let vitals = try Vitals([.spo2: .measured(Quantity(.spo2, 85), verified: true)])
    #expect(vitals.doubts(after: [.spo2: previous]).isEmpty)
  }

  // MARK: - What was before

  @Test func `compares with what is under five minutes older`() throws {
    var log = Log()
    try log.add(.readings([.systolic: 120, .diastolic: 80]), observed: Log.at(10))
    let chart = log.chart
    #expect(chart.verifiedValues(before: Log.at(14, 59), except: nil)[.systolic] != nil)
    #expect(chart.verifiedValues(before: Log.at(15), except: nil).isEmpty)
    #expect(chart.verifiedValues(before: Log.at(10), except: nil)[.systolic] != nil)
    #expect(chart.verifiedValues(before: Log.at(9, 59), except: nil).isEmpty)
  }

  @Test func `compares with the last verified value that stands`() throws {
    var log = Log()
    try log.add(.readings([.heartRate: 70]), observed: Log.at(10))
    let doubtful = try log.add(
      .vitals(
        Vitals([.heartRate: .measured(Quantity(.heartRate, 200), verified: false)])
      ),
      observed: Log.at(11)
    )
    func before(_ log: Log, except: EntryNumber? = nil) -> Int? {
      log.chart.verifiedValues(before: Log.at(12), except: except)[.heartRate]?.thousandths
    }
    #expect(before(log) == 70_000)
    try log.add(.verification(of: doubtful))
    #expect(before(log) == 200_000)
    #expect(before(log, except: doubtful) == 70_000)
    try log.add(.voiding(doubtful))
    #expect(before(log) == 70_000)
  }

  @Test func `takes the later of two observed times whatever their order of typing`() throws {
    var log = Log()
    try log.add(.readings([.heartRate: 80]), observed: Log.at(11))
    try log.add(.readings([.heartRate: 70]), observed: Log.at(10))
    #expect(
      log.chart.verifiedValues(before: Log.at(12), except: nil)[.heartRate]?.thousandths == 80_000
    )
  }
}
