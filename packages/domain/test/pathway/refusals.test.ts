import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { Instant } from "../../src/calendar/index.ts"
import { definedFields } from "../../src/definedFields.ts"
import { type ChildState, type Command, decide, emptyChildState, type Refusal } from "../../src/pathway/index.ts"
import * as refusals from "../../src/pathway/refusals.ts"
import {
  about,
  at,
  completedAt,
  found,
  log,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  recordFound,
  recordReturned,
  returned,
  updated
} from "./madeUpChild.ts"
import { type Case, cases } from "./refusalCases.ts"
import { assigned, declined, gone, otherAuthority, whereaboutsKnown } from "./stageExamples.ts"

const offered = playFrom(assigned, log({ offeredAt: at(11) }))

const refusalOf = ({ state, command, now = MUCH_LATER, by }: Case): Refusal =>
  Result.getOrThrowWith(Result.flip(decide(state, command, definedFields({ now, by }))), () => new Error("not refused"))

describe("refusals", () => {
  it("can each be reached, and none is left out here", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(refusals).sort())
    for (const [tag, how] of Object.entries(cases)) expect(refusalOf(how)._tag).toBe(tag)
  })

  it("each say in a sentence what to do, and which field to look at", () => {
    const said = Object.values(cases).map((how) => {
      const { _tag, field, message } = refusalOf(how)
      return `${_tag} · ${field} · ${message}`
    })
    expect(said).toMatchInlineSnapshot(`
      [
        "TimeInFuture · foundAt · That time is in the future. Enter when it happened.",
        "TimeImplausible · foundAt · That time is too long ago to be right. Check the year, and send it again.",
        "MissingAfterReported · missingAt · The child cannot have been last seen after they were reported missing. Check the time missing against the time reported.",
        "FoundBeforeMissing · foundAt · The child cannot have been found before they were last seen. Check the time found against the time missing.",
        "ReturnedBeforeMissing · returnedAt · The child cannot have returned before they were last seen. Check the time of return against the time missing.",
        "ReturnedBeforeFound · returnedAt · The child cannot have returned before they were found. Check the time of return against the time found.",
        "MissingAfterFound · missingAt · The child is recorded as found or returned before that time. If they are missing again, send a new notification with its own police reference.",
        "NotificationConflicts · policeReference · A notification of this kind with this police reference was recorded before with other content. Nothing was changed. Send an 'updated' notification for what has changed, or a new police reference for a new episode.",
        "SameDisappearance · missingAt · Another episode of this child is recorded from that very time. If both are the same disappearance, join them; otherwise check the time.",
        "NotOverlapping · duplicateId · One of these was over before the other began, so they are two disappearances and cannot be joined. If a time is wrong, correct it first.",
        "AwayFromHome · absence · Only a looked-after child can be away from a placement without authorisation. Record this child as missing, or correct what they are missing from to care.",
        "AbsenceNotUsed · absence · The council's policy does not use that kind of absence. Record the child as missing, so that they are looked for.",
        "HistoryInFuture · rows · An episode from before has a time that lies in the future. Check its times in the case system.",
        "UnknownEpisode · episodeId · That episode is not on this child's record. Choose one that is, and try again.",
        "NothingRecorded · childReference · Nothing is recorded for that reference. Check it against the case system.",
        "AlreadyFound · foundAt · Someone has already recorded that this child was found. Look at the time on record.",
        "AlreadyReturned · returnedAt · Someone has already recorded this child's return. Look at the time on record.",
        "AlertedAgainSince · episodeId · There has been another alert since the one you saw. Look at that alert, and acknowledge it.",
        "EpisodeCancelledBefore · episodeId · This episode was cancelled, so nothing more can be recorded on it.",
        "StillMissing · episodeId · This child is still missing. An interview can be arranged once they are found: record that first.",
        "ReturnNotRecorded · completedAt · The child's return is not recorded, so the interview cannot be logged yet. Record when they came back first.",
        "NoInterviewOwed · episodeId · No return home interview is waiting for this child: it is completed, declined or cancelled.",
        "ChildUnborn · episodeId · This record is of an unborn child, so no return home interview is owed. If that is wrong, record that first.",
        "LeftOut · episodeId · This is for others to record or change. Ask a team manager or a Missing Co-ordinator.",
        "ChooseEpisode · episodeId · This child has more than one episode that this could be about. Choose which one.",
        "IdUsedBefore · newInterviewId · That id names something else on this child's record. Nothing was recorded: send it again with a new id.",
        "InterviewAlreadyCompleted · episodeId · This return home interview is already logged as completed.",
        "NotAnInterviewer · interviewer · That person is not set up as a return home interviewer. Choose an interviewer, or say that the child asked for this person as a known adult.",
        "NotIndependent · interviewer · That person is the child's allocated worker. The interview is for someone independent, unless the child asked for this person: then say so (known adult).",
        "PlannedInPast · plannedFor · That time is over. Give when the interview is planned for, or log it if it has taken place.",
        "NotAssigned · episodeId · Nobody is assigned to this interview yet. A manager assigns it first.",
        "NothingToLog · offeredAt · There is nothing to log yet. Give at least when the interview was offered.",
        "OfferMissing · offeredAt · Give when the interview was offered: the offer is owed to every child and is counted.",
        "OfferAlreadyRecorded · offeredAt · An offer is already recorded at another time. Leave that time as it is.",
        "OfferedBeforeFound · offeredAt · The interview cannot have been offered before the child was found. Check the time.",
        "CompletedBeforeReturn · completedAt · The interview cannot have taken place before the child returned. Check the time of the interview against the return.",
        "CompletedBeforeOffer · completedAt · The interview cannot have taken place before it was offered. Check both times.",
        "NoFirstSession · episodeId · This interview is not logged as completed yet. Log it first; a further session comes after.",
        "SessionBeforeFirst · completedAt · A further session comes after the interview that is logged. Check the time, or correct that of the interview.",
        "SessionRecordedBefore · completedAt · A further session is recorded at that very time, with something different. If that was logged wrongly, withdraw it first.",
        "RestsOnIt · withdrawn · This interview is logged as completed, which rests on it. Withdraw the completed interview first.",
        "FurtherSessionsFirst · withdrawn · Further sessions are recorded after this interview. Withdraw those first.",
        "ClosedOnInterview · withdrawn · Another episode that this interview covers was closed on it. Reopen that first, or withdraw the interview from this episode alone.",
        "CompletedButNotAccepted · response · An interview that took place was accepted. Set the response to Accepted, or leave out the interview's time.",
        "CoveredByAnother · alsoCovers · One of those episodes has an interview of its own, or a reason why there is none. An episode has one interview: leave it out.",
        "ChildHasNotDeclined · offeredAt · The interview is the child's first. The offer to a parent or carer is recorded when the child has declined, when the parent or carer refused access, or when there is no interview for another reason.",
        "CarerOfferBeforeChild · offeredAt · The offer to the parent or carer cannot come before the offer to the child. Check the time.",
        "AttemptBeforeFound · attemptedAt · The attempt cannot have been made before the child was found. Check the time.",
        "DeclineNotRecorded · reason · The child's answer is not recorded as Declined. Log the answer first, or give another reason.",
        "WrittenBeforeHeld · writtenAt · An interview is written up once it has taken place. Log when it took place first, and check both times.",
        "SignedOffBeforeHeld · signedOffBy · An interview is signed off once it has taken place. Log when it took place first.",
        "SignedOffByInterviewer · signedOffBy · An interview is signed off by another person than the one who carried it out. Name that person, or leave it empty.",
        "HeardByLeftOut · keptFrom · Nobody is left out of what they heard or record themselves. Choose that nobody is left out, or ask another person to record it.",
        "NarrativeInRecord · record · Only the coded fields of the interview are kept here. Write what the child said in the case system and give its reference.",
        "EpisodeMergedBefore · episodeId · This episode is a duplicate of another, which is kept. Record what happened on the one that is kept.",
        "EpisodeClosedBefore · episodeId · This episode is closed. If the child is missing again, report that. To record more of this one, ask a Missing Co-ordinator or team manager to reopen it.",
        "EpisodeTransferredBefore · episodeId · This episode was transferred to another authority. If they handed it back, ask a Missing Co-ordinator or team manager to reopen it with that reason.",
        "ClosedAtEighteenBefore · episodeId · This episode was closed on the child's 18th birthday. If the birthday was wrong, ask a Missing Co-ordinator or team manager to reopen it with that reason.",
        "NotClosed · episodeId · This episode is open, so there is nothing to reopen.",
        "StillOwed · episodeId · This episode cannot be closed yet. Still to do: record the missing notification's case system reference; confirm for this episode who the child is allocated to, or that nobody is; choose its Missing Co-ordinator; offer the parent or carer to tell what they know.",
        "PartTwoNotNow · episodeId · Part two of the plan is for while the child is missing. This child is found: leave it as it was.",
        "PreventionInterviewBeforeFound · heldAt · The police's prevention interview cannot have been before the child was found. Check the time.",
        "NotForScreening · episodeId · MASH screening is for a child nobody is allocated to, when there is a concern. Record that first.",
        "ReasonNeeded · reason · Give the reason in a few words, up to 200 characters, with no name and no account of what happened.",
        "ManagerDecides · answer · This must be done. Only a team manager who is not the child's allocated worker can decide against it: ask one, or answer yes once it is done or arranged.",
        "AnswerFirst · consideration · This question follows from another: "Has the child suffered, or are they at risk of, significant harm?" Answer that one first.",
        "StrategyMeetingFirst · answer · A section 47 investigation follows a strategy meeting. Answer yes to the strategy meeting first, or no to section 47 with the reason.",
        "NothingToCorrect · episodeId · That was never recorded, so there is nothing to correct. Record it in the ordinary way instead.",
        "InterviewInTheWay · withdrawn · The return home interview was offered, answered or held on the strength of it. Withdraw from the interview what was logged, with a reason, and then take this back; or correct the time instead.",
        "SameEpisode · duplicateId · Those are one and the same episode. Choose the other one as the duplicate.",
        "BothInterviewed · duplicateId · Both episodes have an interview, so they cannot be made one. Record the one that is not needed as not done, covered by another interview.",
        "NotMerged · episodeId · This episode was not merged as a duplicate, so there is nothing to separate.",
        "MergedSince · episodeId · The episode that was kept was itself merged with another since then. Separate those two first, and then these.",
        "TransferredBeforeMissing · transferredAt · The episode cannot have been transferred before the child was last seen. Check the time.",
        "FoundNotRecorded · episodeId · Record when the child was found first, and then where they are.",
        "NotBackYet · episodeId · Record the child's return first, and then where they came back to.",
        "WhereaboutsOutOfOrder · since · The child was there after they were found and before they came back. Check the time against both.",
        "NotReportedAgain · whereabouts · No later disappearance of this child is recorded. Report them missing first, so that people are alerted, and then say so here.",
        "AbsenceChangeOutOfOrder · changedAt · That change must come after the child was last seen and after the change before it, and before the episode ended. Check the time.",
        "MissingOnceFound · absence · The child was found by then. If nobody knows again where they are, report them missing as a new disappearance.",
        "MoveOutOfOrder · movedAt · The child was moved after they were last seen, after any earlier move and before they came back. Check the time.",
        "ChildDiedBefore · episodeId · This child's death is recorded, so nothing more is recorded here. If that is wrong, a manager takes it back first.",
        "DeathNotRecorded · childReference · No death is recorded for this child. Check the reference against the case system.",
      ]
    `)
  })

  it("survive a structured clone and JSON unchanged", () => {
    for (const how of Object.values(cases)) {
      const refusal = refusalOf(how)
      expect(structuredClone(refusal)).toStrictEqual(refusal)
      expect(JSON.parse(JSON.stringify(refusal))).toStrictEqual(refusal)
    }
  })

  it("are whole sentences that name nobody", () => {
    for (const how of Object.values(cases)) {
      const { message } = refusalOf(how)
      expect(message).toMatch(/^[A-Z].*\.$/)
      expect(message).not.toMatch(/MADE-UP|undefined/)
    }
  })
})

