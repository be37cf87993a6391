import Foundation
import Testing

/// The digest on every print, its command, and its QR code where `qrencode` is there.
@Suite struct PrintMarkTests {
  private func closed() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.openSession()
    try program.must("add", "124/78 72 98%")
    try program.must("end", "1")
    return program
  }

  private func record(_ program: VigilProgram) throws -> String {
    let document = try JSONOutput(program.must("report", "1", "--format", "json").output)
    let digest = try #require(document["record"] as? String)
    #expect(digest.count == 64)
    #expect(document["verify"] as? String == "vigil verify 1 --expect \(digest)")
    return digest
  }

  /// In fours, as it is printed.
  private func groups(_ digest: String) -> String {
    let digits = Array(digest)
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
  }

  @Test func `a report says its digest once, who sealed it, and a command that works as it stands`()
    throws
  {
    let program = try closed()
    defer { program.discard() }
    let digest = try record(program)
    let text = try program.must("report", "1", "--width", "200").output
    let command = "vigil verify 1 --expect \(groups(digest))"
    #expect(text.components(separatedBy: command).count == 2)
    #expect(text.contains("Sealed by this record "))
    #expect(text.contains(", entered as KO."))
    let answer = try program.shell(command)
    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    // The control: a digest of which one digit is another.
    let other = digest.dropLast() + (digest.last == "0" ? "1" : "0")
    #expect(try program("verify", "1", "--expect", String(other)).status == 1)
  }

  @Test func `an open session says as of which entry`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "124/78 72 98%")
    let last = try program.entryCount()
    let text = try program.must("report", "1", "--width", "200").output
    #expect(text.contains("open, as of #\(last)"))
    #expect(!text.contains("Sealed by this record"))
    let digest = try record(program)
    try program.must("add", "126/80 74 97%")
    #expect(try record(program) != digest)
    // What was printed before is still found, as of where it was.
    let found = try program("verify", "1", "--expect", digest)
    #expect(found.output.contains("#\(last)"))
  }

  @Test func `a course and a summary have theirs`() throws {
    let program = try closed()
    defer { program.discard() }
    let summary = try JSONOutput(program.must("summary", "--format", "json").output)
    let seal = try #require(summary["record"] as? String)
    #expect(
      try program.must("summary", "--width", "200").output
        .contains("vigil verify --expect \(groups(seal))")
    )
    // Nothing is entered in the course: the record's newest seal stands for it.
    let course = try JSONOutput(program.must("course", "show", "P-014", "--format", "json").output)
    #expect(course["record"] as? String == seal)
    try program.must(
      "course",
      "concern",
      "P-014",
      "lost-medicine",
      "lost two lozenges",
      "--by",
      "KO"
    )
    let after = try JSONOutput(program.must("course", "show", "P-014", "--format", "json").output)
    let digest = try #require(after["record"] as? String)
    #expect(after["verify"] as? String == "vigil verify P-014 --expect \(digest)")
    #expect(digest != seal)
    #expect(
      try program.must("course", "show", "P-014", "--width", "200").output
        .contains("vigil verify P-014 --expect \(groups(digest))")
    )
  }

  @Test func `a page has the code where qrencode is there, and text never asks for one`() throws {
    var program = try closed()
    defer { program.discard() }
    try program.script("bin/qrencode", "echo \"$@\" >> \(program.folder.path)/asked; exit 9")
    let path = program.environment["PATH"] ?? ""
    program.environment["PATH"] = "\(program.folder.path)/bin:\(path)"
    let digest = try record(program)
    try program.must("report", "1")
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/asked"))
    try program.must("report", "1", "--out", "report.html")
    let asked = try program.text(of: "asked")
    #expect(asked.hasSuffix("-- vigil verify 1 --expect \(digest)\n"))
    #expect(asked.split(separator: "\n").count == 1)
  }

  /// What fails, draws nothing, or takes too long costs the picture, and never the print.
  @Test(arguments: [
    "exit 1", "exit 0", "for last; do :; done; echo no code", "kill -9 $$",
    "while [ \"$1\" != -o ]; do shift; done; printf '#### ####\\n' > \"$2\"",
    "while [ \"$1\" != -o ]; do shift; done; head -c 200000 /dev/zero > \"$2\"", "sleep 300",
  ])
  func `without a code the text stands alone`(lines: String) throws {
    var program = try closed()
    defer { program.discard() }
    let digest = try record(program)
    try program.script("bin/qrencode", lines)
    let path = program.environment["PATH"] ?? ""
    program.environment["PATH"] = "\(program.folder.path)/bin:\(path)"
    let began = ContinuousClock.now
    let outcome = try program("report", "1", "--format", "html")
    #expect(ContinuousClock.now - began < .seconds(60))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.output.contains("data:"))
    #expect(outcome.output.contains("vigil verify 1 --expect \(groups(digest))"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.temporary.path) == [])
  }

  @Test func `the code on the page says the command`() throws {
    let program = try closed()
    defer { program.discard() }
    let tools = ["qrencode", "zbarimg", "pdftoppm"]
    guard try tools.allSatisfy({ try program.shell("command -v \($0)").status == 0 }),
      try program.shell("command -v weasyprint || command -v chromium").status == 0
    else { try Test.cancel("qrencode, zbarimg, pdftoppm or a renderer is not here") }
    let digest = try record(program)
    try program.must("report", "1", "--out", "report.pdf")
    let scanned = try program.shell(
      "pdftoppm -r 300 -png report.pdf sheet && for sheet in sheet*.png; do "
        + "zbarimg -q --raw -Sdisable -Sqrcode.enable $sheet 2>/dev/null || echo none; done"
    )
    let codes = scanned.output.split(separator: "\n").map { String($0) }
    #expect(!codes.isEmpty)
    #expect(codes.allSatisfy { $0 == "vigil verify 1 --expect \(digest)" }, "\(codes)")
  }
}
