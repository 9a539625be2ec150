import { Casework, Council, People, Role } from "@safe-return/casework"
import { addHours, Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import type { PersonId } from "@safe-return/domain/pathway"
import { Courier, Incidents } from "@safe-return/outreach"
import type { HomeView } from "@slack/types"
import { Clock, Effect, Option } from "effect"
import { availabilityUntil } from "../../forms/assign/availability.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { Asked, Handler } from "../../handlers/Handler.ts"
import { decodeHomePlace, onTab, tabsOf } from "../../home/HomePlace.ts"
import { homeView } from "../../home/homeView.ts"

export interface HomeRequest extends Asked {
  /** The value of the button that was pressed; absent when the tab was just opened. */
  readonly value?: string | undefined
}

/** How far ahead absences are shown on the Home, in hours: a person who plans the week sees the next one too. */
const HOURS_AHEAD = 14 * 24

const childrenOf = Effect.fn("childrenOf")(function* (person: PersonId) {
  const casework = yield* Casework
  const children = [...(yield* casework.all).keys()]
  return new Set(
    yield* Effect.filter(children, (child) => Effect.map(allocatedWorkerOf(child), (worker) => worker === person))
  )
})

const holdersOfRoles = Effect.gen(function* () {
  const people = yield* People
  const held = yield* Effect.forEach(Role.literals, (role) =>
    Effect.map(people.holdersOf(role), (holders) => [role, holders] as const)
  )
  return Object.fromEntries(held) as Record<Role, ReadonlyArray<PersonId>>
})

/** The Home of the person who asks, by their roles; a tab that is not theirs opens their first. */
const homeOf = Effect.fn("homeOf")(function* ({ person, value }: HomeRequest, isTryingAgain: boolean) {
  const people = yield* People
  const casework = yield* Casework
  const courier = yield* Courier
  const { authority, policy, calendars, keptIn = "as the settings say" } = yield* Council
  const tabs = tabsOf(yield* people.rolesOf(person))
  const asked = Option.filter(decodeHomePlace(value), ({ tab }) => tabs.includes(tab))
  const place = Option.getOrElse(asked, () => onTab(tabs[0] ?? "mine"))
  const now = Instant(yield* Clock.currentTimeMillis)
  const states = yield* casework.all
  return homeView({
    person,
    place,
    tabs,
    states,
    lines: interviewQueue(states, now, calendars),
    theirChildren: yield* childrenOf(person),
    holders: yield* holdersOfRoles,
    whenThere: yield* Effect.orElseSucceed(availabilityUntil(now, addHours(now, HOURS_AHEAD)), () => () => []),
    authority,
    policy,
    calendars,
    health: { keptIn, incidents: yield* (yield* Incidents).open, ...(yield* courier.health) },
    undelivered: Option.getOrUndefined(yield* Effect.option(courier.undelivered)),
    isTryingAgain,
    now
  })
})

export const home: Handler<HomeRequest, HomeView> = {
  permission: "open-home",
  handle: (request) => homeOf(request, false)
}

/** "Try again": what could not be delivered is put to be sent, and goes while the Home is shown again. */
export const tryAgain: Handler<HomeRequest, HomeView> = {
  permission: "try-undelivered-again",
  handle: Effect.fn("tryAgain")(function* (request) {
    const courier = yield* Courier
    yield* courier.tryAgain
    return yield* homeOf(request, true)
  })
}
