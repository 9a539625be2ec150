/** Tells the education team of its cases; only where it has a channel of its own. */
import { EducationCasework } from "@safe-return/casework"
import { addDays, londonDayOf, londonTimeOn } from "@safe-return/domain/calendar"
import { isOpenCase } from "@safe-return/domain/education"
import { Deliveries } from "@safe-return/journal"
import { Effect, Layer, Stream } from "effect"
import type { TeamFacts } from "../look/TeamSource.ts"
import { educationCards } from "../owed/educationCardsOwed.ts"
import { keepStanding } from "./keepStanding.ts"
import { Outreach } from "./Outreach.ts"

const make = Effect.gen(function* () {
  const casework = yield* EducationCasework
  const deliveries = yield* Deliveries
  const outreach = yield* Outreach

  const read = Effect.fn("EducationOutreach.read")(function* ({ delivered, now }: TeamFacts) {
    const files = yield* casework.files
    const open = files.flatMap(({ state }) => state.cases.filter(isOpenCase).map(({ id }) => `education-card:${id}`))
    yield* Effect.provideService(keepStanding(open, delivered, now), Deliveries, deliveries)
    return educationCards({ files, delivered, now })
  })
  yield* outreach.addTeamSource({
    name: "Cases of children missing education",
    read,
    // What a case waits for is counted in days.
    nextAt: (now) => londonTimeOn(addDays(londonDayOf(now), 1), 0)
  })
  const changes = yield* casework.subscribe
  yield* Effect.forkScoped(Stream.runForEach(changes, () => outreach.deliver("team")))
})

export const educationOutreachLayer = Layer.effectDiscard(make)
