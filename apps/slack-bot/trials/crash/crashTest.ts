/**
 * Kills the bot again and again while people and police are at work, with Slack failing now and then, and looks for
 * what is lost or said twice. Time goes on by hours from life to life, so that reminders fall due among the crashes.
 */

import { movableClock } from "@safe-return/casework/testing"
import { addHours, Instant, utc } from "@safe-return/domain/calendar"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { freePort } from "../../test/endToEnd/freePort.ts"
import { type KillableBot, startKillableBot } from "../../test/endToEnd/killableBot.ts"
import { type PostedMessage, postedMessages } from "../../test/endToEnd/postedMessages.ts"
import { waitUntil } from "../../test/endToEnd/slackReading.ts"
import { startCouncilWorkspace } from "../../test/endToEnd/trainingCouncil.ts"
import type { CrashJournal } from "./CrashJournal.ts"
import { findingsIn, isClean } from "./findings.ts"
import { type Load, makeLoad } from "./load.ts"
import { startRandomFaults } from "./randomFaults.ts"

interface CrashTest {
  readonly cycles: number
  readonly journal: CrashJournal
  /** Bots at once on one journal; one of them is killed each cycle. */
  readonly instances: number
  /** The share of calls that Slack fails, each in one of several ways. */
  readonly slackFails: number
  /** How often the journal's own server, where it has one, is restarted; spread over the cycles. */
  readonly serverRestarts: number
  /** Whether what a dead bot claimed waits for its lease in the end, or time is helped along. */
  readonly leases: "waited for" | "run out"
  /** Where the bots' logs go; they are full of what the crashes cut short. */
  readonly log: string
  readonly random: () => number
  /** How Slack reaches the bots: without Socket Mode, by HTTP. */
  readonly overSocket?: boolean
  /** Whether faults of every kind come at random beside the kills. */
  readonly faults?: boolean
  readonly progress: (cycle: number, acknowledged: number) => void
  /** Whether to kill no more: what was done so far is looked at as after the last cycle. */
  readonly isEnough?: () => boolean
}

/** How far the clock moves from one life to the next. */
const HOURS_A_CYCLE = 3
/** The share of bots that are killed while they start, at any moment of what a start takes on an idle machine. */
const KILLED_STARTING = 0.15
const START_MS = 1_000
/** No two machines' clocks agree; so far is each bot's behind at most. */
const CLOCK_BEHIND_MS = 5_000
/** How much is done at most before a bot that listens is killed, and how long that may take. */
const DEEDS_A_LIFE = 60
const LONGEST_LIFE_MS = 5_000
/** Among faults it lives longer, so that several come and go in a life. */
const LONGEST_FAULTY_LIFE_MS = 20_000
/** How long the last bot may say nothing at all before what it has not said is called lost: longer than a lease. */
const SILENT_MS = 120_000
/** And how long once nothing is missing: what is said twice may come later. */
const REST_MS = 3_000
/** How much longer than a look at everything it is until the next. */
const BETWEEN_LOOKS = 20

const failSometimes = (workspace: SlackWorkspace, share: number, seed: number) => {
  if (share === 0) return
  const faults = [
    { status: 429, retryAfterSeconds: 1 },
    { status: 500 },
    { dropped: "after" },
    { dropped: "before" }
  ] as const
  faults.forEach((fault, index) => {
    workspace.faults.plan({ fault, chance: { share: share / faults.length, seed: seed + index } })
  })
}

const pause = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis))

/** How long a supervisor waits before it starts again what ended. */
const START_AGAIN_MS = 500

/** Bots that are started again when they end by themselves, as a supervisor does. */
const superviseBots = (starts: ReadonlyArray<() => KillableBot>) => {
  const bots: Array<KillableBot> = []
  let endings = 0
  let isOver = false
  const keep = (index: number) => {
    const bot = (starts[index] as () => KillableBot)()
    bots[index] = bot
    void bot.endedByItself.then(async () => {
      endings += 1
      await pause(START_AGAIN_MS)
      if (!isOver && bots[index] === bot) keep(index)
    })
  }
  for (const index of starts.keys()) keep(index)
  return {
    bots: bots as ReadonlyArray<KillableBot>,
    startAgain: keep,
    endings: () => endings,
    end: async () => {
      isOver = true
      await Promise.all(bots.map((bot) => bot.kill()))
    }
  }
}

/** Of a run of two lives both might be killed before anything is acknowledged, and it would prove nothing. */
const LEAST_DEEDS = 3

/** One bot is killed at some moment; work goes on at the others until then. */
const liveAndDie = async (
  bots: ReadonlyArray<KillableBot>,
  doomed: number,
  load: Load,
  { random, faults = false }: CrashTest
) => {
  let isOver = false
  const urls: Array<string> = []
  const working = bots.map(async ({ url }) => {
    const isFirst = urls.push(await url) === 1
    if (isFirst) await load.work(urls, () => isOver)
  })
  // One killed before it listened never got to work; others may still be starting.
  const atWork = Promise.allSettled(working)
  const isFirstAtWork = load.acknowledged.length === 0
  if (isFirstAtWork || random() >= KILLED_STARTING) {
    // With faults it may have ended by itself.
    await (faults ? bots[doomed]?.url.catch(() => {}) : bots[doomed]?.url)
    const deeds = Math.max(isFirstAtWork ? LEAST_DEEDS : 0, random() * DEEDS_A_LIFE)
    const enough = load.acknowledged.length + deeds
    const until = performance.now() + (faults ? random() * LONGEST_FAULTY_LIFE_MS : 0)
    const isEnough = async () => load.acknowledged.length >= enough && performance.now() >= until
    await waitUntil(isEnough, faults ? LONGEST_FAULTY_LIFE_MS : LONGEST_LIFE_MS).catch(() => {})
  } else {
    await pause(random() * START_MS)
  }
  // The one that is there now: its supervisor may have started it again meanwhile.
  await bots[doomed]?.kill()
  isOver = true
  await Promise.race([atWork, pause(100)])
}

