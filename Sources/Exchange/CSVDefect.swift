/// Where and why a text is not CSV.
struct CSVDefect: Error {
  enum Cause: Hashable {
    case notUTF8, tooManyFields, tooManyRecords, fieldTooLong, openQuote, strayQuote, afterQuote
    case loneReturn
    case controlCharacter(UInt8)
  }

  let line: Int
  let cause: Cause

  var sentence: String {
    switch cause {
    case .notUTF8: "this is not UTF-8 text; save the file as “CSV UTF-8”"
    case .tooManyFields: "more than \(CSVText.mostFields) fields"
    case .tooManyRecords: "more than \(CSVText.mostRecords) rows; one file is one session"
    case .fieldTooLong: "a field longer than \(CSVText.longestField) bytes"
    case .openQuote: "a quoted field that begins here is never closed"
    case .strayQuote: "a quotation mark inside a field; quote the whole field and double it"
    case .afterQuote: "something stands between a closing quotation mark and the comma"
    case .loneReturn: "a carriage return alone does not end a line; save the file with line feeds"
    case .controlCharacter(let byte): "a control character (number \(byte)) inside a field"
    }
  }
}
