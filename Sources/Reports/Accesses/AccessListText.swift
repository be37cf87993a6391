import SessionRecord

/// The log of accesses, one a line, in its order.
package struct AccessListText {
  private let accesses: [NumberedAccess]
  private let isFiltered: Bool
  private let style: Style

  /// *isFiltered*: some were left out by asking.
  package init(_ accesses: [NumberedAccess], isFiltered: Bool, style: Style) {
    self.accesses = accesses
    self.isFiltered = isFiltered
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !accesses.isEmpty else {
      page.add(isFiltered ? "No access in this time." : "No access is logged.")
      return page.text
    }
    var table = Table([
      .init("No.", number: true), .init("When"), .init("Who"), .init("What"),
      .init("Of", isWide: true), .init("Digest"),
    ])
    for access in accesses {
      table.add([
        Phrase("\(access.number)"), Phrase(KeyWords.day(access.access.at)),
        Phrase(AccessorWords(access.access.by).text), Phrase(AccessWords(access.access.act).text),
        Phrase(access.access.subject ?? "the record"),
        Phrase(access.access.digest.map { DigestGroups($0.bytes.prefix(4)).text.unbroken } ?? "–"),
      ])
    }
    page.add(table)
    page.add(Phrase(counted(accesses.count, "access", "accesses")))
    return page.text
  }
}
