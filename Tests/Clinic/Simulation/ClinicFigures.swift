/// How much was done, and how much went wrong on the way.
package struct ClinicFigures {
  package var steps = 0
  package var commits = 0
  package var entries = 0
  package var sessions = 0
  package var refused = 0
  package var cuts = 0
  package var cutsSaved = 0
  package var failures = 0
  package var failuresSaved = 0
  package var notConfirmed = 0
  package var retries = 0
  package var interleaved = 0
  package var thrownOut = 0
  package var held = 0
  package var busy = 0
  package var restarts = 0
  package var boots = 0
  package var clockSets = 0
  package var clockSteps = 0
  package var versions = 0
  package var moves = 0
  package var wholeChecks = 0

  package init() {}

  /// By name, in the order in which they are told.
  package var told: [(name: String, count: Int)] {
    [
      ("steps", steps), ("commits", commits), ("entries", entries), ("sessions", sessions),
      ("refused", refused), ("cuts", cuts), ("cuts_saved", cutsSaved), ("failures", failures),
      ("failures_saved", failuresSaved), ("not_confirmed", notConfirmed), ("retries", retries),
      ("interleaved", interleaved), ("thrown_out", thrownOut), ("held", held), ("busy", busy),
      ("restarts", restarts), ("boots", boots), ("clock_sets", clockSets),
      ("clock_steps", clockSteps), ("versions", versions), ("moves", moves),
      ("whole_checks", wholeChecks),
    ]
  }
}
