import Foundation
import RecordStore
import SessionRecord

/// Where this program runs: the account of the machine, and where the keys of records lie.
enum Here {
  static var station: Station {
    Station(account: account, keyring: keys.map(Keyring.init(folder:)))
  }

  /// Whoever is named, else the account: nobody is asked to prove either.
  static func accessor(_ named: ClinicianCode?) -> Accessor {
    named.map(Accessor.clinician) ?? .account(account)
  }

  /// `kim`, as the environment of a login says, or `uid 1000`.
  static var account: String {
    let name = Terminal.environment("LOGNAME") ?? Terminal.environment("USER")
    let plain = name?.filter { $0.isLetter || $0.isNumber || "-_.@ ".contains($0) }
    guard let plain, plain == name, plain.utf8.count <= 64, !plain.allSatisfy(\.isWhitespace) else {
      return "uid \(getuid())"
    }
    return plain
  }

  /// `VIGIL_KEYS`, else under `$XDG_CONFIG_HOME`, else under the home; nil where there is none.
  static var keys: String? {
    if let named = Terminal.environment("VIGIL_KEYS") { return named }
    if let home = Terminal.environment("XDG_CONFIG_HOME"), home.hasPrefix("/") {
      return home + "/vigil/keys"
    }
    return Terminal.environment("HOME").map { $0 + "/.config/vigil/keys" }
  }
}
