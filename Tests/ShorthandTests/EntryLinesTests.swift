import Shorthand
import Testing

@Suite struct EntryLinesTests {
  @Test func `stores and refuses every line of the table as it says`() throws {
    let bedside = try Bedside()
    let table = try EntryLinesTable()
    let refusals = try RefusalsTable()
    #expect(table.rows.count == 126)
    #expect(table.rows.count { $0.stores != nil } == 75)
    for row in table.rows {
      if let stores = row.stores {
        let stored = try TableWords(bedside.read(row.line)).words
        #expect(
          stored == stores,
          "\(row): \(TableValue.object(stored)), not \(TableValue.object(stores))"
        )
      } else {
        #expect(row.refuses != nil)
        let said = try #require(refusals.row(row.line), "\(row) has no message in refusals.tsv")
        let refusal = bedside.refusal(of: row.line)
        #expect(refusal?.problem == said.problem)
        #expect(refusal?.remedy == said.remedy)
      }
    }
  }

  @Test func `stores every line of our own table as it says`() throws {
    let bedside = try Bedside()
    let rows = try EntryLinesTable("own-lines.jsonl").rows
    #expect(rows.count == 55)
    for row in rows {
      let stored = try TableWords(bedside.read(row.line)).words
      #expect(stored == row.stores, "\(row): \(TableValue.object(stored))")
    }
  }
}
