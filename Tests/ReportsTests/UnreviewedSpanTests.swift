import Reports
import SessionRecord
import Testing

@Suite struct `What is said where nothing is left to review` {
  private func sentence(
    _ asked: UnreviewedSpan.Asked,
    _ since: String?,
    _ until: String?,
    others: Int = 0
  ) throws -> String {
    UnreviewedSpan(
      asked,
      since: try since.map { try #require(Stamp(rfc3339: $0)) },
      until: try until.map { try #require(Stamp(rfc3339: $0)) },
      others: others
    ).sentence
  }

  @Test func `seven whole days are a week, also where the clock is changed in it`() throws {
    #expect(
      try sentence(.flags, "2026-11-16T00:00:00+01:00", "2026-11-22T23:59:59.999+01:00")
        == "Nothing is unreviewed: the week of 2026-11-16 to 2026-11-22 is closed."
    )
    #expect(
      try sentence(.effects, "2026-10-19T00:00:00+02:00", "2026-10-25T23:59:59.999+01:00")
        == "Nothing is unreviewed: the week of 2026-10-19 to 2026-10-25 is closed."
    )
  }

  @Test func `anything else is named as it was asked for`() throws {
    #expect(
      try sentence(.flags, "2026-11-16T00:00:00Z", "2026-11-21T23:59:59.999Z")
        == "Nothing is unreviewed: 2026-11-16 to 2026-11-21 is closed."
    )
    #expect(
      try sentence(.flags, "2026-11-16T00:00:00Z", "2026-11-16T23:59:59.999Z")
        == "Nothing is unreviewed: 2026-11-16 is closed."
    )
    #expect(
      try sentence(.flags, "2026-11-16T08:30:00Z", "2026-11-22T23:59:59.999Z")
        == "Nothing is unreviewed: 2026-11-16 08:30 to 2026-11-22 is closed."
    )
    #expect(
      try sentence(.flags, "2026-11-16T00:00:00Z", nil)
        == "Nothing is unreviewed: everything since 2026-11-16 is closed."
    )
    #expect(
      try sentence(.flags, nil, "2026-11-22T23:59:59.999Z")
        == "Nothing is unreviewed: everything until 2026-11-22 is closed."
    )
    #expect(try sentence(.flags, nil, nil) == "Nothing is unreviewed.")
  }

  @Test func `it is not closed while there is something of the other sort`() throws {
    #expect(
      try sentence(.flags, "2026-11-16T00:00:00Z", "2026-11-22T23:59:59.999Z", others: 2)
        == "No flag is unreviewed, and 2 side effects are: "
        + "vigil effects --unreviewed --since 2026-11-16 --until 2026-11-22"
    )
    #expect(
      try sentence(.effects, "2026-11-16T08:30:00Z", nil, others: 1)
        == "No side effect is unreviewed, and 1 flag is: "
        + "vigil flags --unreviewed --since 2026-11-16T08:30:00Z"
    )
    #expect(
      try sentence(.effects, nil, nil, others: 1)
        == "No side effect is unreviewed, and 1 flag is: vigil flags --unreviewed"
    )
  }
}
