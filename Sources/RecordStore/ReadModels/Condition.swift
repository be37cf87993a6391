import GRDB

/// The WHERE of a question: only the terms that narrow, so that an index can serve it.
struct Condition {
  private var terms: [String] = []
  private(set) var arguments = StatementArguments()

  /// ` WHERE …`, or nothing.
  var sql: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

  mutating func require(_ term: String) { terms.append(term) }

  mutating func require(_ column: String, _ comparison: String, _ value: DatabaseValue?) {
    guard let value else { return }
    terms.append("\(column) \(comparison) ?")
    arguments += [value]
  }

  /// One of a few numbers, which an index takes together with a range on its next column.
  mutating func require(_ column: String, in numbers: [Int]?) {
    guard let numbers else { return }
    terms.append("\(column) IN (\(numbers.sorted().map(String.init).joined(separator: ", ")))")
  }

  mutating func require(_ column: String, notIn values: [DatabaseValue]) {
    terms.append("\(column) NOT IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
    arguments += StatementArguments(values)
  }
}
