import SessionRecord
import Shorthand
import TestSupport
import Testing

@Suite struct ScaleLineTests {
  private func score(_ line: String) throws -> ScaleScore? {
    guard case .scale(let score) = try Bedside().content(line) else { return nil }
    return score
  }

  @Test func `takes both ends of every listed scale and refuses the next score`() throws {
    let bedside = try Bedside()
    for scale in SampleScales.all where scale.scoring == .total {
      for bound in [scale.range.lowerBound, scale.range.upperBound] {
        let content = try bedside.content("scale \(scale.name) \(bound)")
        switch (scale.sign, content) {
        case (nil, .scale(let score)):
          #expect(score == ScaleScore(scale: scale.name, score: bound))
        case (let sign?, .vitals(let vitals)):
          #expect(vitals.value(sign)?.thousandths == bound * 1_000)
        default: Issue.record("\(scale.name) is stored as \(content)")
        }
      }
      for outside in [scale.range.lowerBound - 1, scale.range.upperBound + 1] {
        let line = "scale \(scale.name) \(outside)"
        guard case .scale(let fault)? = bedside.refusal(of: line) else {
          Issue.record("“\(line)” is not refused as a score")
          continue
        }
        #expect(
          outside < 0 && scale.range.lowerBound == 0
            ? fault == .notAScore(scale, "\(outside)") : fault == .outside(scale, outside)
        )
      }
    }
  }

  @Test func `knows no scale but those of the protocol`() throws {
    let none = try Bedside(scales: [])
    #expect(
      none.refusal(of: "scale cadss 21")
        == .scale(.noSuchScale("cadss", near: nil, known: []))
    )
    #expect(
      none.refusal(of: "scale cadss 21")?.remedy
        == "The protocol lists no scale. Write the score in a note."
    )
    #expect(none.refusal(of: "scale")?.remedy == none.refusal(of: "scale cadss 21")?.remedy)
    #expect(none.refusal(of: "scale nrs pain 3") != nil)
    #expect(none.refusal(of: "scale moaas 4") != nil)
    #expect(none.refusal(of: "defer cadss -- asleep") != nil)
    // A reading of the same name needs no scale.
    guard case .vitals = try none.content("moaas 4") else {
      Issue.record("moaas 4 is no reading")
      return
    }
  }

  @Test func `rates anything as the protocol's own nrs is rated`() throws {
    let scales = [Scale(name: "nrs", title: "NRS", range: 0...100)]
    let bedside = try Bedside(scales: scales)
    #expect(
      try bedside.content("scale nrs pain 70")
        == .scale(ScaleScore(scale: "nrs-pain", score: 70))
    )
    #expect(
      try Bedside(scales: scales + [Scale(name: "nrs-pain", title: "Pain", range: 0...10)])
        .refusal(of: "scale nrs pain 70") != nil
    )
    // Hyphens part its words as spaces do, however many were typed.
    #expect(
      try Bedside(scales: scales).content("scale nrs low-mood a--b- 70")
        == .scale(ScaleScore(scale: "nrs-low-mood-a-b", score: 70))
    )
    // Without nrs there is none about pain.
    #expect(
      try Bedside(scales: [Scale(name: "cadss", title: "CADSS", range: 0...92)])
        .refusal(of: "scale nrs-pain 3")
        == .scale(.noSuchScale("nrs-pain", near: nil, known: ["cadss"]))
    )
  }

  @Test func `names the nearest of the listed scales and all that there are`() throws {
    let scales = [
      Scale(name: "hads-a", title: "HADS-A", range: 0...21),
      Scale(name: "madrs", title: "MADRS", range: 0...60),
    ]
    let bedside = try Bedside(scales: scales)
    for (typed, near) in [("hads-b", "hads-a"), ("hads b", "hads-a"), ("mardrs", "madrs")] {
      guard
        case .scale(.noSuchScale(_, let found, let known))? = bedside.refusal(
          of: "scale \(typed) 3"
        )
      else {
        Issue.record("“\(typed)” is not refused as no scale")
        continue
      }
      #expect(found == near)
      #expect(known == ["hads-a", "madrs"])
    }
  }

  @Test func `reckons the score of every listed scale from its items`() throws {
    let bedside = try Bedside()
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for scale in SampleScales.all where scale.sign == nil {
      guard let items = scale.items else { continue }
      for _ in 0..<50 {
        let answers = (0..<items.count).map { _ in generator.number(items.points) }
        let line = "scale \(scale.name) items " + answers.map(String.init).joined(separator: " ")
        guard case .scale(let score) = try bedside.content(line) else {
          Issue.record("“\(line)” is no score (seed \(seed))")
          continue
        }
        #expect(score.items == answers, "\(line) (seed \(seed))")
        #expect(score.of == nil)
        if scale.scoring == .total {
          #expect(score.score == answers.reduce(0, +), "\(line) (seed \(seed))")
        }
        #expect(Content.scale(score).line() == line)
        // One too few, and one too many.
        #expect(
          bedside.refusal(of: line + " \(items.points.upperBound)")
            == .scale(.itemCount(scale, items.count + 1))
        )
        let less = line.split(separator: " ").dropLast().joined(separator: " ")
        #expect(bedside.refusal(of: less) == .scale(.itemCount(scale, items.count - 1)))
        // One that no item can be.
        let most = items.points.upperBound + 1
        #expect(
          bedside.refusal(of: less + " \(most)")
            == .scale(.itemOutside(scale, item: items.count, most))
        )
      }
    }
  }

  @Test func `takes no score on a scale whose outcome is reckoned`() throws {
    let bedside = try Bedside()
    let itq = try #require(SampleScales.all.first { $0.scoring == .itq })
    for line in ["scale itq", "scale itq 0", "scale itq 2", "scale itq 2/2", "scale itq high"] {
      #expect(bedside.refusal(of: line) == .scale(.needsItems(itq)))
    }
  }

  @Test func `has no line for items with what the score was out of`() {
    let items = ScaleScore(scale: "one", score: 2, of: 3, items: [2])
    #expect(Content.scale(items).line() == nil)
    #expect(
      Content.scale(ScaleScore(scale: "one", score: 2, items: [2], remark: "x")).line()
        == "scale one items 2 -- x"
    )
  }

  @Test func `takes the longest name that leaves a score`() throws {
    #expect(try score("scale cadss 6")?.scale == "cadss")
    #expect(try score("scale cadss 6 / 92")?.scale == "cadss")
    #expect(try score("scale cadss-6 6")?.scale == "cadss-6")
    #expect(try score("scale cadss6 6")?.scale == "cadss-6")
    #expect(try score("scale cadss 6 items 1 1 1 1 1 1")?.scale == "cadss-6")
    let scales = [
      Scale(name: "moca", title: "MoCA", range: 0...30),
      Scale(name: "moca-blind", title: "MoCA blind", range: 0...22),
    ]
    #expect(
      try Bedside(scales: scales).content("scale moca blind 20")
        == .scale(ScaleScore(scale: "moca-blind", score: 20))
    )
  }
}
