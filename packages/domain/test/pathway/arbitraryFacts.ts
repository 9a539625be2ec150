/** The single facts that can be told about one made-up child. Times are few and near, so that they meet often. */
import fc from "fast-check"
import type { Instant } from "../../src/calendar/index.ts"
import { EpisodeId, InterviewId, type PathwayEvent } from "../../src/pathway/index.ts"
import { allocatedWorker, at, interviewer, secondInterviewer } from "./madeUpChild.ts"

export const hoursBetween = (min: number, max: number): fc.Arbitrary<Instant> => fc.integer({ min, max }).map(at)
export const orAbsent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** A record as the code makes them: with the ordinary prototype, which fast-check leaves off now and then. */
export const record = <T>(facts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record<T>(facts, { noNullPrototype: true })

/** Leaves out the keys whose value is undefined: an optional fact is absent, not empty. */
export const withoutAbsent = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key]
  } & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> }

export const absences = fc.constantFrom("missing", "away")
export const places = fc.constantFrom("home", "care")
export const lastSeens = fc.constantFrom("home", "placement", "school", "street")
export const risks = fc.constantFrom("no-apparent", "low", "medium", "high", "not-graded")
export const responses = fc.constantFrom("accepted", "declined", "no-answer")
export const people = fc.constantFrom(interviewer, secondInterviewer, allocatedWorker)
export const missingTimes = hoursBetween(0, 14)
export const foundTimes = hoursBetween(0, 20)
export const returnTimes = hoursBetween(2, 26)

export const completed = record({
  completedAt: hoursBetween(6, 34),
  interviewer: people,
  venue: fc.constantFrom("home", "school", "phone"),
  harmDisclosed: fc.constantFrom("no", "yes", "not-disclosed"),
  exploitation: fc.subarray(["grooming", "gang", "trafficking"] as const),
  followUp: fc.subarray(["strategy-discussion", "police-intelligence"] as const)
})

export const anyEpisodeId = fc.constantFrom("episode-0", "episode-1", "episode-2").map((id) => EpisodeId.make(id))
export const anyInterviewId = fc.constantFrom("interview-0", "interview-1").map((id) => InterviewId.make(id))

export const ofEpisode = <const Tag extends PathwayEvent["_tag"]>(tag: Tag) => ({
  _tag: fc.constant(tag),
  episodeId: anyEpisodeId
})

export const ofInterview = <const Tag extends PathwayEvent["_tag"]>(tag: Tag) => ({
  _tag: fc.constant(tag),
  interviewId: anyInterviewId
})

/** Stands in a command until it is played, when it is given the id of an episode the child has. */
export const unnamedEpisode = EpisodeId.make("to-be-named")
