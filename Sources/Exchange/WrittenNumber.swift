/// A number as a file writes it: ASCII digits, a minus sign before, at most three decimals.
struct WrittenNumber: Hashable {
  let written: String
  /// Thousandths of the column's unit; a number of more digits than any value has is the largest.
  let thousandths: Int

  init(_ written: String, of column: ObservationColumn) throws(RowDefect) {
    let isNegative = written.utf8.first == UInt8(ascii: "-")
    let parts = written.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(WrittenNumber.areDigits) else {
      throw RowDefect(
        "\(column.rawValue) “\(written)” is not a number; write digits, or leave it empty"
      )
    }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.count <= 3 else {
      throw RowDefect("\(column.rawValue) “\(written)” has more than three decimals")
    }
    let decimals = fraction + [UInt8](repeating: UInt8(ascii: "0"), count: 3 - fraction.count)
    let digits = parts[0].drop { $0 == UInt8(ascii: "0") } + decimals
    let size =
      digits.count > 12
      ? Int.max : digits.reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
    self.written = written
    thousandths = isNegative ? -size : size
  }

  private static func areDigits(_ part: some Collection<UInt8>) -> Bool {
    !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
