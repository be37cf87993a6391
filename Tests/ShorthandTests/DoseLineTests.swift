import SessionRecord
import Shorthand
import Testing

@Suite struct DoseLineTests {
  @Test(arguments: [
    ("ketamine 36 mg iv over 40 min", "give Ketamine 36mg intravenous over 40min"),
    ("ketamine 36 mg im over 2 h", "ketamine 36 MG im over 120 minutes"),
    ("magnesium sulfate 2 g iv", "give magnesium sulfate 2 g iv"),
    ("stop infusion given not known", "STOP Infusion given not known"),
    ("rate infusion 20 mg/h", "rate infusion 20mg /h"),
    ("scale phq-9 12/27", "scale PHQ 9 12 / 27"), ("scale nrs-pain 4", "scale nrs pain 4"),
  ])
  func `reads the same in other forms`(plain: String, other: String) throws {
    let bedside = try Bedside()
    #expect(try bedside.content(plain) == bedside.content(other))
  }

  @Test func `reads amounts to the thousandth`() throws {
    let dose = try Dose(
      drug: "ketamine",
      amount: Amount(thousandths: 125, .milligramPerKilogram),
      route: .intramuscular
    )
    #expect(try Bedside().content("ketamine 0.125 mg/kg im") == .dose(dose))
    #expect(try Bedside().refusal(of: "ketamine 0.1255 mg/kg im") != nil)
  }

  @Test func `refuses a word that only begins a listed name and stores any other`() throws {
    let bedside = try Bedside()
    for line in ["ket 36 mg iv", "give ketamin 36 mg iv", "ond 4 mg iv", "magnesium 2 g iv"] {
      guard case .dose(.abbreviation)? = bedside.refusal(of: line) else {
        Issue.record("“\(line)” was not refused as an abbreviation")
        continue
      }
    }
    guard
      case .entry(.dose(let dose), _, let hint) = try bedside.read("ketamines 36 mg iv")
    else {
      Issue.record("not stored")
      return
    }
    #expect(dose.drug == "ketamines")
    #expect(hint == "ketamine?")
    #expect(Bedside.formulary.doubts(about: dose, weight: 72_000) == [.drug])
  }

  @Test func `says no near name beside a listed drug or one of the class`() throws {
    let bedside = try Bedside()
    for line in ["ketamine 36 mg iv", "esketamine 56 mg intranasal", "aspirin 300 mg oral"] {
      guard case .entry(_, _, nil) = try bedside.read(line) else {
        Issue.record("“\(line)” has a hint")
        continue
      }
    }
  }

  @Test func `never suggests a thousandth of what was written`() throws {
    let bedside = try Bedside()
    for line in ["ketamine 1,000 mg iv", "ketamine 1.000.000 mcg iv", "ketamine 1,000.5 mg iv"] {
      #expect(
        bedside.refusal(of: line)?.remedy == "Write it with the digits 0 to 9, as 36 or 0.5."
      )
    }
    #expect(bedside.refusal(of: "ketamine 1.000 mg iv")?.remedy == "Write 1, or 1000.")
  }

  @Test(arguments: [
    (Route.intravenous, "iv"), (.intramuscular, "im"), (.intranasal, "intranasal"),
    (.sublingual, "sublingual"), (.oral, "oral"),
  ])
  func `names the protocol's own route and no other`(route: Route, word: String) throws {
    let context = LineContext(
      now: try moment("2026-11-19T14:06:00+01:00"),
      zone: .utc,
      vocabulary: Vocabulary(
        formulary: Formulary(
          medicines: ["esketamine", "ondansetron"],
          ownDrug: "esketamine",
          ownRoute: route,
          mostMilligramsPerKilogram: nil,
          sameClass: []
        ),
        addedEffects: [],
        scales: []
      )
    )
    func remedy(_ line: String) -> String? {
      do {
        Issue.record("stored: \(try TypedLine(line, in: context))")
        return nil
      } catch {
        return error.remedy
      }
    }
    #expect(remedy("esketamine 56 mg") == "Write the route, as esketamine 56 mg \(word).")
    #expect(
      remedy("esketamine") == "Write the amount with its unit, as esketamine 36 mg \(word)."
    )
    #expect(
      remedy("ondansetron 4 mg")
        == "Write the route after “ondansetron 4 mg”: iv, im, intranasal, oral, sublingual, "
        + "subcutaneous, inhaled, rectal or transdermal."
    )
    // What it names is understood.
    #expect(throws: Never.self) { try TypedLine("esketamine 56 mg \(word)", in: context) }
  }
}
