/// A sentence of the assessment read wrongly; a day has to tell each from what the program finds.
enum Misreading: String, CaseIterable {
  /// 1: when something was typed is taken for when it was observed.
  case typedIsObserved = "observed when it was typed"
  /// 2: what was voided still counts.
  case voidsAreNotRead = "a void is not read"
  /// 2: what was typed first still counts.
  case correctionsAreNotRead = "a correction is not read"
  /// 3: closing does not stop the clock.
  case closingIsNotRead = "the clock runs on after closing"
  /// 8: an unverified value keeps no slot.
  case unverifiedKeepsNothing = "an unverified value keeps nothing"
  /// 19: a span begins at the offset, without the tolerance before it.
  case spanFromOffset = "a span begins at the offset"
  /// 19: slots that are there only while a high flag is open are always there.
  case closerSlotsAlways = "while-high slots are always there"
  /// 19: … or never.
  case closerSlotsNever = "while-high slots are never there"
  /// 20: one of the needed values is enough.
  case halfASetKeeps = "half a set keeps a slot"
  /// 20: what was declared not obtained closes nothing.
  case notObtainedClosesNothing = "not obtained closes nothing"
  /// 20: what was put off is not closed.
  case deferralClosesNothing = "a deferral closes nothing"
  /// 22: raised when the slot is missed.
  case raisedWhenMissed = "overdue when missed"
  /// 22: a slot raises its flag also while one is running.
  case raisedWhileRunning = "a second flag while one is running"
  /// 22: a set that comes when another slot is just overdue does not keep its flag from being raised.
  case setAtTheLimitIsLate = "a set at the limit is late"
  /// 22: only the slot that raised it clears it.
  case onlyItsOwnSlotClears = "only its own slot clears a flag"
  /// 23: a baseline set is wanted by time zero, however long that takes.
  case baselineByTimeZero = "the baseline is wanted only by time zero"
  /// 23: only a complete set before time zero clears it.
  case baselineClearsBefore = "after time zero nothing clears a baseline flag"
}
