import Monitoring
import SessionRecord
import Shorthand

extension LineResolution {
  /// Refuses what the protocol does not let anyone put off, once all entries of the batch are known.
  ///
  /// Under a protocol without a schedule a deferral is a remark, and none is refused.
  func checkDeferrals(after known: SessionFold) throws {
    // What a paper chart says was put off was put off; whether it counts so is judged as of then.
    guard authorship.paperDate == nil, !terms.monitoringProtocol.schedule.groups.isEmpty,
      drafts.contains(where: { $0.content.kind == .deferred })
    else { return }
    let rulings = known.rulings(on: newEntries)
    for (place, entry) in newEntries.enumerated() {
      guard let ruling = rulings[entry.number], let refusal = refusal(of: ruling, known) else {
        continue
      }
      // Each line of a batch makes one draft, in its order.
      throw drafts.count == 1 ? refusal : LineRefused(line: place + 1, refusal: refusal)
    }
  }

  /// Why it is refused as a whole: it names nothing, nothing that is left, or something that may not be
  /// put off.
  private func refusal(of ruling: DeferralRuling, _ known: SessionFold) -> SupervisionRefusal? {
    guard let first = ruling.groups.first else { return .nothingToDefer }
    for group in ruling.groups {
      let reading = DeferredReading(group.group)
      switch group.verdict {
      case .allowed: continue
      case .flagOpen:
        let open = known.continued(by: newEntries).assessment(asOf: lastKnown(log.entries)).flags
          .filter { $0.isOpen && $0.measure.blocksDeferral }
        return .deferralUnderFlag(open.map(\.number), reading)
      case .previousDeferred(let minutes): return .deferredBefore(reading, minutes: minutes)
      case .peak: return .deferralOfPeak(reading, minutes: group.minutes)
      case .noSlot: return .nothingToDefer
      }
    }
    guard ruling.groups.allSatisfy(\.isClosed), let minutes = first.minutes else { return nil }
    return .nothingLeftToDefer(DeferredReading(first.group), minutes: minutes)
  }
}

/// What a refused deferral was about, and how to say instead that there is no reading.
package struct DeferredReading: Hashable {
  package let title: String
  /// A line that declares it not obtained; nil where only looking answers it.
  package let declaring: String?

  init(_ group: ScheduleGroup) {
    title = group.title
    let signs = group.needs.compactMap { if case .sign(let sign) = $0 { sign } else { nil } }
    let lines = signs.contains(.systolic) ? ["bp -"] : []
    let others = signs.filter { $0 != .systolic && $0 != .diastolic }.map { "\($0.typedKey) -" }
    declaring =
      signs.isEmpty
      ? nil : (lines + others).joined(separator: " ") + " -- patient refuses"
  }
}
