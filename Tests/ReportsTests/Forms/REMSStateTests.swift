import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Sedation, dissociation and respiratory depression: yes by an entry, no only where it was looked for.
struct REMSStateTests {
  @Test func `says neither yes nor no where nobody looked`() throws {
    let session = try NasalSession.dosed()
    for key in ["sedation", "dissociation", "respiratoryDepression"] {
      let field = try session.field(key)
      #expect(
        field.words
          == "not recorded: nobody entered that it was there, or looked for after the first device"
      )
      #expect(!field.isRequired)
    }
  }

  @Test func `takes a look in the minute of the first device for no answer to what came after`()
    throws
  {
    for (clock, isAnswer) in [("14:00", false), ("14:00:59", false), ("14:01", true)] {
      var session = try NasalSession.dosed()
      try session.add(clock, try watched(98, 5))
      try session.add(clock, .effect(SideEffect(.dissociation, course: .absent)))
      for key in ["sedation", "dissociation"] {
        let field = try session.field(key)
        #expect((field.words == "no") == isAnswer, "\(key) \(clock)")
        #expect(field.entries.isEmpty == !isAnswer, "\(key) \(clock)")
      }
    }
    // What was there in that very minute was there.
    var session = try NasalSession.dosed()
    try session.add("14:00:10", try watched(98, 4))
    #expect(try session.field("sedation").words == "yes")
  }

  @Test func `says yes to dissociation by the entries in which it is present`() throws {
    var session = try NasalSession.dosed()
    try session.add("14:10", .effect(SideEffect(.dissociation, course: .absent)))
    #expect(try session.field("dissociation").words == "no")
    #expect(try session.field("dissociation").numbersOfEntries == [3])
    try session.add("14:30", .effect(SideEffect(.dissociation, grade: try Grade(rating: 4))))
    try session.add("14:50", .effect(SideEffect(.dissociation, grade: try Grade(rating: 0))))
    let field = try session.field("dissociation")
    #expect(field.words == "yes")
    #expect(field.numbersOfEntries == [4])
    try session.void(4, at: "14:55")
    #expect(try session.field("dissociation").words == "no")
    #expect(try session.field("dissociation").numbersOfEntries == [3, 5])
  }

  @Test func `counts nothing from before the first device, and gone as no answer`() throws {
    var session = try NasalSession()
    try session.add("13:52", .effect(SideEffect(.dissociation, grade: .words(.mild))))
    try session.add("13:53", try watched(98, 4))
    try session.device("14:00")
    try session.add("14:20", .effect(SideEffect(.dissociation, course: .gone)))
    #expect(try session.field("dissociation").words.hasPrefix("not recorded"))
    #expect(try session.field("dissociation").says("gone (#5 14:20 T+20)"))
    #expect(try session.field("sedation").words.hasPrefix("not recorded"))
  }

  @Test func `says yes to sedation by a scale or a word, and no where MOAA/S was 5 throughout`()
    throws
  {
    let signs: [(Content, Bool)] = [
      (try watched(98, 5), false), (try watched(98, 4), true),
      (try vitals([.rass: -1, .moaas: 5]), true),
      (
        try vitals(
          [.moaas: 5],
          others: [.consciousness: .measured(Quantity(.voice), verified: true)]
        ),
        true
      ),
      (
        try vitals(
          [.moaas: 5],
          others: [.consciousness: .measured(Quantity(.confused), verified: true)]
        ),
        false
      ),
      (.effect(SideEffect(EffectName("sedation"), grade: .words(.mild))), true),
      (.effect(SideEffect(EffectName("sedation"), course: .absent)), false),
    ]
    for (content, isSedated) in signs {
      var session = try NasalSession.dosed()
      try session.add("14:20", content)
      let field = try session.field("sedation")
      #expect(field.words == (isSedated ? "yes" : "no"), "\(content)")
      #expect(field.numbersOfEntries == [3])
    }
  }

  @Test func `decides nothing about breathing by numbers alone`() throws {
    var session = try NasalSession.dosed()
    try session.add("14:20", try vitals([.respiratoryRate: 7, .spo2: 88]))
    let numbers = try session.field("respiratoryDepression")
    #expect(numbers.words.hasPrefix("not recorded"))
    #expect(numbers.says("lowest respiratory rate 7/min (#3 14:20 T+20)"))
    #expect(numbers.says("lowest SpO2 88% (#3 14:20 T+20)"))
    try session.add("14:21", .effect(SideEffect(EffectName("apnoea"))))
    #expect(try session.field("respiratoryDepression").words == "yes")
    #expect(try session.field("respiratoryDepression").numbersOfEntries == [4])
  }

  @Test func `takes no apnoea for no more than it says`() throws {
    var session = try NasalSession.dosed()
    try session.add("14:21", .effect(SideEffect(EffectName("apnoea"), course: .absent)))
    let field = try session.field("respiratoryDepression")
    #expect(field.words.hasPrefix("not recorded"))
    #expect(field.says("no apnoea (#3 14:21 T+21)"))
  }
}
