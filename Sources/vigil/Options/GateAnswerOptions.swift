import ArgumentParser
import Monitoring
import SessionRecord
import Supervision

/// Answers to gates from a file, and from where they were taken.
struct GateAnswerOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of answers, or - for standard input: a line each, as 'glaucoma no' or "
        + "'chaperone yes -- brother, D. Example'.",
      valueName: "file"
    )
  )
  var answers: String?

  @Option(
    name: .long,
    help: ArgumentHelp("self-report (usual), record or measured.", valueName: "source")
  )
  var source: String?

  func answerSource() throws -> AnswerSource {
    guard let source else { return .selfReport }
    guard let known = AnswerSource.allCases.first(where: { $0.word == source }) else {
      throw GateOptionRefusal.unknownSource(source)
    }
    return known
  }

  /// Nil where none are given.
  func read(under monitoringProtocol: MonitoringProtocol) throws -> GateAnswers? {
    guard let answers else {
      guard source == nil || Terminal.hasPerson else {
        throw GateOptionRefusal.sourceWithoutAnswers
      }
      return nil
    }
    let lines =
      answers == "-"
      ? try StandardInput.lines().map { AnswerLine(number: $0.number, text: $0.text) }
      : try GateAnswerOptions.lines(of: answers)
    return try GateAnswers(
      AnswerLine.answers(lines, under: monitoringProtocol),
      source: answerSource()
    )
  }

  private static func lines(of path: String) throws -> [AnswerLine] {
    let bytes = try InputFile.bytes(path, most: StandardInput.mostBytes)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let written = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: written, as: UTF8.self) else {
      throw CommandRefusal.unreadableFile(path, "it is not UTF-8 text")
    }
    return text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
      .enumerated()
      .map { AnswerLine(number: $0.offset + 1, text: String($0.element)) }
  }
}
