import RecordStore
import Reports
import SessionRecord

/// Writes an exported record line by line, and into its last line the digest of all before it.
final class ExportedLines {
  private let progress: BackupProgress
  private let write: ([UInt8]) throws -> Void
  private var digest = RunningDigest()
  private var waiting: [UInt8] = []
  private var written = 0
  private var all = 0

  /// Bytes that are written at once.
  private static let atOnce = 1 << 16

  init(
    progress: @escaping BackupProgress = { _, _, _ in },
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.progress = progress
    self.write = write
  }

  func take(_ line: ExportedLine) throws {
    let json = ExportedLineJSON(line)
    switch line {
    case .head(let head):
      all = head.counts[.entry]
      add(json.text())
    case .row(let row):
      add(json.text())
      if row.table == .entry { written += 1 }
    case .end:
      add(json.text(digest: try digest.digest()))
      return try flush()
    }
    guard waiting.count >= ExportedLines.atOnce else { return }
    try flush()
    try progress(.exporting, written, all)
  }

  private func add(_ line: String) {
    let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
    digest.add(bytes)
    waiting += bytes
  }

  private func flush() throws {
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