/**
 * After so many kills the bots are left alone until they have told what there is to tell. Killed on and on, they would say
 * less than they hear, and the last would look for a thousand messages that may be there in months of a channel.
 */
const KILLS_IN_A_ROW = 20
const LONGEST_REST_MS = 60_000

const isRestCycle = (cycle: number): boolean => cycle % KILLS_IN_A_ROW === 0

const rest = async (bots: ReadonlyArray<KillableBot>, posted: ReadonlyArray<PostedMessage>) => {
  await Promise.allSettled(bots.map(({ url }) => url))
  const from = performance.now()
  let said = -1
  for (let since = from; performance.now() - since < REST_MS && performance.now() - from < LONGEST_REST_MS; ) {
    if (posted.length !== said) since = performance.now()
    said = posted.length
    await pause(200)
  }
}

const isRestartCycle = (cycle: number, { cycles, serverRestarts }: CrashTest): boolean =>
  serverRestarts > 0 && cycle % Math.ceil(cycles / (serverRestarts + 1)) === 0

/** Bots that nobody kills any more are left alone until nothing is owed; only then is what is missing called lost. */
const settled = async (
  { journal, leases }: CrashTest,
  {
    workspace,
    posted,
    load,
    start,
    now
  }: {
    readonly workspace: SlackWorkspace
    readonly posted: ReadonlyArray<PostedMessage>
    readonly load: Load
    readonly start: () => KillableBot
    readonly now: Instant
  }
) => {
  workspace.faults.clear()
  const entries = await journal.entries()
  if (leases === "run out") await journal.leasesRunOut()
  const overdueBy = addHours(now, -2 * HOURS_A_CYCLE)
  const last = start()
  await last.url
  const findings = () => findingsIn(load.acknowledged, entries, posted, overdueBy)
  // How much there is to say depends on how fast the machine works, and so does how long that takes. After hundreds of kills
  // each look reads tens of thousands of messages: done more often, it would keep the bot from saying more.
  let said = -1
  let looked = -1
  let nextLook = 0
  let isAllSaid = false
  for (let since = performance.now(); performance.now() - since < (isAllSaid ? REST_MS : SILENT_MS); await pause(500)) {
    if (posted.length !== said) {
      said = posted.length
      since = performance.now()
      isAllSaid = false
    }
    if (looked === said || performance.now() < nextLook) continue
    const from = performance.now()
    isAllSaid = isClean(findings())
    looked = said
    nextLook = performance.now() + BETWEEN_LOOKS * (performance.now() - from)
  }
  await last.kill()
  return { ...findings(), acknowledged: load.acknowledged.length, events: entries.length }
}

export const crashTest = async (test: CrashTest) => {
  const { journal, random } = test
  const clock = movableClock(utc(2026, 11, 2, 9), "going")
  await using workspace = await startCouncilWorkspace(clock.clock)
  const { posted } = postedMessages(workspace)
  failSometimes(workspace, test.slackFails, Math.trunc(random() * 1_000_000))
  const load = makeLoad(workspace, clock.now, random, test.overSocket === true ? "Socket Mode" : "HTTP")
  const aClock = () => Instant(clock.now() - Math.trunc(random() * CLOCK_BEHIND_MS))
  const startAt = (port?: number) => () =>
    startKillableBot(workspace.slackApiUrl, journal.place, aClock(), test.log, port)
  const places = Array.from({ length: test.instances }, () => (test.overSocket === true ? freePort() : undefined))
  const starts = (await Promise.all(places)).map(startAt)

  const supervised = superviseBots(starts)
  const { bots } = supervised
  const faults =
    test.faults === true
      ? startRandomFaults({ workspace, journal, bots: () => bots, now: clock.now, random })
      : undefined
  let cycles = 0
  while (cycles < test.cycles && test.isEnough?.() !== true) {
    cycles += 1
    const doomed = Math.trunc(random() * bots.length)
    await liveAndDie(bots, doomed, load, test)
    if (isRestartCycle(cycles, test)) await journal.restart()
    clock.moveTo(addHours(clock.now(), HOURS_A_CYCLE))
    for (const bot of bots) bot.setClock(aClock())
    supervised.startAgain(doomed)
    if (isRestCycle(cycles)) await rest(bots, posted)
    test.progress(cycles, load.acknowledged.length)
  }
  await faults?.end()
  await supervised.end()
  const start = starts[0] as () => KillableBot
  // Awaited here: the workspace closes when this function ends.
  const findings = await settled(test, { workspace, posted, load, start, now: clock.now() })
  return { ...findings, cycles, endedByThemselves: supervised.endings(), faults: faults?.counts ?? new Map() }
}
