package import SessionRecord

/// Why a file was not imported: nothing of it was stored.
package enum ImportRefusal: Refusal, Hashable {
  package struct Line: Hashable {
    package let number: Int
    package let sentence: String

    package init(number: Int, sentence: String) {
      self.number = number
      self.sentence = sentence
    }
  }

  case lines(file: String, [Line])
  case noHeader(file: String)
  case unknownColumn(file: String, line: Int, String)
  case columnTwice(file: String, line: Int, String)
  case noTime(file: String, line: Int)
  case noRows(file: String)
  case nothingObserved(file: String)

  /// As many as anybody mends before trying again.
  private static let mostLinesSaid = 100

  package var kind: RefusalKind { .badInput }

  package var problem: String {
    switch self {
    case .lines(let file, let lines):
      lines.prefix(ImportRefusal.mostLinesSaid).map {
        "\(file):\($0.number): \(OneLine($0.sentence).text)"
      }
      .joined(separator: "\n")
        + further(lines.count - ImportRefusal.mostLinesSaid)
        + "\nNothing was imported."
    case .noHeader(let file): "\(file):1: the file is empty. Nothing was imported."
    case .unknownColumn(let file, let line, let name):
      "\(file):\(line): unknown column “\(OneLine(name).text)”. Nothing was imported."
    case .columnTwice(let file, let line, let name):
      "\(file):\(line): the column “\(OneLine(name).text)” is there twice. Nothing was imported."
    case .noTime(let file, let line):
      "\(file):\(line): there is no column “time”. Nothing was imported."
    case .noRows(let file): "\(file) has a header and no rows. Nothing was imported."
    case .nothingObserved(let file):
      "\(file) has no row with anything observed in it. Nothing was imported."
    }
  }

  package var remedy: String? {
    switch self {
    case .lines: "Mend these lines and import the file again."
    case .unknownColumn(_, _, let name) where name.contains(where: { ";\t|".contains($0) }):
      "Separate the columns with commas: \(ImportRefusal.columns)."
    case .noHeader, .unknownColumn, .columnTwice, .noTime:
      "Columns are: \(ImportRefusal.columns)."
    case .noRows, .nothingObserved: nil
    }
  }

  private static var columns: String {
    ObservationColumn.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private func further(_ count: Int) -> String {
    switch count {
    case ...0: ""
    case 1: "\n… and 1 more line"
    default: "\n… and \(count) more lines"
    }
  }
}
