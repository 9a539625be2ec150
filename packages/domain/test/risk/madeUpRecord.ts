/** A made-up child's record as a state, for judging rules on it directly. Nobody here exists. */
import { addHours, calendars, type Instant, utc } from "../../src/calendar/index.ts"
import { type ChildState, type Episode, emptyChildState, type Interview } from "../../src/pathway/state.ts"
import { type Policy, rotherham, type TriggerSetting } from "../../src/policy/index.ts"
import { type Firing, type TriggerContext, triggersFired } from "../../src/risk/index.ts"
import { EpisodeId, InterviewId, PersonId } from "../../src/vocabulary/identifiers.ts"

/** Hours after Monday 16 November 2026, 08:00 in London. */
export const at = (hours: number): Instant => addHours(utc(2026, 11, 16, 8), hours)

/** A year on: nothing that is told is in the future. */
export const MUCH_LATER = at(365 * 24)

export const interviewer = PersonId.make("interviewer")

export const id = (number: number): EpisodeId => EpisodeId.make(`episode-${number}`)

/** One setting of a rule: its numbers, and what every trigger says. */
export type Numbers = Pick<TriggerSetting, "rule"> & Readonly<Record<string, unknown>>

export const number = <Value>(value: Value, verified = true) => ({ value, source: "Made-up procedure", verified })

/** A policy with these triggers alone, each under the code of its rule unless it says another. */
export const policyOf = (...triggers: ReadonlyArray<Numbers>): Policy => ({
  ...rotherham,
  triggers: triggers.map(
    (setting) =>
      ({
        code: setting.rule,
        basis: { source: "Made-up clause", verified: true },
        level: "consider",
        action: number("Think it over"),
        owner: "someone",
        ...setting
      }) as unknown as TriggerSetting
  )
})

/** The nth episode, missing and never found unless it says so; told of an hour after the child was last seen. */
export const episode = (nth: number, missingAt: Instant, said: Partial<Episode> = {}): Episode => ({
  id: id(nth),
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt,
  reportedAt: missingAt,
  notifiedAt: (missingAt + 3_600_000) as Instant,
  policy: rotherham,
  progress: { _tag: "Missing" },
  ...said
})

export const returnedAt = (time: Instant, foundAt?: Instant): Pick<Episode, "progress"> => ({
  progress:
    foundAt === undefined ? { _tag: "Returned", returnedAt: time } : { _tag: "Returned", returnedAt: time, foundAt }
})

/** A duplicate that was merged into the episode of this number. */
export const mergedInto = (nth: number): Episode["progress"] => ({
  _tag: "Cancelled",
  reason: "duplicate",
  duplicateOf: id(nth),
  before: { joinedBy: "person", progress: { _tag: "Missing" }, kept: episode(nth, at(0)), interviews: {} }
})

export const foundAt = (time: Instant): Pick<Episode, "progress"> => ({ progress: { _tag: "Found", foundAt: time } })

export const interview = (
  nth: number,
  covers: readonly [number, ...ReadonlyArray<number>],
  said: Partial<Interview> = {}
): Interview => ({
  id: InterviewId.make(`interview-${nth}`),
  episodeIds: covers.map(id) as unknown as Interview["episodeIds"],
  interviewer,
  knownAdult: false,
  ...said
})

export const completed = (
  time: Instant,
  said: Partial<NonNullable<Interview["completed"]>> = {}
): { readonly completed: NonNullable<Interview["completed"]> } => ({
  completed: {
    completedAt: time,
    interviewer,
    venue: "school",
    harmDisclosed: "no",
    exploitation: [],
    followUp: [],
    ...said
  }
})

/** The state with all its episodes under one policy. */
export const record = (
  policy: Policy,
  episodes: ReadonlyArray<Episode>,
  interviews: ReadonlyArray<Interview> = [],
  said: Partial<ChildState> = {}
): ChildState => ({
  ...emptyChildState,
  episodes: episodes.map((one) => ({ ...one, policy })),
  interviews,
  ...said
})

/** Episodes numbered in the order given, begun at these hours. */
export const begun = (policy: Policy, ...hours: ReadonlyArray<number>): ChildState =>
  record(
    policy,
    hours.map((hour, index) => episode(index + 1, at(hour)))
  )

export const fired = (state: ChildState, context: Partial<TriggerContext> = {}): ReadonlyArray<Firing> =>
  triggersFired(state, { calendars, now: MUCH_LATER, ...context })

/** The evidence of each firing, by the numbers of its episodes. */
export const evidence = (
  state: ChildState,
  context: Partial<TriggerContext> = {}
): ReadonlyArray<ReadonlyArray<number>> =>
  fired(state, context).map(({ episodeIds }) => episodeIds.map((one) => Number(one.replace("episode-", ""))))
