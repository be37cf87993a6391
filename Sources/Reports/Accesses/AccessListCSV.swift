import SessionRecord

/// The log of accesses as a table, one a line.
package struct AccessListCSV {
  private let accesses: [NumberedAccess]

  package init(_ accesses: [NumberedAccess]) { self.accesses = accesses }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable(["number", "at", "who", "account", "act", "subject", "digest"])
    for access in accesses {
      table.add([
        .integer(access.number), .plain(access.access.at.rfc3339), .text(access.access.by.text),
        .flag(access.access.by.isAccount), .plain(AccessWords(access.access.act).code),
        .text(access.access.subject), .plain(access.access.digest?.description),
      ])
    }
    return table.text
  }
}
