import Monitoring
import Testing

/// What is wrong with a gate, a course rule or a task is said at its place, and nothing else is refused.
@Suite struct BadTermTests {
  @Test(arguments: BadTerm.gates)
  func `refuses a gate that is none`(bad: BadTerm) throws { try check(bad) }

  @Test(arguments: BadTerm.requirements)
  func `refuses what a gate cannot ask for`(bad: BadTerm) throws { try check(bad) }

  @Test(arguments: BadTerm.course)
  func `refuses a course rule that is none`(bad: BadTerm) throws { try check(bad) }

  @Test(arguments: BadTerm.afterCare)
  func `refuses a task that is none`(bad: BadTerm) throws { try check(bad) }

  /// The nearest that is right.
  @Test(arguments: [
    (#""level": "none","#, #""level": "info","#),
    (#""remoteLevel": "none""#, #""remoteLevel": "required""#),
    (#""days": 365, "#, ""),
    (#""words": true, "#, ""),
    (#""id": "gap""#, #""id": "sys""#),
    (#""id": "eyes""#, #""id": "sys""#),
    (#""id": "call""#, #""id": "eyes""#),
    (#""years": 18"#, #""years": 120"#),
    (#""repeatAfter": 5"#, #""repeatAfter": 60"#),
    (#""rules": ["sys", "mean"]"#, #""rules": ["together"]"#),
    (#""days": 91, "#, ""),
    (#""sessions": 4, "#, ""),
    (#""points": 5, "#, ""),
    (#""points": 5, "#, #""points": 27, "#),
    (#""percent": 20, "#, ""),
    (#""opensHours": 12"#, #""opensHours": 24"#),
    (#""afterHours": 25"#, #""afterHours": 12"#),
    (#""scores": ["phq-9", "itq"]"#, ##""// which": "Both.", "scores": ["itq"]"##),
  ])
  func `takes what is just right`(old: String, new: String) throws {
    let text = try changed(old, new)
    #expect(refusal(of: text) == nil)
  }

  private func check(_ bad: BadTerm) throws {
    let text = try changed(bad.old, bad.new)
    let refused = try #require(refusal(of: text))
    #expect(refused.path == bad.path)
    #expect(refused.reason == bad.says)
    let places = text.ranges(of: bad.at)
    #expect(places.count == 1, "“\(bad.at)” stands \(places.count) times")
    let place = try #require(places.first).lowerBound
    let before = text[..<place].split(separator: "\n", omittingEmptySubsequences: false)
    #expect(refused.line == before.count)
    #expect(refused.column == (before.last?.count ?? 0) + 1)
  }

  private func changed(_ old: String, _ new: String) throws -> String {
    let course = WideCourse.text
    let range = try #require(course.ranges(of: old).first, "“\(old)” is not there")
    let text = course[..<range.lowerBound] + new + course[range.upperBound...]
    return WideProtocol.text.replacing(course, with: text)
  }

  private func refusal(of text: String) -> ProtocolRefusal? {
    do throws(ProtocolRefusal) {
      _ = try MonitoringProtocol(reading: Array(text.utf8), from: "ours.json")
      return nil
    } catch {
      return error
    }
  }
}
