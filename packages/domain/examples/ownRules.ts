/**
 * A council of your own: its deadline, a flag of its own as a rule, its count of repeats. Run it:
 * `node ownRules.ts`. "Barnsley" here is made up: no number is that council's, and the child is synthetic.
 */
import { addHours, calendars, formatInstant, utc } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import { checkPolicy, rotherham } from "@safe-return/domain/policy"
import { ownRule, shippedRules, triggersFired } from "@safe-return/domain/risk"
import { Result, Schema } from "effect"
import { historyOf } from "./syntheticReport.ts"

const madeUp = { source: "Made up for this example", verified: false }
const number = <Value>(value: Value) => ({ value, ...madeUp })

/** The children that the council has flagged. Kept by the council, not in events: the rule is given them. */
const flagged = new Set([EpisodeId.make("november-9")])

/** A flag of high exploitation is on the case system for the episode that is judged. */
const highExploitation = ownRule("barnsley/high-exploitation", Schema.Struct({ hours: Schema.Finite }), {
  title: "Missing with a high exploitation flag",
  // The heading alone would tell of exploitation.
  mayGoToChat: () => false,
  numbers: () => [madeUp],
  restsOn: ["grading", "ending"],
  isOfOneEpisode: true,
  judge: ({ numbers }, record, index) => {
    const episode = record.episodes[index]
    if (episode === undefined || !flagged.has(episode.id)) return undefined
    const metAt = addHours(episode.missingAt, numbers.hours)
    const { progress } = episode
    const until = progress._tag === "Returned" ? progress.returnedAt : record.now
    return until <= metAt
      ? undefined
      : { episodes: [episode], because: `Flagged, and away more than ${numbers.hours} hours.`, metAt }
  }
})

const rules = { ...shippedRules, ...highExploitation }

const asks = (code: string, action: string) => ({
  code,
  basis: madeUp,
  level: "must" as const,
  action: number(action),
  owner: "team manager"
})

const written = {
  ...rotherham,
  id: "barnsley-made-up",
  title: "Barnsley, made up",
  interview: { ...rotherham.interview, workingDays: number(5) },
  triggers: [
    {
      rule: "episodes-in-window",
      ...asks("repeat-episodes", "Hold a strategy meeting"),
      count: number(3),
      windowDays: number(90)
    },
    {
      rule: "own",
      name: "barnsley/high-exploitation",
      ...asks("high-exploitation", "Call the exploitation team"),
      numbers: { hours: 2 }
    }
  ]
}

const faultsWithout = Result.match(checkPolicy(written), { onSuccess: () => [], onFailure: (faults) => faults })
for (const { field, message } of faultsWithout) console.log(`Without the rule: ${field}: ${message}`)

const { policy } = Result.getOrThrow(checkPolicy(written, undefined, { rules }))
console.log(`${policy.title}: ${policy.interview.workingDays.value} working days for the interview`)

const state = historyOf(
  [
    ["september-1", utc(2026, 9, 1, 18)],
    ["october-20", utc(2026, 10, 20, 18)],
    ["november-9", utc(2026, 11, 9, 18)]
  ],
  policy
)

for (const firing of triggersFired(state, { calendars, now: utc(2026, 11, 10) }, { rules })) {
  const dates = firing.dates.map((date) => formatInstant(date).slice(0, 10)).join(", ")
  console.log(`${firing.level} ${firing.rule}: ${firing.because} (${dates})`)
  console.log(`  ${firing.action}, by the ${firing.owner}; ${firing.mayGoToChat ? "chat may say so" : "never in chat"}`)
}
