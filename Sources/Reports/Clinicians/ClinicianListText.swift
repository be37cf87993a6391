package import SessionRecord

/// The clinicians, one a line.
package struct ClinicianListText {
  private let settings: [ClinicianSetting]
  private let style: Style

  /// The newest of each code, those that were taken off as well where they are to be shown.
  package init(_ settings: [ClinicianSetting], style: Style) {
    self.settings = settings
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !settings.isEmpty else {
      page.add("No clinician is listed: every name is taken as it is typed.")
      page.add(
        Phrase("As: vigil clinician add LH --name 'Lena Hart' --role administrator --by LH")
      )
      return page.text
    }
    var table = Table([.init("Code"), .init("Name"), .init("Roles"), .init("Set by")])
    for setting in settings {
      let words = ClinicianWords(setting.clinician)
      table.add([
        Phrase(setting.clinician.code.text),
        Phrase(setting.clinician.name ?? "–"),
        Phrase(setting.isListed ? words.roles : "taken off the list; was \(words.roles)"),
        Phrase("\(setting.by) \(setting.at.civil.date) \(setting.at.clock)"),
      ])
    }
    page.add(table)
    return page.text
  }
}
