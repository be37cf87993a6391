import Foundation
import Testing

@testable import vigil

/// Another program that is run: its ending, its time limit, and that nothing of it stays.
@Suite struct ChildProgramTests {
  @Test func `is told how it ended`() {
    #expect(run("exit 0") == .exited(0))
    #expect(run("exit 7") == .exited(7))
    #expect(run("kill -TERM $$") == .signalled(SIGTERM))
    let missing = ChildProgram(path: "/nowhere/program", arguments: [])
    #expect(HeldSignals.during { missing.run(seconds: 5, $0) } == .notStarted(ENOENT))
  }

  @Test func `ends with all that it started once its time is over`() throws {
    let folder = try #require(PrivateFolder())
    defer { folder.remove() }
    let began = ContinuousClock.now
    #expect(run("sleep 300 & echo $! > \(folder.path)/child; wait", seconds: 1) == .timedOut)
    #expect(ContinuousClock.now - began < .seconds(30))
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path + "/child")),
      as: UTF8.self
    )
    let child = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Who looks after orphans may take a moment; until then it is there, but ended.
    for _ in 0..<200 where isRunning(child) { usleep(20_000) }
    #expect(!isRunning(child))
  }

  @Test func `takes its words as they are, without a shell`() throws {
    let folder = try #require(PrivateFolder())
    defer { folder.remove() }
    let words = ["a b", "$HOME", "'; rm -rf \(folder.path)", "*", ""]
    var program = ChildProgram(path: "/usr/bin/env", arguments: ["printf", "%s|"] + words)
    program.output = folder.path + "/said"
    #expect(HeldSignals.during { program.run(seconds: 10, $0) } == .exited(0))
    let said = FileManager.default.contents(atPath: folder.path + "/said") ?? Data()
    #expect(String(decoding: said, as: UTF8.self) == words.map { $0 + "|" }.joined())
  }

  @Test func `a PDF is whole from its first line to its last`() {
    #expect(PDFRenderer.isWhole(Array("%PDF-1.7\nx\n%%EOF\n".utf8)))
    #expect(!PDFRenderer.isWhole(Array("%PDF-1.7\nx\n".utf8)))
    #expect(!PDFRenderer.isWhole(Array("<html>%PDF-1.7\n%%EOF".utf8)))
    #expect(!PDFRenderer.isWhole([]))
  }

  private func run(_ line: String, seconds: Double = 20) -> ChildProgram.Ending {
    HeldSignals.during {
      ChildProgram(path: "/bin/sh", arguments: ["-c", line]).run(seconds: seconds, $0)
    }
  }

  private func isRunning(_ process: Int32) -> Bool {
    guard kill(process, 0) == 0 else { return false }
    let state = FileManager.default.contents(atPath: "/proc/\(process)/stat")
      .map { String(decoding: $0, as: UTF8.self) }
    return state?.contains(") Z ") != true
  }
}
