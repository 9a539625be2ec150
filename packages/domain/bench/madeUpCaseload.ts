/** A caseload for timing: made-up children with ten episodes each over two years, the same on every run. */
import { civilDay, Instant, utc } from "../src/calendar/index.ts"
import { type Episode, emptyChildState, type Interview } from "../src/pathway/state.ts"
import { rotherham } from "../src/policy/index.ts"
import type { ChildHistory } from "../src/risk/index.ts"
import { ChildReference, EpisodeId, InterviewId, PersonId } from "../src/vocabulary/identifiers.ts"

const HOUR = 3_600_000
const EPISODES_A_CHILD = 10
const START = utc(2024, 11, 1)
const interviewer = PersonId.make("made-up-interviewer")

/** A linear congruential generator (Numerical Recipes' constants): chance that repeats itself. */
const chanceFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const completed = {
  interviewer,
  venue: "school",
  exploitation: [],
  followUp: []
} as const

const interviewOf = (id: EpisodeId, back: number, chance: (below: number) => number): ReadonlyArray<Interview> => {
  const kind = chance(100)
  if (kind >= 80) return []
  const offeredAt = Instant(back + chance(40) * HOUR)
  const said = { id: InterviewId.make(`interview-${id}`), episodeIds: [id], interviewer, knownAdult: false } as const
  if (kind >= 60) return [{ ...said, offeredAt, response: "declined" }]
  const harmDisclosed = kind < 3 ? ("yes" as const) : ("no" as const)
  return [{ ...said, offeredAt, completed: { ...completed, harmDisclosed, completedAt: Instant(back + 60 * HOUR) } }]
}

const historyOf = (nth: number, chance: (below: number) => number): ChildHistory => {
  const episodes: Array<Episode> = []
  const interviews: Array<Interview> = []
  let at: number = START + chance(90 * 24) * HOUR
  for (let index = 0; index < EPISODES_A_CHILD; index += 1) {
    const id = EpisodeId.make(`${nth}-${index}`)
    // Most come in runs some days apart, with months between the runs.
    at += (chance(4) === 0 ? 20 * 24 + chance(150 * 24) : 24 + chance(12 * 24)) * HOUR
    const back = at + (1 + chance(100)) * HOUR
    episodes.push({
      id,
      absence: chance(8) === 0 ? "away" : "missing",
      missingFrom: "care",
      risk: "medium",
      missingAt: Instant(at),
      reportedAt: Instant(at),
      notifiedAt: Instant(at + HOUR),
      policy: rotherham,
      progress: { _tag: "Returned", returnedAt: Instant(back) }
    })
    interviews.push(...interviewOf(id, back, chance))
  }
  return {
    child: ChildReference.make(`MADE-UP-${nth}`),
    state: { ...emptyChildState, episodes, interviews },
    facts: {
      bornOn: civilDay(2008 + chance(8), 1 + chance(12), 1 + chance(28)),
      caseStatus: "looked-after",
      placedOutOfArea: chance(2) === 0
    }
  }
}

export const madeUpCaseload = (children: number): ReadonlyArray<ChildHistory> => {
  const chance = chanceFrom(20_261_122)
  return Array.from({ length: children }, (_, nth) => historyOf(nth, chance))
}

/** After the last episode of any child. */
export const CASELOAD_NOW = utc(2030, 1, 1)
