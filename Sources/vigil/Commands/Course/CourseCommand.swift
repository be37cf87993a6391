import ArgumentParser

/// A patient's course of treatment: what outlives a session.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Show a patient's course, and enter what outlives a session.",
    discussion: """
      The course has its own entries, numbered and chained as those of a session: consent, integration, \
      scores, tests, concerns and follow-ups. An entry is withdrawn by void, and stays readable.

        vigil course P-014
        vigil course P-014 --format html --out /tmp/course.html
        vigil course integration P-014 --modality mindfulness --minutes 50 --by KO
        vigil course follow-up P-014 call done 'slept well, no nausea' --by KO
      """,
    subcommands: [
      CourseShow.self, CourseConsent.self, CourseIntegration.self, CourseScore.self,
      CourseLab.self, CourseConcern.self, CourseFollowUp.self, CourseVoid.self,
    ],
    defaultSubcommand: CourseShow.self
  )
}
