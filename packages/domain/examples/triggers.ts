/** Which risk triggers has this history met, on what evidence? Run it: `node triggers.ts` */
import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
import { derbyshire, type Policy, rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { historyOf } from "./syntheticReport.ts"

/** A synthetic child who went missing on the 1st, the 9th and the 25th, under a council's policy. */
const threeEpisodes = (policy: Policy) =>
  historyOf(
    [1, 9, 25].map((day) => [`november-${day}`, utc(2026, 11, day, 18)] as const),
    policy
  )

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
