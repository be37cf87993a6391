import SessionRecord
import Shorthand
import Testing

@Suite struct DeferralLineTests {
  private func subject(_ line: String) throws -> Deferral.Subject? {
    guard case .deferred(let deferral) = try Bedside().content(line) else { return nil }
    #expect(deferral.reason == "asleep", "\(line)")
    return deferral.subject
  }

  @Test(arguments: [
    ("cadss", "cadss"), ("CADSS", "cadss"), ("cadss-6", "cadss-6"), ("cadss6", "cadss-6"),
    ("cadss 6", "cadss-6"), ("phq 9", "phq-9"), ("PHQ9", "phq-9"), ("c ssrs", "c-ssrs"),
    ("nrs", "nrs"), ("nrs-pain", "nrs-pain"), ("nrs low mood", "nrs-low-mood"),
  ])
  func `puts off a scale under the name that its scores have`(
    typed: String,
    name: String
  ) throws {
    #expect(try subject("defer \(typed) -- asleep") == .scale(name))
    let scored = try Bedside().content("scale \(name) 3")
    guard case .scale(let score) = scored else {
      Issue.record("\(scored) is no score")
      return
    }
    #expect(score.scale == name)
  }

  @Test(arguments: [
    ("moaas", VitalSign.moaas), ("rass", .rass), ("MOAA S", .moaas), ("spo2", .spo2),
    ("t", .temperature),
  ])
  func `keeps the sedation scales among the signs`(typed: String, sign: VitalSign) throws {
    #expect(try subject("defer \(typed) -- asleep") == .sign(sign))
  }

  @Test func `puts off a set, a blood pressure and an effect by its words`() throws {
    #expect(try subject("defer set -- asleep") == .wholeSet)
    #expect(try subject("defer bp -- asleep") == .bloodPressure)
    #expect(try subject("defer chest pain -- asleep") == .effect(EffectName("chest pain")))
    #expect(try subject("defer restless legs -- asleep") == .effect(EffectName("restless legs")))
  }

  @Test func `writes the line that it reads`() throws {
    let lines = [
      "defer cadss-6 -- asleep", "defer nrs-pain -- asleep", "defer moaas -- asleep",
      "defer set -- asleep", "defer bp -- asleep", "defer nausea -- asleep",
    ]
    for line in lines { #expect(try Bedside().content(line).line() == line) }
    #expect(try Bedside().content("defer cadss 6 -- asleep").line() == "defer cadss-6 -- asleep")
  }
}
