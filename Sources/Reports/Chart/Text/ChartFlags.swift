import Monitoring
import SessionRecord

/// The standing flags below a chart, each with its limit, its acknowledgement and where it stands.
struct ChartFlags {
  let words: SessionWords
  let glyphs: ChartGlyphs

  func add(to page: inout Page) {
    let flags = words.file.assessment.flags
    page.add(flags.isEmpty ? "No flag was raised." : FlagTally(flags).phrase)
    let standing = flags.filter { $0.retractedBy == nil }
    let labels = standing.map { glyphs.flag(words.text($0).label) }
    let widest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    for (flag, label) in zip(standing, labels) {
      let pad = String(repeating: "\u{A0}", count: widest - DisplayWidth.of(label) + 1)
      let time = words.clock.clock(flag.raised, near: words.file.session.opened.instant)
      page.add(
        phrase(words.text(flag)),
        after: Phrase(label, Ink(flag.priority)) + Phrase("\(pad)\(time)  ")
      )
    }
  }

  /// `systolic 164 mmHg, limit at or over 160 mmHg  medium priority, confirmed by repeat 13:58
  /// acknowledged 13:56 by KO after 1 min: recheck  back inside 14:06, after 11 min  cleared …`.
  private func phrase(_ text: FlagText) -> Phrase {
    let flag = text.flag
    var parts = [what(text), Phrase(text.priority + (flag.isOpen ? ", " + text.state : ""))]
    if !flag.isOpen, let confirmation = text.confirmation {
      parts[1] += Phrase(", " + confirmation)
    }
    parts += flag.acknowledgements.isEmpty ? ["not acknowledged"] : text.acknowledgements
    if text.hasInside { parts.append(Phrase(text.backInside)) }
    parts.append(Phrase(text.cleared))
    parts += text.asides
    return parts.joined("  ")
  }

  /// The value and its limit; of anything but a sign the rule's title with what broke it.
  private func what(_ text: FlagText) -> Phrase {
    guard case .sign(let sign) = text.flag.measure, sign != .consciousness, let limit = text.limit,
      let first = text.flag.readings.first?.quantity
    else {
      return Phrase(text.titleWithPeak)
    }
    var said = "\(sign.shortName) \(words.values.value(first)), limit \(limit)"
    if let peak = text.peak, text.flag.peak?.quantity != first { said += ", peak \(peak)" }
    return Phrase(said)
  }
}
