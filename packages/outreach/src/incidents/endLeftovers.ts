/** Messages of a process that died while something was wrong: ended in words, or taken up where they wait for an answer. */

import { People, type Role } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import { Transports } from "../sending/Transport.ts"
import { Incidents, type OpenIncident } from "./Incidents.ts"
import { incidentKey, openIncidentOf } from "./incidentKey.ts"
import type { IncidentTarget } from "./incidentTargets.ts"
import { unansweredBefore } from "./unansweredBefore.ts"

/** When conversations are looked through after the start, in milliseconds, and how often once nothing is suspected. */
const LOOK_AGAIN_AFTER = 10 * 60_000
const LOOK_EVERY = 6 * 60 * 60_000

/** How far back, in milliseconds: what is older was read by people long ago. */
const FOR = 3 * 24 * 60 * 60_000

const readers = ["administrator", "team-manager", "mash", "missing-coordinator"] as const satisfies ReadonlyArray<Role>

export const endLeftovers = Effect.gen(function* () {
  const carriers = yield* Transports
  const people = yield* People
  const incidents = yield* Incidents
  let lookedAt = yield* monotonicMillis
  let looks = 0
  /** Seen once, and ended when seen again: another instance may be about to raise or to end it. */
  let suspects: ReadonlySet<string> = new Set()

  const lookAt = Effect.fnUntraced(function* (
    place: IncidentTarget["place"],
    open: ReadonlySet<string>,
    found: Set<string>
  ) {
    const carrier = carriers.of(place)
    const address = yield* carrier.addressOf(place, new Map())
    if (address === undefined || carrier.posted === undefined) return
    const now = Instant(yield* Clock.currentTimeMillis)
    for (const { sent, key } of yield* carrier.posted(address, Instant(now - FOR))) {
      const incident = openIncidentOf(key)
      if (incident === undefined || open.has(incident)) continue
      const name = `${address.channel} ${sent}`
      const unanswered = unansweredBefore(incident)
      if (!suspects.has(name)) found.add(name)
      else if (unanswered !== undefined) yield* incidents.raise(unanswered)
      else
        yield* carrier.change(
          address,
          sent,
          { about: "team", key: `${incident}:over` },
          { _tag: "EarlierIncidentOver", now }
        )
    }
  })

  /** @param open what is wrong now */
  return Effect.fn("endLeftovers")(function* (open: ReadonlyArray<OpenIncident>) {
    const now = yield* monotonicMillis
    const isSettled = looks >= 2 && suspects.size === 0
    if (now - lookedAt < (isSettled ? LOOK_EVERY : LOOK_AGAIN_AFTER)) return
    lookedAt = now
    looks += 1
    const keys = new Set(open.map(incidentKey))
    const found = new Set<string>()
    const holders = yield* Effect.forEach(readers, people.holdersOf)
    const places: ReadonlyArray<IncidentTarget["place"]> = [
      ...[...new Set(holders.flat())].map((person) => ({ _tag: "Person", person }) as const),
      { _tag: "MissingChannel" }
    ]
    for (const place of places) {
      yield* Effect.catch(lookAt(place, keys, found), (failed) =>
        Effect.logWarning(`Old incident messages could not be looked for. ${failed.message}`)
      )
    }
    suspects = found
  })
})
