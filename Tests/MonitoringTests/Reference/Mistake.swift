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
  case acknowledgesWholeGroup
  // 15, of what time alone raises.
  case secondLookKnownAtCommit
  case secondLookAtNextCommit
  case secondLookOnlyAtEnd
  case overdueNumberedFirst
  // 19: slots.
  case slotsFromOpening
  case spanEndInclusive
  case spanStartExclusive
  case spanEndsAtNextOffset
  case lastSpanEndsWhenMissed
  case keptLooksBeyondSpan
  case whileHighAlways
  case whileHighAtOffset
  case whileHighByProcessFlags
  case highFromRaised
  case highWhenCleared
  // 20: closed.
  case unverifiedKeepsNothing
  case unrecordableKeepsNothing
  case absentEffectKeepsNothing
  case notUsableIsDeclared
  case toleranceExcludesItsStart
  case toleranceExcludesItsEnd
  case keptInOneEntry
  case lateStartsAnew
  case notObtainedIsOneDeclared
  case notObtainedIsAllDeclared
  case firstOutranksKept
  case lateOutranksAll
  case lastHolds
  case notObtainedBeforeLate
  case closedSlotIsNotDeferredOn
  case noDeferralBeforeSpans
  // 21: not closed.
  case dueFromOffset
  case overdueAfterwards
  case missedAfterwards
  case spanEndMissesNothing
  case slotsGoOnAfterClosing
  // 22: overdue flags.
  case overdueOneMillisecondLater
  case setAtOverdueIsLate
  case otherSlotAtOverdueRaises
  case endedSpanRaisesNothing
  case overdueRunsTwice
  case missedClears
  case clearsByOwnSlotAlone
  case deferralClearsNothing
  case notObtainedClearsNothing
  case closedByKeptAlone
  case keptMovesTheClosing
  // 23: baseline sets.
  case baselineDeadlineIgnoresTimeZero
  case everyGroupHasBaseline
  case openingAsItWas
  case baselineBeforeOpening
  case baselineInOneEntry
  case baselineExcludesTimeZero
  case setAtDeadlineIsLate
  case closedBeforeDeadlineIsEnough
  case baselineFlagIsApart
  case baselineClearsBySetAlone
  case baselineClearsByClosingAlone
  // 24: deferral.
  case deferralDecidedAgain
  case deferralClosesAsItWas
  case everyDeferralIsAllowed
  case noDeferralBeforeTimeZero
  case peakMayBeDeferred
  case allowedPutsOffPeak
  case deferredTwiceInARow
  case deferralsInLogOrder
  case deferralsOfCommitAreApart
  case overdueBlocksDeferral
  case everyFlagBlocksDeferral
  case sedationEffectBlocksDeferral
  case unconfirmedAllowsDeferral
  case flagsBlockWhenObserved
  case setNamesEveryGroup
  case setNamesAnew
  // 25: counted.
  case countsFromOffset
  case countsAfterOverdue
  case countsWhenKept
  case lateIsNotKept
  case closedIsKept
  // Twelve hours without an entry.
  case silenceIsMoreThanTwelveHours
  case silenceAfterClosing
  case silenceClearsByAnything
}
