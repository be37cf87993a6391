import Foundation

/// The built program, run as a person runs it, with a record of its own.
struct VigilProgram {
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// A folder of this test's own; removed by `discard`.
  let folder: URL
  var environment: [String: String]

  /// The program's temporary files: one that is killed leaves them, and `discard` takes them away.
  var temporary: URL { folder.appendingPathComponent("tmp") }

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("vigil-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("tmp"),
      withIntermediateDirectories: true
    )
    environment = [
      "HOME": folder.path,
      "TMPDIR": folder.appendingPathComponent("tmp").path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "VIGIL_KEYS": folder.appendingPathComponent("keys").path,
      "VIGIL_RECORD": folder.appendingPathComponent("record.vigil").path,
      "VIGIL_BY": "KO",
      "TZ": "UTC",
      "LANG": "C.UTF-8",
      "COLUMNS": "120",
    ]
  }

  func discard() { try? FileManager.default.removeItem(at: folder) }

  /// The program stands beside the tests in the build folder; `VIGIL_PROGRAM` names another, as the one that is shipped.
  static var path: URL {
    get throws {
      if let named = ProcessInfo.processInfo.environment["VIGIL_PROGRAM"] {
        guard FileManager.default.isExecutableFile(atPath: named) else { throw Missing() }
        return URL(fileURLWithPath: named)
      }
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      for _ in 0..<4 {
        let program = folder.appendingPathComponent("vigil")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        folder.deleteLastPathComponent()
      }
      // Where the tests are run by a helper of the toolchain, its arguments name the bundle.
      for argument in CommandLine.arguments where argument.contains(".xctest") {
        let program = URL(fileURLWithPath: argument).deletingLastPathComponent()
          .appendingPathComponent("vigil")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      }
      throw Missing()
    }
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String {
      "There is no program vigil beside the tests, or where VIGIL_PROGRAM says; build it first."
    }
  }

  /// Runs it to its end; *input* is what it reads from standard input (nothing where nil).
  @discardableResult
  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    try execute(VigilProgram.path, arguments, input: input.map { Data($0.utf8) })
  }

  /// Runs any program to its end, in this test's folder and environment.
  func execute(_ program: URL, _ arguments: [String], input: Data? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    let outputs = (try Spool(in: folder), try Spool(in: folder))
    process.standardOutput = outputs.0.handle
    process.standardError = outputs.1.handle
    if let input {
      let spool = try Spool(in: folder, holding: input)
      process.standardInput = spool.handle
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try VigilProgram.launch(process)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try outputs.0.text(),
      errors: try outputs.1.text()
    )
  }

  /// Starts a process that takes signals as one started by a person does: tests run on threads that
  /// block them, and a child would inherit that.
  static func launch(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> Outcome { try run(arguments) }
}

/// A file for one stream of a process: never full, as a pipe can be.
private struct Spool {
  let url: URL
  let handle: FileHandle

  init(in folder: URL, holding bytes: Data = Data()) throws {
    url = folder.appendingPathComponent(UUID().uuidString)
    try bytes.write(to: url)
    handle = try FileHandle(forUpdating: url)
  }

  func text() throws -> String {
    try handle.close()
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
