import { describe, expect, it } from "vitest"
import { type EventOf, emptyChildState, type PathwayEvent, preview } from "../../../src/pathway/index.ts"
import {
  about,
  asItStands,
  assign,
  at,
  cancelled,
  episodeId,
  found,
  interviewId,
  log,
  missing,
  notify,
  play,
  playFrom,
  police
} from "../madeUpChild.ts"
import { assigned, completed, gone, home, reference, secondEpisode, whereaboutsKnown } from "../stageExamples.ts"

/** Events no command comes to, which a journal may hold all the same: what they change, and above all what they do not. */
const after = (state: Parameters<typeof preview>[0], ...events: ReadonlyArray<PathwayEvent>) => preview(state, events)

const partTwo = { reference, clothing: "present", "last-seen": "absent" } as const
const received = (episode?: typeof episodeId): EventOf<"NotificationReceived"> => ({
  _tag: "NotificationReceived",
  notification: missing(),
  ...(episode === undefined ? {} : { episodeId: episode })
})

describe("a notification", () => {
  it("that has its episode keeps it when the same report opens another", () => {
    const state = after(gone, received(secondEpisode))
    expect(state.notifications.map((one) => one.episodeId)).toEqual([episodeId, secondEpisode])
  })

  it("of a disappearance waits for nothing, and is kept as it came", () => {
    const state = after(emptyChildState, received())
    expect(state.early).toEqual([])
    expect(state.notifications).toStrictEqual([{ notification: missing() }])
  })

  it("that is set aside leaves the very same state", () => {
    const aside: PathwayEvent = { _tag: "NotificationSetAside", episodeId, kind: "found", reason: "out-of-order" }
    expect(after(home, aside)).toBe(home)
  })
})

it("a child without a plan has no word of one", () => {
  expect(Object.keys(gone)).not.toContain("findMePlan")
})

describe("part two of the plan", () => {
  it("is kept while the child is missing, and goes when they are found", () => {
    const written = playFrom(gone, about("RecordPartTwo", { partTwo }))
    expect(written.episodes[0]?.progress).toEqual({ _tag: "Missing", partTwo })
    expect(playFrom(written, notify(found(at(8)))).episodes[0]?.progress).toEqual({ _tag: "Found", foundAt: at(8) })
  })

  it("of a child who is found changes nothing", () => {
    expect(after(whereaboutsKnown, { _tag: "PartTwoRecorded", episodeId, partTwo })).toEqual(whereaboutsKnown)
  })
})

describe("an interview", () => {
  it("covers an episode once, however often it is extended to it", () => {
    const extended = (...ids: ReadonlyArray<typeof episodeId>): PathwayEvent => ({
      _tag: "InterviewExtended",
      interviewId,
      episodeIds: ids as never
    })
    const state = after(assigned, extended(episodeId, secondEpisode), extended(secondEpisode))
    expect(state.interviews[0]?.episodeIds).toEqual([episodeId, secondEpisode])
  })
})

describe("a correction", () => {
  it("of a cancelled episode leaves it cancelled", () => {
    const off = play(notify(missing()), notify(cancelled()))
    const state = after(off, { _tag: "EpisodeCorrected", episodeId, reason: "mistyped", foundAt: at(8), risk: "high" })
    expect(state.episodes[0]).toMatchObject({ risk: "high", progress: { _tag: "Cancelled" } })
  })

  it("of the finding leaves a child who is found found, and one who is back back", () => {
    const foundAt = about("CorrectEpisode", { reason: "mistyped", foundAt: at(7) })
    expect(playFrom(whereaboutsKnown, foundAt).episodes[0]?.progress).toStrictEqual({ _tag: "Found", foundAt: at(7) })
    const risk = about("CorrectEpisode", { reason: "mistyped", risk: "low" })
    expect(playFrom(whereaboutsKnown, risk).episodes[0]?.progress).toStrictEqual({ _tag: "Found", foundAt: at(8) })
  })

  it("of an episode gives it no fact it does not have", () => {
    const returnedAt = about("CorrectEpisode", { reason: "mistyped", returnedAt: at(12) })
    const onlyBack = play(notify(missing()), { _tag: "RecordReturned", episodeId, returnedAt: at(10) }, returnedAt)
    expect(onlyBack.episodes[0]?.progress).toStrictEqual({ _tag: "Returned", returnedAt: at(12) })
    expect(Object.keys(onlyBack.episodes[0] ?? {})).not.toContain("preventionInterviewAt")
  })

  it("of an interview's answer takes the place of the answer", () => {
    const answered = playFrom(assigned, log({ offeredAt: at(11), response: "no-answer" }))
    const command = about("CorrectInterview", { reason: "mistyped", response: "declined", isInterviewer: true })
    expect(playFrom(answered, command).interviews[0]).toMatchObject({ offeredAt: at(11), response: "declined" })
  })
})

describe("a merge", () => {
  const two = play(notify(missing()), notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))

  it("of an episode with itself changes nothing", () => {
    expect(after(two, { _tag: "EpisodesMerged", duplicateId: episodeId, episodeId })).toBe(two)
  })

  it("gives the one that is kept the answers of the duplicate's worker, and no fact neither has", () => {
    const worker = { to: "social-worker", worker: "made-up-worker" as never } as const
    const answered = playFrom(
      two,
      about("RecordAllocation", { episodeId: secondEpisode, allocated: worker }),
      about("AnswerConsideration", {
        episodeId: secondEpisode,
        consideration: "significant-harm",
        answer: "no",
        reason: "Made up"
      })
    )
    const [kept] = after(answered, { _tag: "EpisodesMerged", duplicateId: secondEpisode, episodeId }).episodes
    expect(asItStands(kept)).toStrictEqual({
      ...two.episodes[0],
      allocation: { _tag: "Allocated", ...worker },
      considerations: { "significant-harm": { answer: "no", reason: "Made up" } }
    })
  })

  it("that never was cannot be undone", () => {
    const separated: PathwayEvent = {
      _tag: "EpisodesSeparated",
      duplicateId: secondEpisode,
      episodeId,
      reason: "wrong-record",
      takenBack: ["risk"]
    }
    expect(after(two, separated)).toBe(two)
    const off = playFrom(two, notify(cancelled({ policeReference: police(2) })))
    expect(after(off, separated)).toBe(off)
  })
})

it("an episode closes as what it is: with nothing left, or at 18", () => {
  const closing = (reason: "nothing-left" | "turned-18") =>
    after(completed, { _tag: "EpisodeClosed", episodeId, closedAt: at(40), reason }).episodes[0]?.closure
  expect([closing("nothing-left"), closing("turned-18")]).toEqual([
    { _tag: "Closed", closedAt: at(40) },
    { _tag: "ClosedAtEighteen", closedAt: at(40) }
  ])
})

it("a reason why there is no interview goes when someone is assigned, and only then", () => {
  const ruledOut = playFrom(
    home,
    about("RecordNotDone", { reason: "unable-to-contact", decidedBy: "made-up-manager" as never })
  )
  expect(ruledOut.episodes[0]?.interviewNotDone).toBeDefined()
  expect(playFrom(ruledOut, assign()).episodes[0]).toStrictEqual(home.episodes[0])
})
