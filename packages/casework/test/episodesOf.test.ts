import { EpisodeId, type PathwayEvent } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { episodesOf } from "../src/episodesOf.ts"
import {
  assigned,
  at,
  episodeId,
  interviewId,
  manager,
  missing,
  returned,
  type Told,
  tell
} from "../testing/madeUpCase.ts"

const second = EpisodeId.make("episode-2")
const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })

/** One interview that covers two episodes. */
const { state, recorded } = tell([
  missing(),
  returned(6),
  assigned(7),
  missing(8, { id: second, reference: "SYP-2026-0000002" }),
  returned(12, second),
  by(13, { _tag: "ExtendInterview", episodeId, alsoCovers: [second] }),
  by(21, { _tag: "RecordDeath", knownFrom: at(21), by: manager }),
  missing(22, { id: EpisodeId.make("episode-3"), reference: "SYP-2026-0000003" }),
  by(24, { _tag: "ConfirmDeath", by: manager })
])

const aboutEach = (tag: PathwayEvent["_tag"]) =>
  recorded.flatMap(({ event }) => (event._tag === tag ? [episodesOf(state, event)] : []))

it("an event of one episode is about that episode alone", () => {
  expect(aboutEach("ChildReturned")).toEqual([[episodeId], [second]])
})

it("what concerns an interview is about every episode it covers by now", () => {
  expect(aboutEach("InterviewAssigned")).toEqual([[episodeId, second]])
  expect(aboutEach("InterviewExtended")).toEqual([[episodeId, second]])
})

it("a fact of an interview is about the episodes it names, or else about all it covers", () => {
  const offered = { _tag: "InterviewOffered", interviewId, offeredAt: at(14) } as const
  expect(episodesOf(state, { ...offered, episodeIds: [second] })).toEqual([second])
  expect(episodesOf(state, offered)).toEqual([episodeId, second])
})

it("a death is about the latest episode, where people look", () => {
  expect(aboutEach("ChildDied")).toEqual([[second]])
  expect(aboutEach("NotificationAfterDeath")).toEqual([[second]])
  expect(aboutEach("DeathConfirmed")).toEqual([[second]])
})
