import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

struct AnswerLineTests {
  private func read(_ text: String) throws -> [GateAnswers.Answer] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { AnswerLine(number: $0.offset + 1, text: String($0.element)) }
    return try AnswerLine.answers(
      lines,
      under: MonitoringProtocol(reading: Ward.text(of: Ward.remote), from: Ward.remote)
    )
  }

  @Test func `reads each answer with its words, and passes comments over`() throws {
    let answers = try read(
      """
      // asked by telephone

      glaucoma no
      chaperone yes -- brother, D. Example
        sud   unknown  --  letter   asked for
      mania not asked
      cuff Y
      """
    )
    #expect(
      answers == [
        GateAnswers.Answer(GateID("glaucoma"), .no),
        GateAnswers.Answer(GateID("chaperone"), .yes, words: "brother, D. Example"),
        GateAnswers.Answer(GateID("sud"), .unknown, words: "letter asked for"),
        GateAnswers.Answer(GateID("mania"), .notAsked),
        GateAnswers.Answer(GateID("cuff"), .yes),
      ]
    )
  }

  @Test(arguments: [
    ("glaucom no", "Line 1, “glaucom no”: There is no gate “glaucom” here"),
    ("glaucom no", "Did you mean glaucoma?"),
    ("\nglaucoma maybe", "Line 2, “glaucoma maybe”: it is not a gate's id and yes, no, unknown"),
    ("glaucoma", "it is not a gate's id"), ("no", "it is not a gate's id"),
    ("chaperone yes", "chaperone yes does not say who or what"),
    ("consent yes", "consent is no question: the consent on file says it"),
    ("hold no", "the readings before the dose say it"),
    ("sud no\nsud yes", "Line 2, “sud yes”"), ("sud no --  ", "Line 1"),
    ("// nothing\n", "There is no answer in it"),
  ])
  func `refuses the whole file for one line`(text: String, words: String) throws {
    let said = try #require(told { _ = try read("\(text)") })
    #expect(said.contains(words), "\(words) is not in: \(said)")
    #expect(said.contains("Nothing was stored"))
  }

  @Test func `tells of every line that is wrong at once`() throws {
    let said = try #require(told { _ = try read("sud no\nglaucom no\nmania perhaps") })
    #expect(said.contains("Line 2, ") && said.contains("Line 3, ") && !said.contains("Line 1, "))
  }
}
