/// A long table turned round: rows that say the same stand as one, with what they are rows of behind it.
struct GroupedTable {
  /// The columns of values, then one that lists the rows by their labels, runs of them as `#2–#9`.
  ///
  /// Where the numbers go up with the time they tell which rows are meant; else the times stand with them.
  let table: Table

  /// *labels* is how many of the first columns name a row: its number, its time, its time since the dose.
  init(_ table: Table, labels: Int) {
    var groups: [(values: [Phrase], places: [Int])] = []
    for (place, row) in table.rows.enumerated() {
      let values = Array(row.dropFirst(labels))
      if let same = groups.firstIndex(where: { GroupedTable.isSame($0.values, values) }) {
        groups[same].places.append(place)
      } else {
        groups.append((values, [place]))
      }
    }
    var grouped = Table(Array(table.columns.dropFirst(labels)) + [.init("Sets", isWide: true)])
    for group in groups {
      grouped.add(group.values + [Phrase(GroupedTable.runs(group.places, in: table))])
    }
    self.table = grouped
  }

  private static func isSame(_ one: [Phrase], _ other: [Phrase]) -> Bool {
    one.map(\.text) == other.map(\.text)
  }

  /// `#2, #13–#19`, or `#2 13:10, #13–#19 13:19–13:37`: neighbours in the table are told as one run.
  private static func runs(_ places: [Int], in table: Table) -> String {
    let numbers = table.rows.compactMap { Int($0[0].text) }
    let isInOrder =
      numbers.count == table.rows.count && zip(numbers, numbers.dropFirst()).allSatisfy(<)
    var runs: [(first: Int, last: Int)] = []
    for place in places {
      if let last = runs.last, last.last == place - 1 {
        runs[runs.count - 1].last = place
      } else {
        runs.append((place, place))
      }
    }
    return runs.map { run in
      let (first, last) = (table.rows[run.first], table.rows[run.last])
      let isOne = run.first == run.last
      let number = "#\(first[0].text)" + (isOne ? "" : "–#\(last[0].text)")
      guard !isInOrder else { return number.unbroken }
      let time = first[1].text + (isOne ? "" : "–\(last[1].text)")
      return "\(number) \(time)".unbroken
    }.joined(separator: ", ")
  }
}
