import Monitoring
import SessionRecord

/// Whom and where the patient monitoring form is about: patient, concomitant medicines, clinician,
/// setting.
struct REMSPeople {
  private let record: FormRecord
  private let clinic: Clinic?
  private let said: SaidWords

  init(_ record: FormRecord, clinic: Clinic?, said: SaidWords) {
    self.record = record
    self.clinic = clinic
    self.said = said
  }

  private var words: SessionWords { record.words }

  var blocks: [FormBlock] { [patient, concomitant, clinician, setting] }

  private var patient: FormBlock {
    let identity = words.file.patient.identity
    let erased = identity == nil ? "the identity was erased" : nil
    func answer(_ text: String?) -> FormField.Answer {
      text.map { .recorded($0) } ?? .notRecorded(erased)
    }
    return FormBlock(
      key: "patient",
      title: "Patient",
      fields: [
        FormField(
          key: "name",
          title: "first name, middle initial, last name",
          answer: answer(identity?.name),
          asides: identity?.name == nil ? [] : ["kept as one name"]
        ),
        FormField(
          key: "birthDate",
          title: "birth date",
          answer: answer(identity?.birthDate.map(record.dates.date))
        ),
        FormField(key: "sex", title: "sex", answer: .notRecorded(nil)),
        asked("firstTreatment", "first treatment? (newer form)", ["first"], also: ["treatment"]),
        asked("enrolled", "enrolled? (newer form)", ["enrol"]),
      ]
    )
  }

  private var concomitant: FormBlock {
    FormBlock(
      key: "concomitant",
      title: "Concomitant medicines",
      fields: [
        medicine("benzodiazepines", "benzodiazepines", ["benzo"]),
        medicine(
          "sedativeHypnotics",
          "non-benzodiazepine sedative-hypnotics",
          ["hypnotic", "sedative"]
        ),
        medicine("psychostimulants", "psychostimulants", ["psychostimulant", "stimulant"]),
        medicine("maois", "MAOIs", ["maoi"]),
        otherMedicines,
      ]
    )
  }

  private func medicine(_ key: String, _ title: String, _ stems: [String]) -> FormField {
    asked(key, title, stems, isRequired: true)
  }

  /// Not the patient's own medicines, which nobody has asked about here, but what was given beside.
  private var otherMedicines: FormField {
    var field = asked(
      "otherMedicines",
      "medicines that may cause sedation, dissociation, respiratory depression or a change of "
        + "blood pressure, opioids among them (newer form)",
      ["opioid"]
    )
    let given = words.file.exposure.given.filter { $0.drug != record.drug }
    field.asides += given.map { "given in this session: \(record.given($0))" }
    return field
  }

  /// A question that nothing in the record answers but people's own words.
  private func asked(
    _ key: String,
    _ title: String,
    _ stems: [String],
    also others: [String] = [],
    isRequired: Bool = false
  ) -> FormField {
    FormField(key: key, title: title, isRequired: isRequired, said: said.about(stems, also: others))
  }

  private var clinician: FormBlock {
    let sets = record.standing.map(\.original).filter { $0.content.kind == .vitals }
    // Who reads in a file has taken nothing of it.
    let codes = Set(
      sets.compactMap { entry in
        if case .imported = entry.source { return entry.observer?.text }
        return (entry.observer ?? entry.author).text
      }
    )
    let seen = codes.sorted().joined(separator: ", ")
    return FormBlock(
      key: "clinician",
      title: "Monitoring clinician",
      fields: [
        FormField(
          key: "clinicianName",
          title: "first and last name",
          answer: .notRecorded("the record has codes"),
          asides: seen.isEmpty ? [] : ["vital signs were taken by \(seen)"]
        ),
        FormField(
          key: "clinicianTelephone",
          title: "telephone",
          answer: .notRecorded(nil),
          asides: (clinic?.telephone).map { ["of the clinic: \($0)"] } ?? []
        ),
        FormField(key: "clinicianEmail", title: "e-mail", answer: .notRecorded(nil)),
      ]
    )
  }

  private var setting: FormBlock {
    let none = "no clinic is set; type: vigil clinic --name NAME --address LINE --by CODE"
    let address = clinic?.address.filter { !$0.isEmpty } ?? []
    return FormBlock(
      key: "setting",
      title: "Healthcare setting",
      fields: [
        FormField(
          key: "settingName",
          title: "name",
          answer: clinic.map { .recorded($0.name) } ?? .notRecorded(none)
        ),
        FormField(
          key: "settingAddress",
          title: "address, city, state, ZIP",
          answer: address.isEmpty
            ? .notRecorded(
              clinic == nil
                ? none : "the clinic has no address; type: vigil clinic --address LINE --by CODE"
            )
            : .recorded(address.joined(separator: ", "))
        ),
      ]
    )
  }
}

extension FormField {
  /// One that only people's own words can answer, which are quoted and never read as yes or no.
  init(key: String, title: String, isRequired: Bool = true, said: [SaidWords.Said]) {
    self.init(
      key: key,
      title: title,
      isRequired: isRequired,
      answer: said.isEmpty
        ? .notRecorded(nil) : .said(said.map { "“\($0.text)”" }.joined(separator: "; ")),
      entries: said.map(\.entry),
      asides: said.isEmpty ? [] : ["as it was typed; nobody has ticked yes or no"]
    )
  }
}
