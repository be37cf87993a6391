/// The protocols that come with Vigil, embedded from `schemas/protocols/`.
package enum BuiltInProtocol: String, CaseIterable {
  case ketamineIntravenous = "iv-0.5-40"
  case esketamineIntranasal = "esketamine-in"
  case ketamineIntramuscular = "im"
  case ketamineSublingual = "sl-supervised"
  case ketamineRemote = "sl-remote"

  /// The name that a session is opened with; also the protocol's id.
  package var name: String { rawValue }

  /// Its text, as it is kept with a session and hashed.
  package var text: [UInt8] {
    switch self {
    case .ketamineIntravenous: PackageResources.iv_0_5_40_json
    case .esketamineIntranasal: PackageResources.esketamine_in_json
    case .ketamineIntramuscular: PackageResources.im_json
    case .ketamineSublingual: PackageResources.sl_supervised_json
    case .ketamineRemote: PackageResources.sl_remote_json
    }
  }

  /// In the order in which they are listed.
  package static var names: [String] { allCases.map(\.name) }

  /// The text of the one with this name; nil where there is none.
  package static func text(named name: String) -> [UInt8]? {
    BuiltInProtocol(rawValue: name)?.text
  }

  /// A commented protocol that a clinic writes its own from; no built-in one.
  package static var startingPoint: [UInt8] { PackageResources.starting_point_json }
}
