import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { Instant } from "../../src/calendar/index.ts"
import {
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  type Refusal
} from "../../src/pathway/index.ts"
import * as refusals from "../../src/pathway/refusals.ts"
import {
  allocatedWorker,
  assign,
  at,
  backHome,
  cancelled,
  completedAt,
  found,
  interviewer,
  log,
  MUCH_LATER,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordFound,
  recordReturned,
  returned,
  updated
} from "./madeUpChild.ts"

interface Case {
  readonly state: ChildState
  readonly command: Command
  readonly now?: Instant
}

const gone = play(notify(missing()))
const whereaboutsKnown = playFrom(gone, notify(found(at(8))))
const home = backHome()
const assigned = playFrom(home, assign())
const offered = playFrom(assigned, log({ offeredAt: at(11) }))
const declined = playFrom(assigned, log({ offeredAt: at(11), response: "declined" }))
const completed = playFrom(assigned, log({ offeredAt: at(11), completed: completedAt(at(20)) }))
const calledOff = playFrom(gone, notify(cancelled()))
const elsewhere = EpisodeId.make("episode-of-another-child")

/** One way to each refusal. The type fails when a refusal has none; the first test does when the type is got round. */
const cases: Readonly<Record<Refusal["_tag"], Case>> = {
  TimeInFuture: { state: gone, command: recordFound(at(10)), now: at(9) },
  FoundBeforeMissing: { state: gone, command: notify(found(at(-1))) },
  ReturnedBeforeMissing: { state: gone, command: notify(returned(at(-1))) },
  ReturnedBeforeFound: { state: whereaboutsKnown, command: recordReturned(at(7)) },
  MissingAfterFound: { state: whereaboutsKnown, command: notify(updated({ missingAt: at(9) })) },
  NotificationConflicts: { state: gone, command: notify(missing({ risk: "high" })) },
  SameDisappearance: { state: gone, command: notify(missing({ policeReference: police(2) })) },
  UnknownEpisode: { state: gone, command: recordFound(at(8), elsewhere) },
  NothingRecorded: { state: emptyChildState, command: assign() },
  AlreadyFound: { state: whereaboutsKnown, command: recordFound(at(8)) },
  AlreadyReturned: { state: home, command: recordReturned(at(10)) },
  EpisodeCancelledBefore: { state: calledOff, command: recordFound(at(8)) },
  StillMissing: { state: gone, command: assign() },
  ReturnNotRecorded: {
    state: whereaboutsKnown,
    command: log({ offeredAt: at(11), completed: completedAt(at(20)) })
  },
  NoInterviewOwed: { state: declined, command: assign() },
  InterviewAlreadyCompleted: { state: completed, command: assign() },
  NotAnInterviewer: { state: home, command: assign({ isInterviewer: false }) },
  NotIndependent: { state: home, command: assign({ interviewer: allocatedWorker }) },
  AlreadyAssigned: { state: assigned, command: assign({ interviewer }) },
  NotAssigned: { state: home, command: log({ offeredAt: at(11) }) },
  NothingToLog: { state: assigned, command: log() },
  OfferMissing: { state: assigned, command: log({ response: "accepted" }) },
  OfferAlreadyRecorded: { state: offered, command: log({ offeredAt: at(12) }) },
  OfferedBeforeFound: { state: assigned, command: log({ offeredAt: at(7) }) },
  CompletedBeforeReturn: { state: offered, command: log({ completed: completedAt(at(9)) }) },
  CompletedBeforeOffer: { state: offered, command: log({ completed: completedAt(at(10)) }) },
  CompletedButNotAccepted: { state: offered, command: log({ response: "declined", completed: completedAt(at(20)) }) }
}

const refusalOf = ({ state, command, now = MUCH_LATER }: Case): Refusal =>
  Result.getOrThrowWith(Result.flip(decide(state, command, { now })), () => new Error("not refused"))

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
        "FoundBeforeMissing · foundAt · The child cannot have been found before they were last seen. Check the time found against the time missing.",
        "ReturnedBeforeMissing · returnedAt · The child cannot have returned before they were last seen. Check the time of return against the time missing.",
        "ReturnedBeforeFound · returnedAt · The child cannot have returned before they were found. Check the time of return against the time found.",
        "MissingAfterFound · missingAt · The child is recorded as found or returned before that time. If they are missing again, send a new notification with its own police reference.",
        "NotificationConflicts · policeReference · A notification of this kind with this police reference was recorded before with other content. Nothing was changed. Send an 'updated' notification for what has changed, or a new police reference for a new episode.",
        "SameDisappearance · missingAt · This disappearance is already recorded, from the same time, under another police reference. Use that reference for what has happened since.",
        "UnknownEpisode · episodeId · That episode is not on this child's record. Open the newest card and try again.",
        "NothingRecorded · childReference · Nothing is recorded for that reference. Check it against the case system.",
        "AlreadyFound · foundAt · Somebody has already recorded that this child was found. Look at the card for the time.",
        "AlreadyReturned · returnedAt · Somebody has already recorded this child's return. Look at the card for the time.",
        "EpisodeCancelledBefore · episodeId · This episode was cancelled, so nothing more can be recorded on it.",
        "StillMissing · episodeId · This child is still missing. An interview can be arranged once they are found: record that first.",
        "ReturnNotRecorded · completedAt · The child's return is not recorded, so the interview cannot be logged yet. Press Returned on the card and give the time first.",
        "NoInterviewOwed · episodeId · No return home interview is waiting for this child: it is completed, declined or cancelled.",
        "InterviewAlreadyCompleted · episodeId · This return home interview is already logged as completed.",
        "NotAnInterviewer · interviewer · That person is not set up as a return home interviewer. Choose an interviewer, or say that the child asked for this person as a known adult.",
        "NotIndependent · interviewer · That person is the child's allocated worker. The interview is for somebody independent, unless the child asked for this person: then say so (known adult).",
        "AlreadyAssigned · interviewer · This interview is already assigned to that person.",
        "NotAssigned · episodeId · Nobody is assigned to this interview yet. A manager assigns it first: /rhi assign.",
        "NothingToLog · offeredAt · There is nothing to log yet. Give at least when the interview was offered.",
        "OfferMissing · offeredAt · Give when the interview was offered: the offer is owed to every child and is counted.",
        "OfferAlreadyRecorded · offeredAt · An offer is already recorded at another time. Leave that time as it is.",
        "OfferedBeforeFound · offeredAt · The interview cannot have been offered before the child was found. Check the time.",
        "CompletedBeforeReturn · completedAt · The interview cannot have taken place before the child returned. Check the time of the interview against the return on the card.",
        "CompletedBeforeOffer · completedAt · The interview cannot have taken place before it was offered. Check both times.",
        "CompletedButNotAccepted · response · An interview that took place was accepted. Set the response to Accepted, or leave out the interview's time.",
      ]
    `)
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
    ["completedAt", offered, (time) => log({ completed: completedAt(time) })]
  ]

  it.each(said)("is refused at %s, past the policy's ten minutes", (field, state, command) => {
    expect(refusalOf({ state, command: command(justPast), now })).toMatchObject({ _tag: "TimeInFuture", field })
    expect(Result.isSuccess(decide(state, command(justWithin), { now }))).toBe(true)
  })
})
