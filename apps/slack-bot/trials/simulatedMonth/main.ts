/** What the `simulated-month` script in the root's package.json runs. Exits 0 only if everything was said once, in time. */

import { makePlan } from "@safe-return/casework/testing"
import { utc } from "@safe-return/domain/calendar"
import { readCommandLine } from "../../test/commandLine.ts"
import { type Findings, isClean, reckon } from "./reckoning.ts"
import { runMonth } from "./runMonth.ts"

const USAGE = `simulated-month [--episodes N] [--days N] [--slack-fails SHARE] [--seed N]

Lives through a month of a council of forty with the real bot and a local Slack that fails, restarts the bot twice a day,
and looks for what was not said, said late, or said twice.
Exit status: 0 nothing was; 1 something was; 2 the command line is wrong.
`

const options = {
  episodes: { type: "string", default: "1500" },
  days: { type: "string", default: "28" },
  "slack-fails": { type: "string", default: "0.05" },
  seed: { type: "string", default: "1" },
  help: { type: "boolean", default: false }
} as const

const { values, numberFrom } = readCommandLine(USAGE, options)

const numberBetween = (name: string, text: string, least: number, most: number): number =>
  numberFrom(name, text, (value) => value >= least && value <= most, `a number from ${least} to ${most}`)

const say = ({ lost, late, twice, uncalledFor }: Findings) => {
  const lines = [
    ...lost.map((line) => `not said: ${line}`),
    ...late.map((line) => `late: ${line}`),
    ...twice.map((line) => `said twice: ${line}`),
    ...uncalledFor.map((line) => `uncalled for: ${line}`)
  ]
  for (const line of lines) process.stderr.write(`${line}\n`)
}

const episodes = numberBetween("episodes", values.episodes, 1, 100_000)
// The rest of the month has no clock change and no bank holiday in it; the reckoning knows of neither.
const days = numberBetween("days", values.days, 4, 28)
const seed = numberBetween("seed", values.seed, 0, 2 ** 32)
const slackFails = numberBetween("slack-fails", values["slack-fails"], 0, 0.5)

const begins = utc(2026, 11, 2)
const weeks = Math.ceil(days / 7)
const plan = makePlan({
  begins,
  days,
  episodes,
  restartsADay: 2,
  outages: 3,
  limits: weeks,
  unreadableGroups: weeks,
  clockJumps: weeks,
  seed
})
let day = 0
const lived = await runMonth({
  plan,
  seed,
  slackFails,
  progress: (at) => {
    const reached = Math.floor((at - begins) / 86_400_000)
    if (reached === day) return
    day = reached
    process.stderr.write(`day ${day} of ${days}\n`)
  }
})
const findings = reckon(lived)
say(findings)
const { lost, late, twice, uncalledFor, expected } = findings
const kinds = [...expected].map(([kind, count]) => `${count.toLocaleString("en-GB")} × ${kind}`).join(", ")
process.stdout.write(
  `${lived.failedCalls.toLocaleString("en-GB")} calls failed, ${lived.restarts} restarts; reckoned with ${kinds}\n` +
    `${episodes.toLocaleString("en-GB")} episodes in ${days} days: ${lost.length} not said, ${late.length} late, ${twice.length} said twice, ${uncalledFor.length} uncalled for\n`
)
process.exit(isClean(findings) ? 0 : 1)
