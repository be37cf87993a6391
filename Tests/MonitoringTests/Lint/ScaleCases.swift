import Monitoring
import SessionRecord

extension LintCase {
  /// Scales, and the sources of numbers.
  static let scales: [LintCase] = [
    LintCase(
      "a level outside the range",
      "scales.nrs.levels[1]",
      says: "NRS goes from 0 to 10, but its level “severe” begins at 11.",
      wrong: { $0.add(SoundProtocol.scale(0...10, (1, "mild"), (11, "severe"))) },
      right: { $0.add(SoundProtocol.scale(0...10, (1, "mild"), (10, "severe"))) }
    ),
    LintCase(
      "levels out of order",
      "scales.nrs.levels[1]",
      says: "The level “mild” of NRS begins at 4, not over 4, where “severe” begins.",
      wrong: { $0.add(SoundProtocol.scale(0...10, (4, "severe"), (4, "mild"))) },
      right: { $0.add(SoundProtocol.scale(0...10, (4, "severe"), (5, "mild"))) }
    ),
    LintCase(
      "two levels of one name",
      "scales.nrs.levels[1]",
      says: "Two levels of NRS have the name “mild”.",
      wrong: { $0.add(SoundProtocol.scale(0...10, (1, "mild"), (4, "mild"))) },
      right: { $0.add(SoundProtocol.scale(0...10, (1, "mild"), (4, "moderate"))) }
    ),
    LintCase(
      "items that do not add up to the range",
      "scales.gad-7",
      says: "GAD-7 goes from 0 to 20, but 7 items from 0 to 3 add up to 0 to 21.",
      wrong: { $0.add(anxiety(0...20)) },
      right: { $0.add(anxiety(0...21)) }
    ),
    LintCase(
      "MOAA/S with a range of its own",
      "scales.moaas",
      says: "MOAA/S goes from 0 to 6, but MOAA/S goes from 0 to 5.",
      wrong: {
        $0.add(Scale(name: "moaas", title: "MOAA/S", range: 0...6, worse: .lower, sign: .moaas))
      },
      right: {
        $0.add(Scale(name: "moaas", title: "MOAA/S", range: 0...5, worse: .lower, sign: .moaas))
      }
    ),
    LintCase(
      "the algorithm of the ITQ on other items",
      "scales.itq",
      says: "ITQ is scored by the algorithm of the ITQ, which has 18 items from 0 to 4.",
      wrong: { $0.add(trauma(0...2, Scale.Items(count: 12, points: 0...4))) },
      right: { $0.add(trauma(0...2, TraumaQuestionnaire.items)) }
    ),
    LintCase(
      "an ITQ with the range of a sum",
      "scales.itq",
      says: "ITQ goes from 0 to 72, but the outcome of the ITQ goes from 0 to 2.",
      wrong: { $0.add(trauma(0...72, TraumaQuestionnaire.items)) },
      right: { $0.add(trauma(0...2, TraumaQuestionnaire.items)) }
    ),
    LintCase(
      "a source that nothing uses",
      "sources.book",
      says: "No number of the protocol has the source “book”.",
      wrong: { $0.sources["book"] = "A book." },
      right: {
        $0.sources["book"] = "A book, at or over 180."
        $0.rules[0] = $0.rules[0].with(standing: .cited, sources: ["book"])
      }
    ),
    LintCase(
      "a cited number whose source says nothing",
      "sys",
      says: "Its standing is “cited”, but the source “book” says nothing yet.",
      wrong: {
        $0.sources["book"] = "TODO: …"
        $0.rules[0] = $0.rules[0].with(standing: .cited, sources: ["book"])
      },
      right: {
        $0.sources["book"] = "TODO: …"
        $0.sources["ours"] = "Our own policy: 180 mmHg."
        $0.rules[0] = $0.rules[0].with(standing: .cited, sources: ["book", "ours"])
      }
    ),
  ]

  private static func anxiety(_ range: ClosedRange<Int>) -> Scale {
    Scale(
      name: "gad-7",
      title: "GAD-7",
      range: range,
      items: Scale.Items(count: 7, points: 0...3)
    )
  }

  private static func trauma(_ range: ClosedRange<Int>, _ items: Scale.Items) -> Scale {
    Scale(name: "itq", title: "ITQ", range: range, scoring: .itq, items: items)
  }
}
