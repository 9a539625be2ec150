import type { Benchmark } from "@safe-return/bench"
import { Instant } from "@safe-return/domain/calendar"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { BOT_TOKEN, CHANNEL, people, SIGNING_SECRET } from "../test/endToEnd/trainingCouncil.ts"
import { latenciesOf, perSecond, rounded, timingOf } from "./load/figures.ts"
import type { Load, LoadResult } from "./load/Load.ts"
import { startServer } from "./load/processes.ts"
import { childNumber, madeUpJournal } from "./madeUpJournal.ts"
import { openSetting, untilQuiet } from "./setting.ts"

const OWED = 500
const CONNECTIONS = 32
const REQUESTS = 3_000
const ROUNDS = 5
const AT_LEAST = 0.8
const P99_AT_MOST = 2

const EXPECTED = `${OWED} return home interviews are owed`

const queue = (url: string, expected: string): Load => ({
  what: {
    kind: "commands",
    url,
    command: "/rhi",
    texts: ["queue"],
    person: people.manager,
    signingSecret: SIGNING_SECRET
  },
  requests: REQUESTS,
  pace: { connections: CONNECTIONS },
  expected
})

/** On the list are those who came back longest ago, in that order: reckoned from how they were made up. */
const compareAnswer = async (workspace: SlackWorkspace, url: string) => {
  workspace.app.connect(`${url}/slack/events`)
  const manager = workspace.person(people.manager)
  await manager.command(CHANNEL, "/rhi", "queue")
  const said = JSON.stringify(manager.ephemerals.at(-1)?.blocks ?? [])
  const shown = [...said.matchAll(/\*(LCS-\d+)\*/g)].map(([, child]) => child)
  const longestAgo = shown.map((_, index) => childNumber(OWED - 1 - index))
  if (shown.length === 0 || shown.join() !== longestAgo.join()) throw new Error(`The queue is not in order: ${said}`)
}

export const slackRead: Benchmark = {
  id: "slack.read",
  work: `\`/rhi queue\` with ${OWED} interviews owed, signed, over HTTP, ${CONNECTIONS} at once`,
  run: async () => {
    await using setting = await openSetting()
    const { directory, generator, workspace } = setting
    await madeUpJournal({ directory, count: OWED, now: Instant(Date.now()), areBack: true })
    await using bot = await startServer("botProcess.ts", [workspace.slackApiUrl, directory, "off"])
    await using bare = await startServer("bareBolt.ts", [workspace.slackApiUrl, BOT_TOKEN, SIGNING_SECRET])
    await untilQuiet(workspace)
    await compareAnswer(workspace, bot.url)
    const ours: Array<LoadResult> = []
    const theirs: Array<LoadResult> = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      const own = await generator.send(queue(bot.url, EXPECTED))
      const peer = await generator.send(queue(bare.url, ""))
      // The first round warms both up.
      if (round === 0) continue
      ours.push(own)
      theirs.push(peer)
    }
    const [own, peer] = [timingOf(latenciesOf(ours)), timingOf(latenciesOf(theirs))]
    const share = perSecond(ours) / perSecond(theirs)
    return {
      ours: { ...own, unit: "ms", runs: ROUNDS * REQUESTS },
      peers: [{ name: "a bare Bolt app that only acknowledges", ...peer, ratio: rounded(peer.median / own.median) }],
      must: `at least ${AT_LEAST} × the requests a second of the bare app (measured: ${rounded(share)}; ${rounded(perSecond(ours))} a second), p99 at most ${P99_AT_MOST} ×`,
      met: share >= AT_LEAST && own.p99 <= P99_AT_MOST * peer.p99
    }
  }
}
