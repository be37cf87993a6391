package import SessionRecord

/// Which flags an acknowledgement names, as it was typed.
package enum AcknowledgeTarget: Hashable {
  case number(FlagNumber)
  /// No number was typed: right only where one flag is open.
  case theOnlyOne
  case all
}
