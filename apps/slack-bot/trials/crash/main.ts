/** What the `crash-test` script in the root's package.json runs. Exits 0 only if nothing was lost or said twice. */
import { tmpdir } from "node:os"
import { join } from "node:path"
import { seeded } from "@safe-return/casework/testing"
import { readCommandLine } from "../../test/commandLine.ts"
import { lowdbCrashJournal, lowdbOnOwnDisk, postgresCrashJournal } from "./CrashJournal.ts"
import { crashTest } from "./crashTest.ts"
import { type Findings, isClean } from "./findings.ts"

const USAGE = `crash-test --cycles N [--layer lowdb|postgres] [--instances N] [--slack-fails SHARE] [--server-restarts N]
           [--socket] [--faults] [--seed N]

Kills the bot N times while people and police are at work, and looks for what is lost or said twice. --socket: Slack reaches
it over Socket Mode. --faults: faults of every kind come at random besides; then --socket goes without saying.
Exit status: 0 nothing is; 1 something is; 2 the command line is wrong.
`

const journals = { lowdb: lowdbCrashJournal, postgres: postgresCrashJournal }
const faultyJournals = { lowdb: lowdbOnOwnDisk, postgres: postgresCrashJournal }

const options = {
  cycles: { type: "string", default: "50" },
  layer: { type: "string", default: "lowdb" },
  instances: { type: "string", default: "1" },
  "slack-fails": { type: "string", default: "0.05" },
  "server-restarts": { type: "string", default: "0" },
  socket: { type: "boolean", default: false },
  faults: { type: "boolean", default: false },
  seed: { type: "string", default: String(Math.trunc(Math.random() * 1_000_000)) },
  help: { type: "boolean", default: false }
} as const

const { values, numberFrom, wrong } = readCommandLine(USAGE, options)

const isCount = (least: number) => (value: number) => Number.isInteger(value) && value >= least

const sayFindings = ({ eventsLost, alertsLost, postedTwice, recordedTwice }: Findings) => {
  const lines = [
    ...eventsLost.map((line) => `acknowledged and lost: ${line}`),
    ...alertsLost.map((line) => `alert lost: ${line}`),
    ...postedTwice.map((line) => `posted twice: ${line}`),
    ...recordedTwice.map((line) => `recorded twice: ${line}`)
  ]
  for (const line of lines) process.stderr.write(`${line}\n`)
}

const cycles = numberFrom("cycles", values.cycles, isCount(1), "a whole number from 1")
const instances = numberFrom("instances", values.instances, isCount(1), "a whole number from 1")
const slackFails = numberFrom("slack-fails", values["slack-fails"], (share) => share >= 0 && share < 1, "0 to 0.99")
const serverRestarts = numberFrom("server-restarts", values["server-restarts"], isCount(0), "a whole number")
const seed = numberFrom("seed", values.seed, Number.isInteger, "a whole number")
if (!(values.layer in journals)) wrong(`--layer takes ${Object.keys(journals).join(" or ")}, not “${values.layer}”.`)
if (values.layer === "lowdb" && instances > 1) wrong("Several bots on one journal need --layer postgres.")

// Killing hundreds of bots takes long: broken off, it says what the kills so far showed. However often it is told so: a
// terminal tells this process, and so does whatever started it.
let isEnough = false
process.on("SIGINT", () => {
  isEnough = true
})

const log = join(tmpdir(), `safe-return-crash-test-${process.pid}.log`)
const layer = values.layer as keyof typeof journals
await using journal = await (values.faults ? faultyJournals : journals)[layer]()
const findings = await crashTest({
  cycles,
  journal,
  instances,
  slackFails,
  serverRestarts,
  leases: "waited for",
  log,
  random: seeded(seed),
  overSocket: values.socket || values.faults,
  faults: values.faults,
  isEnough: () => isEnough,
  progress: (cycle, acknowledged) => {
    const soFar = `${cycle} of ${cycles} kills, ${acknowledged} deeds acknowledged`
    if (process.stderr.isTTY) process.stderr.write(`\r${soFar}`)
    else if (cycle % 25 === 0) process.stderr.write(`${soFar}\n`)
  }
})
if (process.stderr.isTTY) process.stderr.write("\n")
sayFindings(findings)
process.stdout.write(`${findings.acknowledged} deeds acknowledged, ${findings.events} events in the journal\n`)
const { eventsLost, alertsLost, postedTwice, marked, faults, endedByThemselves } = findings
if (values.faults) {
  for (const [name, times] of faults) process.stdout.write(`${times} × ${name}\n`)
  process.stdout.write(
    `${marked} messages marked as perhaps sent before; ${endedByThemselves} bots ended by themselves\n`
  )
}
process.stdout.write(`Seed ${seed}\n`)
process.stdout.write(
  `${findings.cycles} cycles: ${eventsLost.length} events lost, ${alertsLost.length} alerts lost, ${postedTwice.length} posted twice\n`
)
if (!isClean(findings)) process.stderr.write(`What the bots logged: ${log}\n`)
// A run in which hardly anything was done shows nothing.
if (findings.acknowledged < findings.cycles)
  process.stderr.write("Fewer deeds than kills: this machine is too busy for it.\n")
process.exitCode = isClean(findings) && findings.acknowledged >= findings.cycles ? 0 : 1
