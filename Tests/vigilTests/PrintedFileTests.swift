import Foundation
import TestSupport
import Testing

/// Files that are written: whole or not at all, over nothing that was not named.
@Suite struct PrintedFileTests {
  private func prepared() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.fillSession()
    return program
  }

  @Test func `writes each format as standard output has it, for its owner only`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.must("ack", "1", "seen")
    try program.must("end", "1", "--because", "goes to the ward")
    for format in ["text", "json"] {
      let name = "report.\(format)"
      let said = try program.must("report", "1", "--format", format, "--out", name)
      #expect(said.output == "\(name) is written.\n")
      let printed = try program.must("report", "1", "--format", format).output
      #expect(try program.text(of: name).lines == printed.lines, "\(format)")
      #expect(try program.mode(of: name) == 0o600)
    }
    #expect(
      try program.must("report", "1", "--format", "html", "--out", "-").output.hasPrefix("<!")
    )
    // The name of the file says the format where nothing else does.
    for (name, start) in [
      ("a.html", "<!DOCTYPE html>"), ("a.json", "{"), ("a.htm", "<!"), ("a.txt", ""),
    ] {
      try program.must("report", "1", "--out", name)
      let text = try program.text(of: name)
      #expect(text.lowercased().hasPrefix(start.lowercased()), "\(name)")
      #expect(text.contains("Rivera"), "\(name)")
    }
    #expect(try program.leftovers() == [])
  }

  @Test func `replaces nothing without being asked to`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("kept", to: "report.html")
    try program.refuses([
      WrongUse(
        "vigil report 1 --out report.html",
        exits: 73,
        says: """
          There is already a file report.html. Nothing was written.
          Name another with --out, or replace it with --force.
          """
      )
    ])
    #expect(try program.text(of: "report.html") == "kept")
    try program.must("report", "1", "--out", "report.html", "--force")
    #expect(try program.text(of: "report.html").contains("Rivera"))
    #expect(try program.leftovers() == [])
  }

  @Test func `means the same in every spelling of its options`() throws {
    let program = try prepared()
    defer { program.discard() }
    for arguments in [
      ["--out", "a.html", "--force"], ["--out=a.html", "--force"], ["--force", "--out", "a.html"],
      ["--out=a.html", "--force", "--open"], ["--out", "a.html", "--open", "--force"],
    ] {
      let said = try program.run(["report", "1"] + arguments)
      #expect(said.status == 0, "\(arguments): \(said.errors)")
      #expect(said.output.hasPrefix("a.html is written.\n"), "\(arguments)")
    }
    for arguments in [["--out", "a.html"], ["--out=a.html"], ["--open", "--out=a.html"]] {
      #expect(try program.run(["report", "1"] + arguments).status == 73, "\(arguments)")
    }
  }

  @Test func `follows and replaces no link, no folder and no device, whatever is asked`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("kept", to: "target.html")
    let made = try program.shell(
      "ln -s target.html link.html; ln -s nowhere.html dangling.html; mkdir folder.html; mkfifo pipe.html"
    )
    #expect(made.status == 0)
    let link = "is a symbolic link, which is never written through."
    for force in ["", " --force"] {
      try program.refuses(
        [
          ("link.html", link), ("dangling.html", link),
          ("folder.html", "is a folder. Nothing was written."),
          ("pipe.html", "is no ordinary file. Nothing was written."),
        ].map { name, why in
          WrongUse(
            "vigil report 1 --out \(name)\(force)",
            exits: 73,
            says: "\(name) \(why)\nName another with --out."
          )
        }
      )
    }
    #expect(try program.text(of: "target.html") == "kept")
    let kinds = try program.shell(
      "test -L link.html -a -L dangling.html -a -d folder.html -a -p pipe.html -a ! -e nowhere.html"
    )
    #expect(kinds.status == 0)
    #expect(try program.leftovers() == [])
  }

  @Test func `never replaces a record or what belongs to one, whatever is asked`() throws {
    let program = try prepared()
    defer { program.discard() }
    let before = program.recordBytes
    let record = "\"$VIGIL_RECORD\""
    _ = try program.shell("cp \(record) copy.html; touch copy.html-journal")
    for out in [record, "copy.html", "copy.html-journal"] {
      for command in [
        "report 1 --format html", "form --blank --protocol im --format html",
        "summary --format json",
      ] {
        let said = try program.shell("vigil \(command) --force --out \(out)")
        #expect(said.status == 73, "\(command) \(out)")
        #expect(
          said.errors.contains("is never replaced. Nothing was written."),
          "\(command) \(out)"
        )
      }
    }
    #expect(program.recordBytes == before)
    // An ordinary file is.
    try program.write("kept", to: "page.html")
    try program.must("report", "1", "--out", "page.html", "--force")
    #expect(try program.text(of: "page.html") != "kept")
  }

  @Test func `says why a file cannot be written`() throws {
    let program = try prepared()
    defer { program.discard() }
    try program.write("a file", to: "file")
    let long = String(repeating: "n", count: 300)
    try program.refuses(
      [
        ("nowhere/report.html", "there is no such folder"),
        ("report/", "there is no such folder"),
        ("file/report.html", "part of its path is a file"),
        (long, "File name too long"),
      ].map { name, why in
        WrongUse(
          "vigil report 1 --format html --out \(name)",
          exits: 73,
          says: "\(name) cannot be written: \(why)."
        )
      } + [
        WrongUse(
          "vigil report 1 --out ''",
          exits: 64,
          says: """
            --out is empty. Nothing was written.
            As: --out report.html
            """
        ),
        WrongUse(
          "vigil report 1 --paper a4",
          exits: 64,
          says: """
            --paper is for html and pdf.
            Leave it out.
            """
        ),
        WrongUse(
          "vigil report 1 --out - --open",
          exits: 64,
          says: """
            --open needs a file, and --out - is standard output.
            Leave one of them out.
            """
        ),
      ]
    )
    #expect(try program.leftovers() == [])
  }

  @Test func `leaves nothing on a full disk and on a read-only one`() throws {
    let program = try prepared()
    defer { program.discard() }
    let mounted = try program.shell(
      "mkdir disk && mount -t tmpfs -o size=16k none disk && echo kept > disk/kept.html"
    )
    guard mounted.status == 0 else {
      try Test.cancel("no small disk can be mounted here: \(mounted.errors)")
    }
    defer { _ = try? program.shell("umount disk") }
    try program.refuses(
      ["full.html", "kept.html --force"].map { name in
        let file = name.split(separator: " ")[0]
        return WrongUse(
          "vigil report 1 --format html --out disk/\(name)",
          exits: 73,
          says: "disk/\(file) cannot be written: the disk is full.",
          logsAccess: true
        )
      }
    )
    #expect(try program.shell("ls -A disk; cat disk/kept.html").output == "kept.html\nkept\n")
    #expect(try program.shell("mount -o remount,ro disk").status == 0)
    try program.refuses([
      WrongUse(
        "vigil report 1 --format html --out disk/new.html",
        exits: 73,
        says: "disk/new.html cannot be written: the disk is read-only.",
        logsAccess: true
      )
    ])
    #expect(try program.shell("ls -A disk").output == "kept.html\n")
  }

  @Test func `writes under a name as long as a name may be`() throws {
    let program = try prepared()
    defer { program.discard() }
    // Of three bytes a letter, so that what is written aside cannot have all of it either.
    let name = String(repeating: "薬", count: 83) + ".html"
    #expect(name.utf8.count == 254)
    try program.must("report", "1", "--format", "html", "--out", name)
    #expect(try program.text(of: name).contains("Rivera"))
    #expect(try program.leftovers() == [])
  }

  @Test func `opens a file only where there is a screen, and says where it is`() throws {
    var program = try prepared()
    defer { program.discard() }
    let here = URL(fileURLWithPath: program.folder.path).path
    let label = VigilProgram.label(1)
    #if os(Linux)
    let said = try program.must("report", "1", "--format", "html", "--open").output
    #expect(
      said == "\(label).html is written.\n"
        + "There is no screen to open it on; it is \(here)/\(label).html\n"
    )
    // A program of that name in a folder of its own takes the place of the desktop's.
    try program.script("opener/xdg-open", "printf '%s\\n' \"$@\" > \(here)/opened")
    program.environment["PATH"] = "\(here)/opener:/usr/bin:/bin"
    program.environment["DISPLAY"] = ":99"
    let opened = try program.must("report", "1", "--out", "x.html", "--open").output
    #expect(opened == "x.html is written.\n")
    #expect(try program.text(of: "opened") == "\(here)/x.html\n")
    try program.script("opener/xdg-open", "exit 3")
    #expect(
      try program.must("report", "1", "--out", "y.html", "--open").output
        == "y.html is written.\nIt could not be opened; it is \(here)/y.html\n"
    )
    #endif
  }

  @Test func `gives a file its name only once it is whole, whenever it is killed`() throws {
    var random = SeededGenerator()
    var program = try prepared()
    defer { program.discard() }
    // A large one, so that writing takes a while.
    let bytes =
      Data("%PDF-1.7\n".utf8) + Data(repeating: 0x20, count: 24_000_000) + Data("%%EOF\n".utf8)
    try bytes.write(to: program.folder.appendingPathComponent("large.pdf"))
    try program.script("renderer", "exec cp \(program.folder.path)/large.pdf \"$2\"")
    program.environment["VIGIL_PDF_RENDERER"] = program.folder.path + "/renderer"
    let began = ContinuousClock.now
    try program.must("report", "1", "--out", "first.pdf")
    let usual = ContinuousClock.now - began
    var killed = 0
    var named = 0
    // Where it was quicker than the first time, none may have been killed: some more.
    for number in 1...80 where number <= 20 || killed == 0 {
      let delay = usual * Double.random(in: 0.3...1.1, using: &random)
      let status = try program.signalled(
        ["report", "1", "--out", "\(number).pdf"],
        SIGKILL,
        after: delay
      )
      if status != 0 { killed += 1 }
      let path = program.folder.appendingPathComponent("\(number).pdf").path
      if let found = FileManager.default.contents(atPath: path) {
        #expect(found == bytes, "seed \(random.seed)")
      } else {
        #expect(status != 0, "seed \(random.seed)")
      }
      // What was not finished says whose it was.
      let left = try program.leftovers()
      named += left.count
      #expect(
        left.allSatisfy { $0.hasPrefix(".vigil-\(number).pdf-") && $0.hasSuffix(".part") },
        "\(left)"
      )
      _ = try program.shell("rm -f \(number).pdf .vigil-*")
    }
    #expect(killed > 0 && named <= killed, "seed \(random.seed)")
  }
}

extension VigilProgram {
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)[
      .posixPermissions
    ] as? Int
  }

  /// What was written aside and not taken away.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(".vigil-") }
  }

  /// A program of the test's own.
  func script(_ name: String, _ lines: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
  }

  /// Sends the program a signal after a while; zero where it had ended well by then.
  func signalled(_ arguments: [String], _ signal: Int32, after delay: Duration) throws -> Int32 {
    try signalled(arguments, signal) { Thread.sleep(forTimeInterval: delay / .seconds(1)) }
  }

  /// Sends it once *wait* returns, and gives the signal that ended it or the code it ended with.
  func signalled(_ arguments: [String], _ signal: Int32, once wait: () -> Void) throws -> Int32 {
    let process = Process()
    process.executableURL = try VigilProgram.path
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try VigilProgram.launch(process)
    wait()
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension String {
  /// Without what changes from one moment to the next: the time of printing.
  fileprivate var lines: [Substring] {
    split(separator: "\n").filter { !$0.contains("printed") }
  }
}
