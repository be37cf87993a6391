import Foundation
import TestSupport
import Testing

/// Sessions are opened where what is saved is safe; reading works everywhere.
@Suite struct PlacingTests {
  /// Runs a line of shell with a small disk of its own at `disk`, or cancels the test where that cannot be
  /// made.
  private func run(
    _ line: String,
    onDiskOf size: String,
    _ program: VigilProgram
  ) throws -> VigilProgram.Outcome {
    let made = try program.shell("mkdir -p disk; unshare -Urm mount -t tmpfs -o size=1m disk disk")
    guard made.status == 0 else {
      try Test.cancel("A disk of its own cannot be mounted here: \(made.errors)")
    }
    try program.write(
      "set -u; mount -t tmpfs -o size=\(size) disk disk || exit 99\n\(line)\n",
      to: "line.sh"
    )
    let outcome = try program.shell("unshare -Urm bash line.sh")
    try #require(outcome.status != 99, "\(outcome.errors)")
    return outcome
  }

  private static let start = "vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH"

  @Test func `a read-only disk takes no session and no record, and is read`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let outcome = try run(
      """
      cp record.vigil disk/; export VIGIL_RECORD=disk/record.vigil
      mount -o remount,ro disk
      vigil start P-015 --protocol iv-0.5-40 --by KO --prescriber LH; echo "start $?"
      vigil init --record disk/new.vigil; echo "init $?"
      for ask in status 'timeline 1' 'report 1' 'flags' 'sessions'; do
        vigil $ask > answer; echo "$ask $? $(grep -c P-014 answer)"
      done
      """,
      onDiskOf: "20m",
      program
    )
    let read = outcome.output.split(separator: "\n")
    #expect(read.prefix(2) == ["start 73", "init 73"])
    #expect(read.contains { $0.hasPrefix("status 0 1") })
    #expect(read.contains { $0.hasPrefix("timeline 1 0 ") })
    #expect(read.contains { $0.hasPrefix("report 1 0 ") })
    #expect(read.contains { $0.hasPrefix("sessions 0 1") })
    #expect(
      outcome.errors.hasPrefix(
        """
        The disk with disk/record.vigil is read-only, so no entry could be saved there. Nothing was stored.
        Name a record on another disk with --record or VIGIL_RECORD, or chart on paper (vigil form). \
        Reading and printing work here.
        The disk with disk/new.vigil is read-only
        """
      ),
      "\(outcome.errors)"
    )
  }

  @Test func `under 5 MB free no session is opened, under 50 MB a warning stands in the answer`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let outcome = try run(
      """
      cp record.vigil disk/; export VIGIL_RECORD=disk/record.vigil
      head -c 4000000 /dev/zero > disk/fill
      \(PlacingTests.start) 2> errors; echo "full $?"; head -n 1 errors
      vigil sessions > /dev/null; echo "sessions $?"
      rm disk/fill
      \(PlacingTests.start); echo "short $?"
      """,
      onDiskOf: "8m",
      program
    )
    #expect(outcome.errors == "")
    let full = outcome.lines(with: "The disk with disk/record.vigil is as good as full")
    #expect(full.count == 1)
    #expect(full.first?.hasSuffix("kB are free. Nothing was stored.") == true)
    #expect(outcome.lines(with: "full 73").count == 1)
    #expect(outcome.lines(with: "sessions 0").count == 1)
    #expect(outcome.lines(with: "short 0").count == 1)
    let warning = outcome.lines(with: "MB are free where the record is. Make room")
    #expect(warning.count == 1)
    let megabytes = warning.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    #expect((5...8).contains(megabytes ?? 0))
    // On the disk of this test, where there is room, nothing is said.
    let usual = try program.start()
    if try room(program) >= 50_000_000 { #expect(!usual.output.contains("MB are free")) }
  }

  private func room(_ program: VigilProgram) throws -> Int {
    let path = program.folder.path
    let found = try FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize]
    return try #require(found as? NSNumber).intValue
  }

  @Test func `a disk that fills up saves nothing and says so, is read, and saves again`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let long = String(repeating: "words ", count: 320)
    let outcome = try run(
      """
      cp record.vigil disk/; export VIGIL_RECORD=disk/record.vigil
      \(PlacingTests.start) > /dev/null; echo "start $?"
      vigil add 118/74 68 98% > /dev/null; echo "add $?"
      cat /dev/zero > disk/fill 2> /dev/null
      for n in 1 2 3; do vigil add 'note \(long)' > added 2> errors; echo "full $? $(wc -c < added)"; done
      cat errors
      vigil status > /dev/null; echo "status $?"
      vigil timeline > read; echo "timeline $? $(grep -c 118/74 read)"
      vigil report 1 > /dev/null 2> errors; echo "report $?"
      vigil timeline --format json | python3 -c 'import json, sys; print("kept", len(json.load(sys.stdin)["entries"]))'
      rm disk/fill
      vigil add 'note \(long)' > /dev/null; echo "again $?"
      vigil timeline --format json | python3 -c 'import json, sys; print("kept", len(json.load(sys.stdin)["entries"]))'
      """,
      onDiskOf: "8m",
      program
    )
    let said = outcome.output.split(separator: "\n")
    #expect(said.prefix(2) == ["start 0", "add 0"], "\(outcome.errors)")
    #expect(said.filter { $0 == "full 74 0" }.count == 3)
    #expect(said.contains("Not saved: the disk is full."))
    #expect(said.contains { $0.hasPrefix("status 0") })
    #expect(said.contains { $0.hasPrefix("timeline 0 ") && !$0.hasSuffix(" 0") })
    #expect(said.contains("report 0"))
    #expect(said.contains("again 0"))
    #expect(said.filter { $0.hasPrefix("kept") } == ["kept 2", "kept 3"])
  }

  @Test func `in a folder that is synchronised no session is opened and no record made`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let before = try program.entryCount()
    let outcome = try program.shell(
      """
      mkdir -p Dropbox/clinic; cp record.vigil Dropbox/clinic/
      export VIGIL_RECORD=$PWD/Dropbox/clinic/record.vigil
      vigil start P-015 --protocol iv-0.5-40 --prescriber LH; echo "start $?"
      vigil init --record Dropbox/new.vigil; echo "init $?"
      vigil add 118/74 68 98% > /dev/null; echo "add $?"
      vigil report 1 > /dev/null; echo "report $?"
      ls Dropbox
      """
    )
    #expect(outcome.output == "start 73\ninit 73\nadd 0\nreport 0\nclinic\n")
    let folder = program.folder.path
    #expect(
      outcome.errors.hasPrefix(
        """
        \(folder)/Dropbox/clinic/record.vigil lies in \(folder)/Dropbox, which Dropbox copies to other \
        machines: it takes the record in the middle of an entry, and can put an older one in its place. \
        Nothing was stored.
        Keep the record on a disk of this machine, and name it with --record or VIGIL_RECORD. A copy for \
        another place is made with vigil backup. Reading and printing work here.

        """
      ),
      "\(outcome.errors)"
    )
    #expect(try program.entryCount() == before)
  }
}
