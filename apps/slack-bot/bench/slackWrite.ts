import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Benchmark } from "@safe-return/bench"
import { Instant } from "@safe-return/domain/calendar"
import { people, SIGNING_SECRET } from "../test/endToEnd/trainingCouncil.ts"
import { latenciesOf, perSecond, rounded, timingOf } from "./load/figures.ts"
import type { Load, LoadResult } from "./load/Load.ts"
import { startBareWrites, startServer } from "./load/processes.ts"
import { childNumber, madeUpJournal } from "./madeUpJournal.ts"
import { openSetting } from "./setting.ts"

const CONNECTIONS = 32
const WRITES = 400
/** Until the bot runs as it does after its first hour. */
const WARM_UP = 4
const ROUNDS = 3
const AT_LEAST = 0.7
const BARE = "a bare temporary file, fsync and rename of the same bytes"
const A_SECOND = 100
const MUST_MS = 500
/**
 * At its start the bot looks at every child once, which takes seconds. And for a minute ext4 looks past each file that
 * was taken away, such as another benchmark's journal, whenever it makes one (docs/decisions/0018).
 */
const AT_THE_START_MS = 65_000
/** Rounds to warm up, those that count, and one at a steady pace. */
const CHILDREN = WRITES * (WARM_UP + ROUNDS + 1)

const found = (url: string, round: number, pace: Load["pace"]): Load => ({
  what: {
    kind: "commands",
    url,
    command: "/missing",
    texts: Array.from({ length: WRITES }, (_, index) => `found ${childNumber(round * WRITES + index)} 1 minute ago`),
    person: people.coordinator,
    signingSecret: SIGNING_SECRET
  },
  requests: WRITES,
  pace,
  expected: "is recorded as found"
})

/** The answer said that it is recorded: then the child's document on disk says so, whatever becomes of the process. */
const compareAnswers = (directory: string, written: number) => {
  const folder = join(directory, "children")
  const saying = readdirSync(folder).filter((name) => readFileSync(join(folder, name), "utf8").includes("ChildFound"))
  if (saying.length !== written) throw new Error(`${written} were acknowledged, and ${saying.length} are on disk`)
}

export const slackWrite: Benchmark = {
  id: "slack.write",
  work: `\`/missing found …\`, signed, acknowledged once it is durable, ${CONNECTIONS} at once`,
  run: async () => {
    await using setting = await openSetting()
    const { directory, generator, workspace } = setting
    await madeUpJournal({ directory, count: CHILDREN, now: Instant(Date.now()), areBack: false })
    const sizes = readdirSync(join(directory, "children")).map(
      (name) => statSync(join(directory, "children", name)).size
    )
    const bareFolder = join(directory, "bare")
    mkdirSync(bareFolder)
    // As in use: what people must hear meanwhile goes to Slack at Slack's pace.
    await using bot = await startServer("botProcess.ts", [workspace.slackApiUrl, directory, "slack"])
    await using disk = await startBareWrites(
      bareFolder,
      Math.round(sizes.reduce((sum, size) => sum + size, 0) / CHILDREN)
    )
    await pause(AT_THE_START_MS)
    const ours: Array<LoadResult> = []
    const inTurn: Array<LoadResult> = []
    const atOnce: Array<LoadResult> = []
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const own = await generator.send(found(bot.url, round, { connections: CONNECTIONS }))
      const oneAfterAnother = await disk.write({ writes: WRITES, atOnce: 1 })
      const together = await disk.write({ writes: WRITES, atOnce: CONNECTIONS })
      compareAnswers(directory, (round + 1) * WRITES)
      if (round < WARM_UP) continue
      ours.push(own)
      inTurn.push(oneAfterAnother)
      atOnce.push(together)
    }
    const last = await generator.send(found(bot.url, WARM_UP + ROUNDS, { perSecond: A_SECOND }))
    const steady = timingOf(last.latencies)
    const own = timingOf(latenciesOf(ours))
    const rate = perSecond(ours)
    const peer = (name: string, seen: ReadonlyArray<LoadResult>) => {
      const timing = timingOf(latenciesOf(seen))
      return { name: `${BARE}, ${name}`, ...timing, ratio: rounded(timing.median / own.median) }
    }
    const shareOf = (seen: ReadonlyArray<LoadResult>) => rate / perSecond(seen)
    return {
      ours: { ...own, unit: "ms", runs: ROUNDS * WRITES },
      peers: [peer("one after another", inTurn), peer(`${CONNECTIONS} at once`, atOnce)],
      must: `at least ${AT_LEAST} × the rate of bare writes one after another (measured: ${rounded(shareOf(inTurn))}; ${rounded(rate)} a second), which is judged; of bare writes ${CONNECTIONS} at once ${rounded(shareOf(atOnce))} ×; p99 under ${MUST_MS} ms at ${A_SECOND} a second (measured: ${steady.p99} ms)`,
      met: shareOf(inTurn) >= AT_LEAST && steady.p99 < MUST_MS
    }
  }
}
