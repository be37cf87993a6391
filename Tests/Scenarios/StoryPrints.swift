import Foundation
import Monitoring
import Reports
import SessionRecord
import TestSupport

/// What is printed of each session of a story, the same at each run.
struct StoryPrints {
  /// The report of one session in every format.
  struct Print {
    let session: Int
    let text: String
    /// The text on a page so wide that no line is broken.
    let wideText: String
    let html: String
    let json: String
  }

  /// Of the facts that a report has in every format.
  static let checker = PythonScript(
    URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ReportsTests/Schemas/check_facts.py"),
    needs: ["html5lib"]
  )

  let prints: [Print]

  init(_ story: String, _ expected: String) throws {
    prints = try Replay.files(story, expected).map { file in
      let head = try StoryPrints.letterhead(file)
      return Print(
        session: file.session.number.value,
        text: SessionReportText(file, style: Style(width: 100), letterhead: head).text,
        wideText: SessionReportText(file, style: Style(width: 4_000), letterhead: head).text,
        html: SessionReportHTML(file, letterhead: head).text,
        json: StoryPrints.withCountedIDs(SessionReportJSON(file, letterhead: head).text)
      )
    }
  }

  /// Hashes hold random ids, so that a print of a story has made-up ones, alike in every format.
  private static func letterhead(_ file: SessionFile) throws -> Letterhead {
    Letterhead(
      clinic: try Clinic(
        name: "Northgate Clinic",
        address: ["12 Mill Lane", "Northgate"],
        telephone: "555 0100"
      ),
      printed: Stamp(file.assessment.asOf, in: file.zone),
      version: "0.1.0",
      heads: ChainHeads(
        now: digest(0x9F),
        closed: file.session.closed == nil ? nil : digest(0x5E)
      )
    )
  }

  private static func digest(_ byte: UInt8) -> RecordDigest {
    RecordDigest(bytes: (0..<32).map { byte &+ 37 &* $0 }) ?? .zero
  }

  /// An id is random, and shown in no other format: the nth of a document is written as n.
  private static func withCountedIDs(_ json: String) -> String {
    var count = 0
    return json.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let place = line.firstRange(of: "\"id\": \"") else { return String(line) }
      let id = line[place.upperBound...].prefix { $0 != "\"" }
      guard UUID(uuidString: String(id)) != nil else { return String(line) }
      count += 1
      return String(line.replacing(id, with: "entry \(count)"))
    }.joined(separator: "\n")
  }
}

extension StoryPrints.Print {
  /// The document with what is small on one line.
  var readableJSON: String { JSONLines.text(json) }

  /// The page one element a line, without its stylesheet, which is the same for all, and without the lines of
  /// the chart's grid; the margins of the sheet stay, since they say whose it is.
  var readableHTML: String {
    var page = html
    if let style = page.firstRange(of: "<style>"), let end = page.firstRange(of: "</style>") {
      let rules = page[style.upperBound..<end.lowerBound]
      let margins = rules.firstRange(of: "@page").map { String(rules[$0.lowerBound...]) } ?? ""
      page.replaceSubrange(style.upperBound..<end.lowerBound, with: "\n" + margins)
    }
    return page.replacing("><", with: ">\n<").replacing(">\n</", with: "></")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !($0.contains("class=\"g1\"") || $0.contains("class=\"g2\"")) }
      .joined(separator: "\n")
  }
}
