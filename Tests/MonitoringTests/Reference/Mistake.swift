/// A sentence of the specification that the reference reads wrongly on purpose.
///
/// Each must be told from the right reading by the random sessions; one that is not shows that the
/// sessions never come to the place where it matters.
enum Mistake: CaseIterable {
  // Sentences 1 to 4: what is known.
  case recordedTimesMayFall
  case laterCommitsAreSeen
  case amendmentKeepsFirstTime
  case amendmentKeepsVerification
  case voidOfAmendmentIgnored
  case closingFixesNothing
  case voidedClosingCounts
  case sameInstantIsNotAfter
  case extremeIsLastOfEquals
  case extremeIsVerified
  // 5 to 7: time zero and baseline.
  case timeZeroIsFirstTyped
  case timeZeroIsFirstOwnDose
  case windowExcludesItsStart
  case windowExcludesItsEnd
  case baselineTakesUnverified
  case baselineTakesSystolicAlone
  case meanIsRounded
  case changeSpeaksAtTimeZero
  case changeSpeaksOfBaselineReading
  // 8 to 13: the life of a flag on values.
  case limitItselfIsInside
  case marginIgnored
  case marginExcludesItsEnd
  case minuteExcludesItsEnd
  case tenMinutesExcludeTheirEnd
  case closingEndsDeciding
  case stoppedClockLetsLaterValuesDecide
  case unverifiedClearsOnRepeat
  case unverifiedCounts
  case unverifiedStartsAgain
  case verificationIgnored
  case nearValueIsPassedOver
  case valuesBeforeLapseCount
  case confirmingRaisesNothing
  case lapseRaisesNothing
  case lapseIsForgotten
  case peakIsLastOfEquals
  case backInsideIsFirstEver
  // 14: effects.
  case ungradedClears
  case mildCrisisIsNone
  case ungradedIsMilderThanAll
  case headacheIsNoCrisis
  case unrecordableClearsAtOnce
  // 15 and 16: numbers and retraction.
  case numbersByRule
  case numbersAreGivenTwice
  case knownWhenRaised
  case retractedByFirstOfCommit
  case retractedByLastOfCommit
  case retractedByFirstGone
  case retractedShowsCommitTime
  // 17: acknowledgement.
  case acknowledgesOnlyFirstReading
  case voidedAcknowledgementStands
  case coversEqualLimits
  case coversByHighestReached
  case coversOtherDirection
}
