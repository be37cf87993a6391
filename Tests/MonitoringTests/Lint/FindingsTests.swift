import Monitoring
import SessionRecord
import Testing

/// Each lint finds its one mistake, and nothing in the nearest protocol that is right.
@Suite struct FindingsTests {
  @Test(arguments: LintCase.values)
  func `finds a rule on a value that can never fire or clear`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.kinds)
  func `finds a rule of another kind that can never fire`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.levels)
  func `finds two rules that do not go together`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.schedules)
  func `finds what the schedule does not ask for`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.sources)
  func `finds a source that says nothing, or that nothing uses`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.safety)
  func `finds what would pass in silence, and a limit on the wrong side`(lint: LintCase) {
    check(lint)
  }

  @Test(arguments: LintCase.figures)
  func `finds a cited number that no source has`(lint: LintCase) { check(lint) }

  @Test(arguments: LintCase.terms)
  func `finds what is wrong before, across and after sessions`(lint: LintCase) { check(lint) }

  private func check(_ lint: LintCase) {
    var wrong = SoundProtocol()
    lint.wrong(&wrong)
    let findings = wrong.findings
    #expect(findings.map(\.path) == [lint.path])
    #expect(findings.map(\.problem) == [lint.says])
    for finding in findings {
      #expect(finding.problem.hasSuffix("."))
      #expect(finding.remedy?.hasSuffix(".") == true)
    }
    var right = SoundProtocol()
    lint.right(&right)
    #expect(right.findings == [])
  }

  @Test func `a sound protocol has no finding`() { #expect(SoundProtocol().findings == []) }

  @Test func `a rule that is off is not looked at`() {
    var sound = SoundProtocol()
    sound.add(
      .limit("never", .systolic, .over, 300).with(isOff: true),
      .limit("milder", .systolic, .atOrOver, 200, .info).with(isOff: true),
      .limit("unasked", .rass, .atOrOver, 2).with(isOff: true)
    )
    #expect(sound.findings == [])
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `a protocol that comes with Vigil has no finding`(builtIn: BuiltInProtocol) throws {
    #expect(try MonitoringProtocol.builtIn(builtIn).findings() == [])
  }

  @Test func `the starting point of a clinic's own has no finding`() throws {
    let start = try MonitoringProtocol(
      reading: BuiltInProtocol.startingPoint,
      from: "starting-point"
    )
    #expect(start.findings() == [])
  }

  @Test func `the rules of holds, of late checks and of sustained values go with the others`() {
    var sound = SoundProtocol()
    sound.ifIndicated.append(.sign(.spo2))
    sound.add(
      .limit("hold", .systolic, .over, 140, repeats: true).with(window: .beforeStart),
      .limit("late", .moaas, .under, 5).with(window: .from(minutes: 117)),
      .limit("sed.3", .moaas, .atOrUnder, 3, .low),
      .limit("fast", .heartRate, .atOrOver, 111, .low, repeats: true),
      .limit("fast.hold", .heartRate, .over, 110, .low, repeats: true).with(window: .beforeStart),
      .limit("fast.long", .heartRate, .over, 120).with(sustained: .minutes(5)),
      .limit("air", .spo2, .atOrUnder, 93, .low, margin: 1).with(scale: .one),
      .limit("air.two", .spo2, .atOrUnder, 85, .low, margin: 1).with(scale: .two)
    )
    #expect(sound.findings == [])
  }
}
