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
  // 26 to 28: what every rule on a value may have.
  case offIsAsked
  case otherScaleIsAsked
  case scaleOfOpeningAsItWas
  case windowIsIgnored
  case windowIsForEveryValue
  case beforeStartExcludesTimeZero
  case beforeStartNeedsTimeZero
  case fromExcludesItsMinute
  case fromNeedsNoTimeZero
  case sustainedIsIgnored
  case runIsOneShort
  case runExcludesItsMinute
  case runIsOfTheWindow
  case runPassesOverNearValues
  case unverifiedEndsTheRun
  case firstReadingIsTheRunsFirst
  // 29: derived values.
  case reckonedMeanIsRounded
  case devicesMeanIsIgnored
  case devicesMeanOutranks
  case devicesMeanNeedsAPair
  case devicesDoubtIsIgnored
  case oneMeanInsideIsEnough
  case oneVerifiedIsEnough
  // 30: rates.
  case risesFromTheValueBefore
  case risesFromTheFirst
  case risesFromTheOtherEnd
  case risesFromAllBefore
  case risesFromVerifiedAlone
  case riseFromDoubtedIsDoubted
  case rateExcludesItsMinute
  case sameInstantIsNotBefore
  case aloneSaysNothing
  case aloneIsNotInside
  // 31: not falling.
  case anchorIsExcluded
  case infusionAnchorIsStart
  case endIsOfTheFirstInfusion
  case pausesMoveNoEnd
  case plannedEndOutranksStop
  case stopAloneIsTheEnd
  case levelIsFalling
  case levelWithLimitIsUnder
  case fallingBreaksToo
  case fallingIsInside
  case fallsFromVerifiedAlone
  case fallsFromWhatItSpeaksOf
  // 32 to 34: presence, lasting, scales.
  case presenceNeedsGrade
  case presenceEndsWhenMild
  case presenceIsOneEpisode
  case lastingRaisedAtItsBeginning
  case endedJustThenLasts
  case lastingGoesOnAfterClosing
  case lastingReadingsEndWhenRaised
  case afterUntilIsNone
  case untilNeedsNoTimeZero
  case ungradedLasts
  case ungradedEndsLasting
  case ungradedCrisisSaysNothing
  case milderLasts
  case everyScaleIsTheSame
  case itemIsTheScore
  case scoreWithoutItemsEnds
  // 35: NEWS2.
  case scoresItsOwnEntryAlone
  case scoreLooksBackForEver
  case scoreExcludesItsMinute
  case scoresOnScaleOne
  case roomAirIsNoValue
  case withoutOxygenItIsAir
  case expectedConfusionCounts
  case confusionIsExpectedInItsEntryAlone
  case incompleteBreaksNothing
  case missingAddsNothing
  case missingOxygenIsThree
  case betweenIsNotInside
  case ownDoubtsAlone
  case expectedConfusionIsSingle
  case singleIsCarriedOn
  case singleIsTwo
  case doubtedSpeaksOfSingle
  case singleForgetsOthers
  // 39: consciousness.
  case expectedConfusionBreaks
  case expectedConfusionClears
  // 36: combinations.
  case onePartIsEnough
  case nearExcludesItsMinute
  case thereOpens
  case thereIsInside
  case thereHasToBeNear
  case onceBrokenIsThere
  case lastWordOfAnyMeasure
  case doubtedSpeaks
  case ungradedSpeaks
  case everyEntrySpeaks
  case anyPartOpens
  // 34, 42: scales.
  case scaleCallsForSlots
  case itemIsCoveredByTotal
  // 37: further doses.
  case firstDoseIsFurther
  case firstDoseIsTheFirstTyped
  case everyDrugIsFurther
  case onlyDosesAtOnceAreFurther
  case highDoseByProcessFlags
  case highDoseFromRaised
  case highDoseWhenCleared
  case highDoseStaysOpen
  case firstClearingEndsHighDose
  case soonerIncludesItsEnd
  case soonerThanTheOneBefore
  // 38: unattended.
  case justThenIsTooLate
  case openingAttends
  case attendedBeforeStart
  case correctionsAttend
  case verifyingAttendsNobody
  case closingAttendsNobody
  case namesTheFirstAtTheInstant
  case unattendedAfterClosing
  case unattendedNeedsNoTimeZero
  // 40 to 43: together.
  case lastingIsCovered
  case lastingNumberedWithRules
  case lastingBeforeSilence
  case derivedAllowsDeferral
  case shockIndexBlocksDeferral
  case rateAllowsDeferral
  case everyRateBlocksDeferral
  case news2AllowsDeferral
  case combinationAllowsDeferral
  case recordRuleBlocksDeferral
  case lastingCallsForNothing
  case lastingHighFromItsBeginning
  case stopIsMetUnconfirmed
  case stopEndsWhenCleared
  // What is told afterwards, from paper or as a copy.
  case paperClosesWhenTyped
  case everythingClosesWhenObserved
  case copiesAreTypedNow
  case paperIsBlockedNow
}
