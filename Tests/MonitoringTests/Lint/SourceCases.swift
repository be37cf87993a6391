import Monitoring
import SessionRecord

extension LintCase {
  /// The sources of numbers.
  static let sources: [LintCase] = [
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
}
