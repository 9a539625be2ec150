/** One made-up child's long stream of events, every episode with the same outcome. Nobody here exists. */
import type { Instant } from "../../src/calendar/index.ts"
import { type EpisodeId, InterviewId, type PathwayEvent, type RecordedEvent } from "../../src/pathway/index.ts"
import type { Policy } from "../../src/policy/index.ts"
import { recordedBy } from "../pathway/arbitraries.ts"
import { at, id, interviewer } from "./madeUpRecord.ts"

/** One after another, each some days after the last. */
export const HOURS_APART = 60

type Told = readonly [hour: number, event: PathwayEvent]

interface Nth {
  readonly nth: number
  readonly episodeId: EpisodeId
  readonly interviewId: InterviewId
  readonly begun: number
}

const ids = (one: EpisodeId): readonly [EpisodeId] => [one]

const opened = ({ episodeId, begun }: Nth, policy: Policy): Told => [
  begun + 1,
  {
    _tag: "EpisodeOpened",
    episodeId,
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt: at(begun),
    reportedAt: at(begun),
    notifiedAt: at(begun + 1),
    policy
  }
]

const back = ({ episodeId, begun }: Nth): Told => [
  begun + 30,
  { _tag: "ChildReturned", episodeId, returnedAt: at(begun + 30) }
]

const assigned = ({ episodeId, interviewId, begun }: Nth): Told => [
  begun + 31,
  { _tag: "InterviewAssigned", interviewId, episodeIds: ids(episodeId), interviewer, knownAdult: false }
]

const offered = ({ episodeId, interviewId, begun }: Nth, hours = 33): Told => [
  begun + hours,
  { _tag: "InterviewOffered", interviewId, episodeIds: ids(episodeId), offeredAt: at(begun + hours) }
]

const toldLate = (nth: Nth): Told => [nth.begun + 59, offered(nth)[1]]

const answered = ({ episodeId, interviewId, begun }: Nth, response: "accepted" | "declined"): Told => [
  begun + 34,
  { _tag: "InterviewAnswered", interviewId, episodeIds: ids(episodeId), response }
]

const notDone = ({ episodeId, begun, interviewId }: Nth, hours: number): Told => [
  begun + hours,
  {
    _tag: "InterviewNotDone",
    interviewId,
    episodeIds: ids(episodeId),
    reason: "unable-to-contact",
    decidedBy: interviewer
  }
]

const completed = ({ interviewId, begun }: Nth): Told => [
  begun + 50,
  {
    _tag: "InterviewCompleted",
    interviewId,
    completedAt: at(begun + 50),
    interviewer,
    venue: "school",
    harmDisclosed: "yes",
    exploitation: ["gang"],
    followUp: []
  }
]

const closed = ({ episodeId, begun }: Nth): Told => [
  begun + 55,
  { _tag: "EpisodeClosed", episodeId, closedAt: at(begun + 55), reason: "nothing-left" }
]

const shared = InterviewId.make("interview-of-all")
const coveredByOne = (one: Nth): ReadonlyArray<Told> => [
  one.nth === 0
    ? assigned({ ...one, interviewId: shared })
    : [
        one.begun + 31,
        { _tag: "InterviewExtended", interviewId: shared, episodeIds: ids(one.episodeId) } satisfies PathwayEvent
      ]
]

/** What happens to each episode after it was opened, by the name of the outcome. */
const outcomes: Readonly<Record<string, (nth: Nth, before: EpisodeId) => ReadonlyArray<Told>>> = {
  "still missing": () => [],
  found: ({ episodeId, begun }) => [[begun + 20, { _tag: "ChildFound", episodeId, foundAt: at(begun + 20) }]],
  returned: (nth) => [back(nth)],
  declined: (nth) => [back(nth), assigned(nth), offered(nth), answered(nth, "declined")],
  "not done": (nth) => [back(nth), notDone(nth, 40)],
  "offered late and not done": (nth) => [back(nth), assigned(nth), notDone(nth, 59)],
  completed: (nth) => [back(nth), assigned(nth), offered(nth), answered(nth, "accepted"), completed(nth), closed(nth)],
  closed: (nth) => [back(nth), closed(nth)],
  "graded again": (nth) => [
    [nth.begun + 2, { _tag: "EpisodeUpdated", episodeId: nth.episodeId, risk: "high" }],
    [nth.begun + 3, { _tag: "EpisodeUpdated", episodeId: nth.episodeId, risk: "low" }],
    back(nth)
  ],
  corrected: (nth) => [
    back(nth),
    [
      nth.begun + 40,
      { _tag: "EpisodeCorrected", episodeId: nth.episodeId, reason: "mistyped", returnedAt: at(nth.begun + 28) }
    ]
  ],
  cancelled: (nth) =>
    nth.nth % 2 === 0
      ? [back(nth)]
      : [[nth.begun + 5, { _tag: "EpisodeCancelled", episodeId: nth.episodeId, reason: "in error" }]],
  merged: (nth, before) =>
    nth.nth % 2 === 0
      ? [back(nth)]
      : [[nth.begun + 5, { _tag: "EpisodesMerged", duplicateId: nth.episodeId, episodeId: before }]],
  "merged and separated": (nth, before) =>
    nth.nth % 2 === 0
      ? [back(nth)]
      : [
          [nth.begun + 5, { _tag: "EpisodesMerged", duplicateId: nth.episodeId, episodeId: before }],
          [
            nth.begun + 6,
            {
              _tag: "EpisodesSeparated",
              duplicateId: nth.episodeId,
              episodeId: before,
              reason: "wrong-record",
              takenBack: []
            }
          ]
        ],
  decided: (nth) => [
    back(nth),
    [
      nth.begun + 58,
      {
        _tag: "TriggerDecided",
        episodeId: nth.episodeId,
        trigger: `offer-late:${nth.episodeId}`,
        answer: "yes",
        reason: "Arranged"
      }
    ]
  ],
  "offer told late": (nth) => [back(nth), assigned(nth), toldLate(nth)],
  "one interview over all": (nth) => [back(nth), ...coveredByOne(nth)],
  "one interview over all, declined": (nth) => [
    back(nth),
    ...coveredByOne(nth),
    offered({ ...nth, interviewId: shared }),
    answered({ ...nth, interviewId: shared }, "declined")
  ],
  "one interview over all, offers told late": (nth) => [
    back(nth),
    ...coveredByOne(nth),
    toldLate({ ...nth, interviewId: shared })
  ]
}

export const outcomeNames: ReadonlyArray<string> = Object.keys(outcomes)

/** The stream of so many episodes of this outcome, in the order of time. */
export const longStream = (outcome: string, count: number, policy: Policy): ReadonlyArray<RecordedEvent> => {
  const told = outcomes[outcome]
  if (told === undefined) throw new Error(`There is no outcome ${outcome}`)
  const all = Array.from({ length: count }, (_, nth): ReadonlyArray<Told> => {
    const one = {
      nth,
      episodeId: id(nth),
      interviewId: InterviewId.make(`interview-${nth}`),
      begun: nth * HOURS_APART
    }
    return [opened(one, policy), ...told(one, id(Math.max(0, nth - 1)))]
  })
  return all.flat().map(([hour, event]) => ({ recordedAt: at(hour), recordedBy, event }))
}

/** After the last of so many episodes. */
export const afterAll = (count: number): Instant => at((count + 10) * HOURS_APART)
