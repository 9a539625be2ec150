/** A rule of a team's own, in under 40 lines: missing at night. Run it: `node ownRule.ts`. Numbers and child are made up. */
import { addHours, calendars, londonClock, utc } from "@safe-return/domain/calendar"
import { decide, emptyChildState, PersonId, record } from "@safe-return/domain/pathway"
import { checkPolicy, nationalMinimum } from "@safe-return/domain/policy"
import { ownRule, shippedRules, triggersFired } from "@safe-return/domain/risk"
import { Result, Schema } from "effect"
import { reportOf } from "./syntheticReport.ts"

const madeUp = { source: "Made up for this example", verified: false }

const atNight = ownRule("barnsley/at-night", Schema.Struct({ fromHour: Schema.Finite }), {
  title: "Missing at night",
  mayGoToChat: () => true,
  numbers: () => [madeUp],
  isOfOneEpisode: true,
  judge: ({ numbers }, { episodes }, index) => {
    const episode = episodes[index]
    if (episode === undefined || londonClock(episode.missingAt).hour < numbers.fromHour) return undefined
    return { episodes: [episode], because: `Last seen after ${numbers.fromHour}:00.`, metAt: episode.missingAt }
  }
})
const rules = { ...shippedRules, ...atNight }

const asks = { level: "consider", owner: "night duty", action: { value: "Ring the home", ...madeUp }, basis: madeUp }
const trigger = { rule: "own", name: "barnsley/at-night", code: "at-night", numbers: { fromHour: 22 }, ...asks }
const { policy } = Result.getOrThrow(checkPolicy({ ...nationalMinimum, triggers: [trigger] }, undefined, { rules }))

const missingAt = utc(2026, 11, 20, 23)
const at = addHours(missingAt, 2)
const events = Result.getOrThrow(decide(emptyChildState, reportOf(missingAt, policy), { now: at }))
const { state } = record(emptyChildState, events, { at, by: PersonId.make("police-intake") })

for (const { title, because, action, owner } of triggersFired(state, { calendars, now: at }, { rules })) {
  console.log(`${title}: ${because} ${action}, by the ${owner}.`)
}
