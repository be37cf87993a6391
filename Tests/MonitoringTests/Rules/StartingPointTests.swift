import Monitoring
import SessionRecord
import Testing

/// The commented protocol that a clinic writes its own from.
@Suite struct StartingPointTests {
  private let found: MonitoringProtocol

  init() throws {
    found = try MonitoringProtocol(reading: BuiltInProtocol.startingPoint, from: "starting-point")
  }

  @Test func `is nobody's yet, and no protocol that comes with Vigil`() {
    #expect(found.id == ProtocolID("your-clinic"))
    #expect(found.version == "1")
    #expect(!BuiltInProtocol.names.contains(found.id.text))
    #expect(found.notice.hasPrefix("Not a clinical guideline."))
  }

  @Test func `nothing in it is doubtful to the check`() {
    for finding in found.findings() { Issue.record("\(finding.path): \(finding.problem)") }
  }

  @Test func `shows each kind of rule, without words of its own`() {
    #expect(found.rules.allSatisfy { $0.text.isEmpty })
    let kinds = Set(found.rules.map { kind(of: $0.condition) })
    #expect(kinds.count == 17)
  }

  /// The name of the case, whatever is in it.
  private func kind(of condition: Condition) -> String {
    String(describing: condition).prefix { $0 != "(" }.description
  }

  @Test func `every number is the clinic's or cited`() {
    let slots = found.schedule.groups.flatMap(\.slots).map(\.basis)
    let groups = found.schedule.groups.map(\.basis)
    let clearings = found.rules.compactMap(\.clearing.basis)
    let others = [found.schedule.basis, found.news2?.basis, found.mostBasis].compactMap { $0 }
    let bases =
      found.rules.map(\.basis) + clearings + slots + groups + found.leaving.map(\.basis)
      + found.scales.map(\.basis) + others + found.gates.map(\.basis)
      + found.course.map(\.basis) + found.afterCare.map(\.basis)
    #expect(bases.count > 60)
    #expect(bases.allSatisfy { $0.standing == .clinic || $0.standing == .cited })
    #expect(bases.allSatisfy { $0.sources.allSatisfy { found.sources[$0] != nil } })
  }

  @Test func `explains each of its sections in a comment`() throws {
    let text = String(decoding: BuiltInProtocol.startingPoint, as: UTF8.self)
    for section in [
      "name", "settings", "drug", "medicines", "effects", "baseline", "sources", "scales", "news2",
      "rules", "schedule", "ifIndicated", "leaving", "screening", "course", "afterCare",
    ] {
      #expect(text.contains("\"// \(section)\": \""), "\(section)")
    }
  }
}
