import ArgumentParser
import Foundation
import RecordStore
import Reports
import SessionRecord
import Supervision

/// What every entry of a course takes: who enters it, and when it was.
struct CourseEntryOptions: ParsableArguments {
  @OptionGroup var author: AuthorOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "When it was: 14:05 of today, '2026-11-19 14:05', or with an offset (default: now).",
      valueName: "when"
    )
  )
  var at: String?

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  /// What an entry is made with.
  struct Entering {
    let desk: Desk
    let patient: PatientCode
    let author: ClinicianCode
    let observed: Stamp?
    let zone: Zone

    /// The day on which it was observed, as `2026-11-19`.
    var day: String { (observed ?? Stamp(Desk.now(), in: zone)).civil.date }

    func record(_ content: Content) throws -> RecordedCourse {
      try desk.supervision.record(
        course: [content],
        of: patient,
        by: author,
        observed: observed,
        in: zone
      )
    }
  }

  /// Enters something for a patient, and answers with what was stored and what is due next.
  ///
  /// *aside* is said below it, from what the record held before.
  func enter(
    _ patient: String,
    aside: (Desk, PatientCode) throws -> String? = { _, _ in nil },
    _ enter: (Entering) throws -> RecordedCourse
  ) throws {
    let patient = try PatientCode(patient)
    guard let author = try author.author() else { throw CourseOptionRefusal.authorMissing }
    let desk = try Desk.open(record, .writing)
    let zone = try desk.zone(nil)
    // Read before anything is written: what fails after a commit would say that nothing was stored.
    let scoring = try desk.supervision.scoring(of: patient)
    let said = try aside(desk, patient)
    let recorded = try enter(
      Entering(
        desk: desk,
        patient: patient,
        author: author,
        observed: try at.map { try CourseMoment.read($0, in: zone, now: Desk.now()) },
        zone: zone
      )
    )
    Output.answer(
      CourseAnswerText(
        recorded.course,
        new: recorded.new,
        now: recorded.at,
        in: zone,
        scales: scoring?.scales ?? [],
        flagging: scoring?.rules ?? [],
        style: layout.style
      ).text + (said.map { "\n\($0)" } ?? "")
    )
  }
}

extension [String] {
  /// The words of the rest of a command line as one text; nil where there are none.
  func text(_ what: String) throws -> String? {
    let joined = joined(separator: " ")
    return joined.allSatisfy(\.isWhitespace) ? nil : try PlainText.checked(joined, what: what)
  }
}
