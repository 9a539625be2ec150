/** Lives through a month with the real bot, its real Slack client and the local Slack, on a clock that jumps. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  deadlinesOf,
  mornings,
  type Plan,
  type PlannedEpisode,
  type Span,
  seeded,
  staffOf
} from "@safe-return/casework/testing"
import { addHours, type Instant } from "@safe-return/domain/calendar"
import { lowdbLayer } from "@safe-return/journal/files"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { Clock, Effect, Layer, ManagedRuntime, References } from "effect"
import { Bot, botLayer } from "../../src/Bot.ts"
import { postedMessages } from "../../test/endToEnd/postedMessages.ts"
import { makeActions } from "./actions.ts"
import { bigCouncil, managersInGroup, startBigWorkspace } from "./bigCouncil.ts"
import { climbingTimes } from "./climbs.ts"
import type { DiaryAction, MonthRun, Silence } from "./Diary.ts"
import { VirtualClock } from "./VirtualClock.ts"
import { whenIdle } from "./whenIdle.ts"

type JournalLayer = ReturnType<typeof lowdbLayer>

const MINUTE = 60_000
/** How long the bot is away at a restart. */
const DOWN_MS = 20_000
/** What is not acknowledged is done again after this long. */
const AGAIN_MS = MINUTE
/** How long Slack asks us to wait where it limits every call. */
const LIMITED_SECONDS = 30
/** By how much the clock of the bot's machine jumps ahead. */
const AHEAD_MS = 60 * MINUTE
const GROUP_METHODS = ["usergroups.users.list"]
/** Of the police's notifications, and of what Slack delivers, this share comes twice. */
const TWICE = 0.05
/** Longer than the bot ever waits before it tries something again: when nothing was asked of Slack for so long, it is calm. */
const CALM_AFTER_MS = 40_000
/**
 * In the calm the clock goes on by so much at once, as one that was put right does; never past a moment that counts. Less
 * would only ask Slack more often whether everybody is still there.
 */
const STRIDE_MS = 60 * MINUTE

interface Due {
  readonly at: number
  readonly act: () => Promise<void>
}

/** Calls fail in one of the ways in which they fail in earnest: too many, a fault, or an answer that never comes. */
const failSometimes = (workspace: SlackWorkspace, share: number, seed: number) => {
  const faults = [
    { status: 429, retryAfterSeconds: 5 },
    { status: 500 },
    { dropped: "before" },
    { dropped: "after" }
  ] as const
  return faults.map((fault, index) =>
    workspace.faults.plan({ fault, chance: { share: share / faults.length, seed: seed + index } })
  )
}

