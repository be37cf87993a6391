package import SessionRecord

/// What stands at the head of the clinic's prints, for people.
package struct ClinicText {
  private let settings: [ClinicSetting]
  private let style: Style

  /// All that was set, in order.
  package init(_ settings: [ClinicSetting], style: Style) {
    self.settings = settings
    self.style = style
  }

  /// What is in use now, or what to type.
  package var text: String {
    var page = Page(style)
    guard let setting = settings.last else {
      page.add("No clinic is set: prints have no head, and are in °C, kg and on A4.")
      page.add(Phrase("As: vigil clinic --name 'Northgate Clinic' --by LH"))
      return page.text
    }
    let clinic = setting.clinic
    page.add(Phrase(clinic.name, .strong))
    for line in clinic.address { page.add(Phrase(line)) }
    if let telephone = clinic.telephone { page.add(Phrase("telephone \(telephone)")) }
    page.rule()
    for (name, value) in ClinicWords(clinic).facts { page.add(Phrase("\(name): \(value)")) }
    page.add(Phrase("set by \(ClinicWords.who(setting))"))
    return page.text
  }

  /// Who set what, and when, the newest last.
  package var history: String {
    var page = Page(style)
    guard !settings.isEmpty else { return text }
    var before: Clinic?
    for setting in settings {
      page.add(Phrase(ClinicWords.who(setting), .strong))
      for change in ClinicWords(setting.clinic).changes(from: before) {
        page.add(Phrase(change), indent: 2)
      }
      before = setting.clinic
    }
    return page.text
  }
}

/// What is set of a clinic, in words.
struct ClinicWords {
  private let clinic: Clinic

  init(_ clinic: Clinic) { self.clinic = clinic }

  /// What is not in the head itself.
  var facts: [(name: String, value: String)] {
    [
      ("logo", logo), ("paper", clinic.paper.name),
      ("zone", clinic.zone ?? "this machine's"), ("units", units),
      ("identities", identities), ("backups", backups),
    ]
  }

  private var heading: [(name: String, value: String)] {
    [
      ("name", clinic.name),
      ("address", clinic.address.isEmpty ? "none" : clinic.address.joined(separator: ", ")),
      ("telephone", clinic.telephone ?? "none"),
    ]
  }

  /// What differs from what was set before: `paper: Letter (was A4)`; all where nothing was.
  func changes(from before: Clinic?) -> [String] {
    let now = heading + facts
    guard let before else { return now.map { "\($0.name): \($0.value)" } }
    let then = ClinicWords(before).heading + ClinicWords(before).facts
    var changes = zip(now, then).compactMap { now, then in
      now.value == then.value ? nil : "\(now.name): \(now.value) (was \(then.value))"
    }
    if before.logo != clinic.logo, ClinicWords(before).logo == logo {
      changes.append("logo: another picture of the same size")
    }
    return changes
  }

  /// `LH 2026-11-19 14:05`.
  static func who(_ setting: ClinicSetting) -> String {
    "\(setting.by) \(setting.at.civil.date) \(setting.at.clock)"
  }

  private var logo: String {
    guard let logo = clinic.logo else { return "none" }
    return "\(logo.kind.name), \(counted(logo.bytes.count, "byte"))"
  }

  private var identities: String {
    clinic.retentionYears.map {
      "kept for \(counted($0, "year")) after a patient's last session or course entry"
    } ?? "no time is set after which they may be erased without a reason"
  }

  private var backups: String {
    clinic.backupDays.map { "a warning when none was verified for \(counted($0, "day"))" }
      ?? "no warning when none was verified"
  }

  private var units: String {
    let temperature = clinic.units.temperature == .celsius ? "°C" : "°F, with °C beside it"
    let weight = clinic.units.weight == .kilograms ? "kg" : "lb, with kg beside it"
    return "\(temperature); \(weight)"
  }
}

extension Logo.Kind {
  var name: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    }
  }
}

extension Paper {
  /// As a person says it: `A4`.
  package var name: String {
    switch self {
    case .a4: "A4"
    case .letter: "Letter"
    }
  }
}
