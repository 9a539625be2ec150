/** Which risk triggers has this history met, on what evidence? Run it: `node triggers.ts` */
import { addHours, calendars, formatInstant, utc } from "@safe-return/domain/calendar"
import {
  ChildReference,
  decide,
  EpisodeId,
  emptyChildState,
  PersonId,
  PoliceReference,
  record
} from "@safe-return/domain/pathway"
import { derbyshire, rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { Result } from "effect"

const by = PersonId.make("police-intake")

/** A synthetic child who went missing on the 1st, the 9th and the 25th, under a council's policy. */
const threeEpisodes = (policy: typeof rotherham) =>
  [1, 9, 25].reduce((state, day) => {
    const missingAt = utc(2026, 11, day, 18)
    const child = { reference: ChildReference.make("SYNTHETIC-1") }
    const policeReference = PoliceReference.make(`SYNTHETIC-POLICE-${day}`)
    const newEpisodeId = EpisodeId.make(`november-${day}`)
    const sentAt = addHours(missingAt, 2)
    const told = { policeReference, sentAt, child }
    const missing = { kind: "missing", ...told, absence: "missing", missingFrom: "home", risk: "low" } as const
    const notifications = [
      { ...missing, missingAt, reportedAt: addHours(missingAt, 1) },
      { kind: "returned", ...told, returnedAt: addHours(missingAt, 5) } as const
    ]
    return notifications.reduce((current, notification) => {
      const command = { _tag: "ReceiveNotification", notification, newEpisodeId, policy } as const
      const at = addHours(missingAt, 6)
      return record(current, Result.getOrThrow(decide(current, command, { now: at })), { at, by }).state
    }, state)
  }, emptyChildState)

for (const policy of [rotherham, derbyshire]) {
  console.log(`${policy.title}:`)
  for (const firing of triggersFired(threeEpisodes(policy), { calendars, now: utc(2026, 11, 26) })) {
    const dates = firing.dates.map((date) => formatInstant(date).slice(0, 10)).join(", ")
    console.log(`  ${firing.level} ${firing.rule}: ${firing.because} (${dates})`)
    console.log(
      `    ${firing.action}, by the ${firing.owner}${firing.verified ? "" : " [a working number, not verified]"}`
    )
  }
}