export const runMonth = async (options: {
  readonly plan: Plan
  /** The share of calls that Slack fails. */
  readonly slackFails: number
  readonly seed: number
  /** Puts something between the bot and what keeps its deliveries: to see whether a fault of its own is found. */
  readonly broken?: (layer: JournalLayer) => JournalLayer
  readonly progress?: (at: Instant) => void
}): Promise<MonthRun> => {
  const { plan, seed, broken = (layer) => layer } = options
  const directory = mkdtempSync(join(tmpdir(), "safe-return-month-"))
  const clock = new VirtualClock(plan.begins)
  await using workspace = await startBigWorkspace(clock.clock)
  const deeds = makeActions(workspace, clock.now)
  const random = seeded(seed)
  const diary: Array<DiaryAction> = []
  const silences: Array<Silence> = [...plan.outages, ...plan.limits]
  let busyAt: number = plan.begins
  const busy = () => {
    busyAt = clock.now()
  }
  const { posted, collect } = postedMessages(workspace, busy)

  const downs = [
    ...plan.outages.map((outage) => ({ ...outage, fault: { status: 503 } })),
    ...plan.limits.map((limit) => ({ ...limit, fault: { status: 429, retryAfterSeconds: LIMITED_SECONDS } })),
    ...plan.unreadableGroups.map((span) => ({ ...span, methods: GROUP_METHODS, fault: { status: 500 } }))
  ].map((planned) => workspace.faults.plan(planned))
  const failures = failSometimes(workspace, options.slackFails, seed)
  workspace.faults.planDelivery({ fault: "twice", chance: { share: TWICE, seed } })

  const hits = () => [...failures, ...downs].reduce((sum, planned) => sum + planned.hits(), 0)
  let hitsSeen = 0
  const isCalm = () => {
    if (hits() > hitsSeen) busy()
    hitsSeen = hits()
    return clock.now() - busyAt > CALM_AFTER_MS
  }

  const isNow = ({ from, until }: Span) => clock.now() >= from && clock.now() < until
  const isSlackAway = () => plan.outages.some(isNow)

  const agenda: Array<Due> = []
  const enter = (at: number, act: () => Promise<void>) => {
    const after = agenda.findLastIndex((due) => due.at <= at)
    agenda.splice(after + 1, 0, { at, act })
  }

  /** From here on the clock does not leap until it is calm again. */
  const watchAt = (at: number) => enter(at, async () => busy())

  /** Lets time pass as long as nothing is under way; never beyond `until`. */
  const pass = async (until: number) => {
    while (clock.now() < until) {
      await whenIdle()
      collect()
      clock.moveTo(Math.min(until, isCalm() ? clock.now() + STRIDE_MS : clock.nextWaking))
    }
    await whenIdle()
    collect()
  }
  /** What the bot does at its start and its end may take time of its own: a try, a pause, another try. */
  const whileTimePasses = async <A>(work: Promise<A>): Promise<A> => {
    let isOver = false
    const over = work.finally(() => {
      isOver = true
    })
    over.catch(() => {})
    while (!isOver) {
      await whenIdle()
      if (!isOver && clock.nextWaking < Number.POSITIVE_INFINITY) clock.moveTo(clock.nextWaking)
    }
    return over
  }

  const layer = () =>
    botLayer(bigCouncil(workspace.slackApiUrl)).pipe(
      Layer.provide(broken(lowdbLayer({ directory }))),
      Layer.provideMerge(Layer.succeed(Clock.Clock, clock.hostClock)),
      Layer.provide(Layer.succeed(References.MinimumLogLevel, "Fatal"))
    )
  const start = async () => {
    const runtime = ManagedRuntime.make(layer())
    const { url } = await whileTimePasses(runtime.runPromise(Effect.service(Bot)))
    workspace.app.connect(`${url}/slack/events`)
    return { url, stop: () => whileTimePasses(Effect.runPromise(runtime.disposeEffect)) }
  }
  let bot: Awaited<ReturnType<typeof start>> | undefined = await start()

  const restart = async () => {
    const from = clock.now()
    const stopping = bot
    bot = undefined
    // In the middle of whatever it does.
    await stopping?.stop()
    await pass(clock.now() + DOWN_MS)
    bot = await start()
    silences.push({ from, until: clock.now() })
    for (const { until } of plan.unreadableGroups.filter(isNow)) silences.push({ from, until, people: managersInGroup })
  }

  const until = (isDone: () => Promise<boolean>, then: () => void) => {
    const attempt = async (): Promise<void> => {
      if (await isDone()) then()
      else enter(clock.now() + AGAIN_MS, attempt)
    }
    return attempt
  }

  const interview = (episode: PlannedEpisode) => {
    const { assignedAt, child, completedAt, interviewer, police } = episode
    const about = { child, police, interviewer }
    const log = until(
      async () => !isSlackAway() && (await deeds.logInterview(episode)),
      () => void diary.push({ what: "interviewed", at: clock.now(), ...about })
    )
    const assign = until(
      async () => !isSlackAway() && (await deeds.assign(episode)),
      () => {
        diary.push({ what: "assigned", at: clock.now(), ...about })
        if (completedAt !== undefined) enter(Math.max(completedAt, clock.now() + 60 * MINUTE), log)
      }
    )
    if (assignedAt !== undefined) enter(Math.max(assignedAt, clock.now() + MINUTE), assign)
  }

  for (const episode of plan.episodes) {
    const { acknowledgedAt, child, notifiedAt, police, returnedAt } = episode
    const sendTwice = async (send: () => Promise<boolean>) => {
      const taken = await send()
      if (taken && random() < TWICE) await send()
      return taken
    }
    const tellOfReturn = until(
      () => sendTwice(() => deeds.tellOfReturn(bot?.url, episode)),
      () => {
        diary.push({ what: "returned", at: clock.now(), child, police, returnedAt })
        for (const due of deadlinesOf(returnedAt)) watchAt(due)
        interview(episode)
      }
    )
    let alertedAt = notifiedAt
    let pressedAt: Instant | undefined
    const acknowledge = until(
      async () => {
        // While the alert cannot be changed nobody sees whether their press was taken.
        const come =
          isSlackAway() || plan.limits.some(isNow) ? "not there" : await deeds.acknowledge(child, alertedAt, posted)
        if (come === "pressed") pressedAt = clock.now()
        return come === "done" || clock.now() > returnedAt
      },
      () => {
        if (pressedAt !== undefined) diary.push({ what: "acknowledged", at: pressedAt, child, police })
      }
    )
    const report = until(
      () => sendTwice(() => deeds.report(bot?.url, episode)),
      () => {
        alertedAt = clock.now()
        diary.push({ what: "notified", at: alertedAt, child, police })
        for (const climbing of climbingTimes(alertedAt, acknowledgedAt ?? returnedAt)) watchAt(climbing)
        if (acknowledgedAt !== undefined) enter(Math.max(acknowledgedAt, clock.now() + MINUTE), acknowledge)
        enter(Math.max(returnedAt, clock.now() + MINUTE), tellOfReturn)
      }
    )
    enter(notifiedAt, report)
  }
  for (const at of plan.restarts) enter(at, restart)
  for (const { from, until: back } of plan.clockJumps) {
    enter(from, async () => clock.setHostAhead(AHEAD_MS))
    enter(back, async () => clock.setHostAhead(0))
  }
  for (const { from, until: back } of [...plan.outages, ...plan.limits, ...plan.unreadableGroups]) {
    watchAt(from)
    watchAt(back)
  }
  for (const at of mornings(plan.begins, plan.ends)) watchAt(at)

  for (let due = agenda.shift(); due !== undefined && due.at < plan.ends; due = agenda.shift()) {
    await pass(due.at)
    busy()
    await due.act()
    options.progress?.(clock.now())
  }
  await pass(plan.ends)
  for (const planned of failures) planned.lift()
  // What is owed by now has an hour to be said in.
  await pass(addHours(plan.ends, 1))
  const directOf = new Map<string, string>()
  for (const id of Object.values(staffOf).flat()) {
    const direct = (await workspace.person(id).conversations()).find((conversation) => conversation["is_im"] === true)
    if (direct !== undefined) directOf.set(id, String(direct["id"]))
  }
  await bot?.stop()
  collect()
  rmSync(directory, { recursive: true, force: true })
  return {
    begins: plan.begins,
    ends: plan.ends,
    diary,
    posted,
    silences,
    directOf,
    failedCalls: hits(),
    restarts: plan.restarts.length
  }
}
