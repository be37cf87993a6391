import Foundation
import GRDB
import Testing

/// The software of others is the one that RISKS.md speaks of, and what it says is not used is not used.
@Suite("Software of others")
struct SoftwareTests {
  /// By name, the version that the table of what is in use says.
  private static func named() throws -> [String: String] {
    let rows = RisksDocument.rows(in: try RisksDocument.text(of: "RISKS.md")).filter {
      $0.count == 4
    }
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  private struct Pins: Decodable {
    struct Pin: Decodable {
      struct State: Decodable { let version: String }
      let location: String
      let state: State
    }
    let pins: [Pin]
  }

  @Test func `each package has the version that is named, and so has what it brings`() throws {
    let named = try SoftwareTests.named()
    let manifest = try RisksDocument.text(of: "Package.swift")
    let wanted = manifest.components(separatedBy: ".package(url: \"").dropFirst()
    #expect(wanted.count == 3)
    for part in wanted {
      let words = part.components(separatedBy: "\"")
      let name = words[0].components(separatedBy: "/").last ?? ""
      #expect(words[1] == ", exact: ", "\(name) is not taken in one version")
      #expect(named[name] == words[2], "\(name)")
    }
    let resolved = Data(try RisksDocument.text(of: "Package.resolved").utf8)
    for pin in try JSONDecoder().decode(Pins.self, from: resolved).pins {
      let name = pin.location.components(separatedBy: "/").last ?? ""
      let short = name.hasSuffix(".git") ? String(name.dropLast(4)) : name
      #expect(named[short] == pin.state.version, "\(short)")
    }
  }

  @Test func `SQLite is the one that is named, or a newer one`() throws {
    let found = try DatabaseQueue().read {
      try #require(try String.fetchOne($0, sql: "SELECT sqlite_version()"))
    }
    let floor = try #require(SoftwareTests.named()["SQLite"])
    #expect(SoftwareTests.numbers(floor).count == 3)
    let isOlder = SoftwareTests.numbers(found).lexicographicallyPrecedes(
      SoftwareTests.numbers(floor)
    )
    #expect(!isOlder, "\(found) is older than \(floor)")
  }

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").compactMap { Int($0) }
  }

  /// What the rows of RISKS.md that say *not used* rest on.
  private static let unused = [
    "DatabasePool", "DatabaseMigrator", "eraseDatabaseOnSchemaChange", "journalMode",
    "journal_mode = WAL", "ATTACH ", "load_extension", "sqlite3session", "sqlite3changeset", "fts5",
    "FTS5",
    " MATCH ", "json_", "concat_ws", "quick_check", "HPKE", "XWing", "VOPRF", "_CryptoExtras",
    " await ", " async ", "Process()", "waitUntilExit", "URLSession", "URLRequest", "Socket",
    "NSRegularExpression", "presentational",
  ]

  private static func used(of words: [String], in code: String) -> [String] {
    let lines = code.split(separator: "\n").filter { line in
      let start = line.drop { $0 == " " }
      return !start.hasPrefix("//") && !start.hasPrefix("--")
    }
    return words.filter { word in lines.contains { $0.contains(word) } }
  }

  @Test func `nothing is used of what has the anomalies that are said not to matter`() throws {
    let files = FileManager.default
    for folder in ["Sources", "schemas"] {
      let place = RisksDocument.root.appendingPathComponent(folder)
      let paths = files.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
      let code = paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".sql") }
      #expect(!code.isEmpty)
      for path in code {
        let text = try String(contentsOf: place.appendingPathComponent(path), encoding: .utf8)
        let found = SoftwareTests.used(of: SoftwareTests.unused, in: text)
        #expect(found.isEmpty, "\(folder)/\(path): \(found)")
      }
    }
  }

  @Test func `a word in the code is found, and one in a comment is not`() {
    let code = """
      // A DatabasePool would take WAL.
      let queue = try DatabaseQueue(path: path)
        -- json_each would be a function.
      let answer = try HPKE.Sender(key)
      """
    #expect(SoftwareTests.used(of: SoftwareTests.unused, in: code) == ["HPKE"])
  }
}
