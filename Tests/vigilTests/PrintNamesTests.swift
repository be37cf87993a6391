import Foundation
import Testing

/// The name of a file says its format, in `report`, `form` and `summary` alike.
@Suite struct PrintNamesTests {
  private struct Command {
    let words: [String]
    let endings: String
    let first: String
    /// A name whose ending is another command's.
    let others: String
  }

  private static let commands = [
    Command(
      words: ["report", "1"],
      endings: ".txt, .html, .pdf or .json",
      first: "text",
      others: "a.csv"
    ),
    Command(
      words: ["form", "--blank", "--protocol", "im"],
      endings: ".txt, .html or .pdf",
      first: "text",
      others: "a.csv"
    ),
    Command(
      words: ["summary"],
      endings: ".txt, .html, .json or .csv",
      first: "text",
      others: "a.pdf"
    ),
  ]

  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    return program
  }

  @Test func `takes the format from the name`() throws {
    let program = try prepared()
    defer { program.discard() }
    for command in PrintNamesTests.commands {
      for (name, start) in [
        ("a.html", "<!DOCTYPE html>"), ("a.HTM", "<!DOCTYPE html>"), ("in.html/a.txt", nil),
        ("a.json", "{"), ("a.csv", "section,item"),
      ] where command.endings.contains(name.suffix(4).lowercased()) || name == "a.HTM" {
        _ = try program.shell("mkdir -p in.html; rm -f a.* in.html/a.txt")
        try program.must(all: command.words + ["--out", name])
        let text = try program.text(of: name)
        if let start {
          #expect(text.hasPrefix(start), "\(command.words) \(name)")
        } else {
          #expect(!text.hasPrefix("<") && !text.hasPrefix("{"), "\(command.words) \(name)")
        }
      }
    }
  }

  @Test func `refuses a name that says none, and says what to type`() throws {
    let program = try prepared()
    defer { program.discard() }
    for command in PrintNamesTests.commands {
      let names = ["foo.docx", "foo.doc", "foo", "html", ".html", "foo.", "in.html/foo"]
      for name in names + [command.others] {
        let outcome = try program.run(command.words + ["--out", name])
        #expect(outcome.status == 64, "\(command.words) \(name)")
        #expect(outcome.output == "", "\(command.words) \(name)")
        #expect(
          outcome.errors == """
            The name \(name) does not say which format it is. Nothing was written.
            End it in \(command.endings), or say it as: --format \(command.first)

            """,
          "\(command.words) \(name)"
        )
        #expect(!FileManager.default.fileExists(atPath: "\(program.folder.path)/\(name)"))
      }
      // What is said is done, and standard output has no name.
      try program.must(all: command.words + ["--out", "foo.docx", "--format", "text", "--force"])
      #expect(try !program.text(of: "foo.docx").hasPrefix("<"))
      _ = try program.shell("rm foo.docx")
      #expect(try program.must(all: command.words + ["--out", "-"]).output != "")
      #expect(!FileManager.default.fileExists(atPath: "\(program.folder.path)/-"))
    }
  }

  @Test func `offers in its help what it takes`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    for (command, offered, isNot) in [
      ("report", ["text", "html", "pdf", "json"], "csv"),
      ("form", ["text", "html", "pdf"], "json"),
      ("summary", ["text", "html", "json", "csv"], "pdf"),
    ] {
      let help = try program.must(command, "--help").output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let listed = try #require(help.components(separatedBy: "--format <format> ").last)
      let list = listed.prefix(120)
      for format in offered { #expect(list.contains(format), "\(command) \(format)") }
      #expect(!list.contains(isNot), "\(command): \(list)")
      #expect(list.contains("default: as --out ends, or text"), "\(command)")
    }
    let summary = try program.must("summary", "--help").output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(summary.contains("that day in the clinic's zone (vigil clinic --zone)"))
  }

  @Test func `counts the days of a summary by the clinic's clock`() throws {
    let program = try prepared()
    defer { program.discard() }
    // Fourteen hours ahead, or twelve behind: in one of them it is another day than in UTC.
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    let now = Date()
    let here = formatter.string(from: now)
    let isLate = Calendar.utc.component(.hour, from: now) >= 12
    let zone = isLate ? "Pacific/Kiritimati" : "Etc/GMT+12"
    let there = formatter.string(from: now + (isLate ? 14 : -12) * 3_600)
    #expect(here != there)
    func counted(_ day: String) throws -> Bool {
      try program.must("summary", "--since", day, "--until", day, "--format", "csv")
        .output.contains("sessions,,,counted,1\r\n")
    }
    #expect(try counted(here))
    try program.must("clinic", "--name", "Northgate", "--zone", zone, "--by", "LH")
    #expect(try counted(there))
    #expect(try !counted(here))
  }
}

extension VigilProgram {
  @discardableResult
  fileprivate func must(all arguments: [String]) throws -> Outcome {
    let outcome = try run(arguments)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }
}

extension Calendar {
  fileprivate static var utc: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }
}
