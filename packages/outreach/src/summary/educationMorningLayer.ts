/** Each working morning, one message about children missing education to each person who is asked for something. */

import { Council, EducationCasework, type PupilFile } from "@safe-return/casework"
import { type Instant, isWorkingDay, londonDayOf } from "@safe-return/domain/calendar"
import { lastMorning, nextMorning } from "@safe-return/domain/deadlines"
import { foldCases, type PupilState } from "@safe-return/domain/education"
import { Deliveries } from "@safe-return/journal"
import { Effect, Layer, Option, Stream } from "effect"
import { Incidents } from "../incidents/Incidents.ts"
import { keepRunning } from "../incidents/keepRunning.ts"
import type { TeamFacts } from "../look/TeamSource.ts"
import { messageKindOf } from "../message/messageKinds.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { educationFindings } from "../owed/educationFindings.ts"
import { educationMorningMessages } from "../owed/educationMorningOwed.ts"
import { dropLate } from "../sending/dropLate.ts"
import { Outreach } from "../sending/Outreach.ts"

/** The place of the incident that nobody can be asked. */
const NOBODY = "education team"

const make = Effect.gen(function* () {
  const casework = yield* EducationCasework
  const { policyAt, calendars, educationCensusDays = [] } = yield* Council
  const deliveries = yield* Deliveries
  const incidents = yield* Incidents
  const outreach = yield* Outreach
  const announceFrom = yield* announcementCutoff
  let morning: { readonly at: Instant; readonly states: WeakMap<PupilFile, PupilState> } | undefined

  /** The cases of a child as they were on record when the morning began: the same at every instance and after a restart. */
  const stateAt = Effect.fnUntraced(function* (file: PupilFile, at: Instant) {
    if (file.changedAt === undefined || file.changedAt <= at) return file.state
    if (morning?.at !== at) morning = { at, states: new WeakMap() }
    const known = morning.states.get(file)
    if (known !== undefined) return known
    const history = yield* casework.history(file.child)
    const state = foldCases(history.filter(({ recordedAt }) => recordedAt <= at))
    morning.states.set(file, state)
    return state
  })

  const tellOfNobody = (casesOfNobody: number) =>
    casesOfNobody === 0
      ? incidents.end("role-empty", "A person of the education team can be asked again.", NOBODY)
      : incidents.raise({
          kind: "role-empty",
          place: NOBODY,
          what: `${casesOfNobody === 1 ? "1 case of a child missing education waits" : `${casesOfNobody} cases of children missing education wait`} for something, and nobody of the education team can be asked: no education officer and no education manager is set up who can be told in Slack.`,
          remedy: "Name people in SAFE_RETURN_EDUCATION_OFFICERS and SAFE_RETURN_EDUCATION_MANAGERS."
        })

  const read = Effect.fn("EducationMorning.read")(function* (facts: TeamFacts) {
    const { now } = facts
    const last = Option.getOrUndefined(lastMorning(policyAt(now), now, calendars))
    if (last === undefined || last.at < announceFrom(now) || londonDayOf(last.at) !== londonDayOf(now)) return []
    const { at } = last
    const files = yield* casework.files
    const before = yield* Effect.forEach(files, (file) =>
      Effect.map(stateAt(file, at), (state) => [file.child, state] as const)
    )
    const calendar = calendars[policyAt(now).interview.calendar.value]
    const day = londonDayOf(at)
    const censusDay = educationCensusDays.toSorted((one, other) => one - other).find((census) => census >= day)
    const findings = educationFindings({
      states: new Map(before),
      day,
      censusDay,
      isWorking: (one) => isWorkingDay(calendar, one)
    })
    const states = new Map(files.map(({ child, state }) => [child, state]))
    const { messages, casesOfNobody } = educationMorningMessages({ ...facts, at, findings, states, censusDay })
    yield* tellOfNobody(casesOfNobody)
    const keys = new Set<string>(messages.map(({ key }) => key))
    yield* dropLate(deliveries, facts, (key) => messageKindOf(key) === "cme" && !keys.has(key))
    return messages
  })

  yield* outreach.addTeamSource({
    name: "The morning's message about children missing education",
    read,
    nextAt: (now) => Option.getOrUndefined(nextMorning(policyAt(now), now, calendars))
  })
  const changed = yield* casework.subscribe
  yield* Effect.forkScoped(
    keepRunning(
      "telling of education cases",
      Stream.runForEach(changed, () => outreach.deliver("team"))
    )
  )
})

export const educationMorningLayer = Layer.effectDiscard(make)
