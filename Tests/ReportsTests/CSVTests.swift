import Monitoring
import SessionRecord
import Testing

@testable import Reports

struct CSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("=SUM(A1)", "'=SUM(A1)"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
    ("=a,b", "\"'=a,b\""), ("\u{A0}=1+1", "'\u{A0}=1+1"), (" =1", "' =1"),
    ("two\nlines", "two\\nlines"), ("", ""),
  ]) func `quotes where it must and disarms formulas`(text: String, written: String) {
    var table = CSVTable(["text"])
    table.add([.text(text)])
    #expect(table.text == "text\r\n\(written)\r\n")
  }

  @Test func `writes negative numbers as numbers`() throws {
    var log = try SampleLog()
    let sample = try SampleSession()
    try log.add("13:00", .opened(try sample.opening()))
    try log.add("13:05", try vitals([.rass: -1]))
    var small = sample
    small.log = log
    let text = TimelineCSV(try small.file(flags: [])).text
    let row = try #require(records(text).last)
    let header = try #require(records(text).first)
    let place = try #require(header.firstIndex(of: "rass"))
    #expect(row[place] == "-1")
  }

  @Test func `gives every line as many fields as the header`() throws {
    for (name, text) in try EveryView.all().flatMap(\.view.tables) {
      let rows = records(text)
      let header = try #require(rows.first)
      #expect(rows.count > 1, "\(name)")
      for row in rows { #expect(row.count == header.count, "\(name)") }
      #expect(text.utf8.suffix(2).elementsEqual([0x0D, 0x0A]), "\(name)")
    }
  }

  @Test func `has a line for each entry, also those that were struck out`() throws {
    let file = try SampleSession().file()
    let rows = records(TimelineCSV(file).text)
    let header = try #require(rows.first)
    let standing = try #require(header.firstIndex(of: "standing"))
    let was = try #require(header.firstIndex(of: "was"))
    #expect(rows.count == file.log.count + 1)
    #expect(rows.filter { $0[standing] == "voided" }.count == 1)
    #expect(
      rows.filter { $0[standing] == "corrected" }.map { $0[was] } == [
        "HR 48/min  RR 14/min", "infusion stopped, amount given not said",
      ]
    )
  }

  /// A reader of RFC 4180, written for this test alone.
  private func records(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar == "\"", rest.first == "\"" {
          field.unicodeScalars.append("\"")
          rest.removeFirst()
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          field.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" {
        rows[rows.count - 1].append(field)
        field = ""
        if scalar == "\r" {
          rest.removeFirst()
          if !rest.isEmpty { rows.append([]) }
        }
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
