import Monitoring
import SessionRecord

/// How the readings that the protocols require were kept, group by group.
struct SummaryReadings {
  let review: SafetyReview
  let titles: ReviewTitles

  var blocks: [SummaryBlock] {
    let groups = review.groups.filter { $0.required > 0 }
    guard !groups.isEmpty else {
      return [.heading("Readings"), .words("No reading was required so far.")]
    }
    let required = groups.reduce(0) { $0 + $1.required }
    let kept = groups.reduce(0) { $0 + $1.kept }
    let late = groups.reduce(0) { $0 + $1.late }
    var table = SummaryTable(
      "Readings by group",
      "Group",
      [
        "Sessions", "Required", "Kept", "% kept", "Late", "Not obtained", "Put off", "Overdue",
        "Missed",
      ]
    )
    for group in groups {
      table.add(
        Phrase(name(group)),
        [
          String(group.sessions), String(group.required), String(group.kept),
          group.sessions < 5 ? "–" : ShareText.percent(group.kept, group.required) ?? "–",
        ]
          + [group.late, group.notObtained, group.deferred, group.overdue, group.missed]
          .map(String.init)
      )
    }
    return [
      .heading("Readings"),
      .words(
        Phrase(
          "Kept: \(ShareText.of(kept, required, "required readings")), \(late) of them late."
        )
      ),
      .table(table),
      .plots([
        .bars(
          "Required readings that were missed, by group",
          groups.map {
            BarPlot.Row(label: name($0), value: $0.missed, note: "of \($0.required)")
          }
        )
      ]),
      .remark(
        "Kept counts those kept late. Overdue ones can still be taken; a group under fewer than five sessions has no percentage."
      ),
    ]
  }

  private func name(_ group: GroupCounts) -> String { titles.title(of: group.id) ?? group.id.text }
}
