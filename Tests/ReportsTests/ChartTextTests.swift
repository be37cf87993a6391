import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

struct ChartTextTests {
  static let styles = [
    (Style(width: 80), "80"), (Style(width: 120), "120"),
    (Style(width: 80, ascii: true), "80-ascii"), (Style(width: 80, colour: true), "80-colour"),
  ]

  @Test(arguments: styles)
  func `draws the session of the targets`(style: Style, name: String) throws {
    try Golden.check(
      ChartText(try TargetSession.file(), style: style).text,
      "chart-target-\(name).txt"
    )
  }

  @Test(arguments: styles) func `draws the sample session`(style: Style, name: String) throws {
    try Golden.check(
      ChartText(try SampleSession().file(), style: style).text,
      "chart-sample-\(name).txt"
    )
  }
}
