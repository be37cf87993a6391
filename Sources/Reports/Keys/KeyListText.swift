package import SessionRecord

/// The keys that were ever in use in the record, one a line.
package struct KeyListText {
  private let keys: [KeyStanding]
  private let folder: String?
  private let style: Style

  /// *folder* is where this machine has keys of the record; nil where it has no place for any.
  package init(_ keys: [KeyStanding], folder: String?, style: Style) {
    self.keys = keys
    self.folder = folder
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !keys.isEmpty else {
      page.add("No key was ever in use in this record: nothing in it is sealed or signed.")
      page.add("The record makes its own with the first closing. A clinician's:")
      page.add("  vigil key make LH --by LH")
      return page.text
    }
    var table = Table([
      .init("Key"), .init("Of"), .init("Since"), .init("State", isWide: true), .init("File"),
    ])
    for key in keys {
      let words = KeyWords(key)
      table.add([
        Phrase(key.key.fingerprint.unbroken), Phrase(words.owner),
        Phrase(KeyWords.day(key.since)), Phrase(words.state), Phrase(words.place),
      ])
    }
    page.add(table)
    if let folder {
      page.add(Phrase("Keys of this machine: \(folder)"))
    } else {
      page.add("This machine has no place for keys: set VIGIL_KEYS.")
    }
    return page.text
  }
}