describe("a time in the future", () => {
  const tolerance = 10 * 60_000
  const now = at(24)
  const justWithin = (now + tolerance) as Instant
  const justPast = (now + tolerance + 1) as Instant

  const said: ReadonlyArray<readonly [string, ChildState, (time: Instant) => Command]> = [
    ["missingAt", emptyChildState, (time) => notify(missing({ missingAt: time }))],
    ["reportedAt", emptyChildState, (time) => notify(missing({ reportedAt: time }))],
    ["missingAt", gone, (time) => notify(updated({ missingAt: time }))],
    ["reportedAt", gone, (time) => notify(updated({ reportedAt: time }))],
    ["missingAt", emptyChildState, (time) => notify(updated({ missingAt: time }))],
    ["reportedAt", emptyChildState, (time) => notify(updated({ reportedAt: time }))],
    ["foundAt", gone, (time) => notify(found(time))],
    ["foundAt", emptyChildState, (time) => notify(found(time))],
    ["foundAt", gone, (time) => recordFound(time)],
    ["returnedAt", gone, (time) => notify(returned(time))],
    ["returnedAt", emptyChildState, (time) => notify(returned(time))],
    ["returnedAt", whereaboutsKnown, (time) => recordReturned(time)],
    ["offeredAt", assigned, (time) => log({ offeredAt: time })],
    ["completedAt", offered, (time) => log({ completed: completedAt(time) })],
    ["offeredAt", declined, (time) => about("OfferToCarer", { offeredAt: time, response: "accepted" })],
    [
      "attemptedAt",
      assigned,
      (time) => about("RecordAttempt", { attemptedAt: time, method: "phone", result: "spoken" })
    ],
    ["heldAt", whereaboutsKnown, (time) => about("RecordPreventionInterview", { heldAt: time })],
    ["transferredAt", gone, (time) => about("TransferEpisode", { to: otherAuthority, transferredAt: time })],
    ["birthday", gone, (birthday) => ({ _tag: "TurnEighteen", birthday })],
    ["missingAt", gone, (time) => about("CorrectEpisode", { reason: "mistyped", missingAt: time, reportedAt: time })],
    ["reportedAt", gone, (time) => about("CorrectEpisode", { reason: "mistyped", reportedAt: time })],
    ["foundAt", whereaboutsKnown, (time) => about("CorrectEpisode", { reason: "mistyped", foundAt: time })],
    [
      "offeredAt",
      offered,
      (time) => about("CorrectInterview", { reason: "mistyped", offeredAt: time, isInterviewer: true })
    ]
  ]

  it.each(said)("is refused at %s, past the policy's ten minutes", (field, state, command) => {
    expect(refusalOf({ state, command: command(justPast), now })).toMatchObject({ _tag: "TimeInFuture", field })
    expect(Result.isSuccess(decide(state, command(justWithin), { now }))).toBe(true)
  })
})
