/** Some days of the month that `simulated-month` lives through whole, and whether a fault of the bot's would be found. */

import { makePlan, type PlannedEpisode, type Span, staffOf } from "@safe-return/casework/testing"
import { addHours, Instant, utc } from "@safe-return/domain/calendar"
import { Deliveries, type Delivery } from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { isOverdueList, reckon } from "../../trials/simulatedMonth/reckoning.ts"
import { runMonth } from "../../trials/simulatedMonth/runMonth.ts"

const begins = utc(2026, 11, 2)
/** The whole month's plan leaves a child a week between two disappearances; here a child goes at once again. */
const threeTimes = [22, 38, 54].map(
  (hours, index): PlannedEpisode => ({
    child: "LCS-30000",
    police: `SYP-2026-R00000${index}`,
    missingAt: addHours(begins, hours - 1),
    notifiedAt: addHours(begins, hours),
    returnedAt: addHours(begins, hours + 1),
    interviewer: ""
  })
)
type Keeping = typeof Deliveries.Service
type Kept = Parameters<NonNullable<Parameters<typeof runMonth>[0]["broken"]>>[0]

/** The bot with something wrong between it and what keeps its deliveries. */
const withBroken =
  (breaking: (deliveries: Keeping) => Keeping) =>
  (kept: Kept): Kept =>
    Layer.effect(Deliveries, Effect.map(Effect.service(Deliveries), breaking)).pipe(Layer.provideMerge(kept))

/** How much of the month is lived through, how many messages of each kind fall due in it at least, and how long Slack is away, or limits. */
const part = isAtLength
  ? { days: 5, episodes: 16, atLeast: 4, outage: 70 * 60_000 }
  : { days: 5, episodes: 8, atLeast: 1, outage: 10 * 60_000 }

test("with Slack failing, limited and away and two restarts a day all is said once, in time", async () => {
  const plan = makePlan({ begins, ...part, restartsADay: 2, outages: 1, limits: 1, seed: 58 })
  const episodes = [...plan.episodes, ...threeTimes]
  const shortened = (spans: ReadonlyArray<Span>) =>
    spans.map(({ from, until }) => ({ from, until: Instant(Math.min(until, from + part.outage)) }))
  const outages = shortened(plan.outages)
  const limits = shortened(plan.limits)
  const lived = await runMonth({ plan: { ...plan, episodes, outages, limits }, slackFails: 0.05, seed: 58 })
  const { expected, ...found } = reckon(lived)
  expect(found).toEqual({ lost: [], late: [], twice: [], uncalledFor: [] })
  expect(lived.failedCalls).toBeGreaterThan(10)
  expect(lived.restarts).toBe(2 * part.days)
  for (const kind of [
    "card",
    "unanswered alert",
    "alert that rings again",
    "all clear",
    "interviewer told",
    "reminder",
    "interviewer's reminder",
    "overdue on the list",
    "overdue in the interviewer's morning",
    "overdue in a manager's morning",
    "overdue in a co-ordinator's morning",
    "manager's morning",
    "morning summary"
  ]) {
    expect([kind, (expected.get(kind) ?? 0) >= part.atLeast]).toEqual([kind, true])
  }

  const [list, ...others] = lived.posted.filter(isOverdueList)
  if (list === undefined) throw new Error("nothing was overdue")
  const named = list.text.match(/\*LCS-\d+\*/g)?.length ?? 0
  const rest = lived.posted.filter((message) => message !== list)
  expect(reckon({ ...lived, posted: rest }).lost, "a list that is not said").toHaveLength(named)
  const blanked = { ...list, text: list.text.replace(/\*LCS-\d+\*/, "*LCS-0*") }
  expect(reckon({ ...lived, posted: [...rest, blanked] }).lost, "an interview that is not on it").toHaveLength(1)
  const again = reckon({ ...lived, posted: [...lived.posted, list] })
  expect([again.twice, again.uncalledFor].map(({ length }) => length)).toEqual([1, named])
  const late = { ...list, at: Instant(list.at + 120_000) }
  expect(reckon({ ...lived, posted: [...rest, late] }).late, "a list that is late").toHaveLength(named)
  expect(new Set([list, ...others].map(({ channel }) => channel)).size, "the list is the channel's alone").toBe(1)

  const incident = lived.posted.find(({ key }) => key.startsWith("incident:"))
  if (incident === undefined) throw new Error("nobody was told that Slack was away")
  expect(reckon({ ...lived, posted: [...lived.posted, incident] }).twice, "an incident opened twice").toHaveLength(1)

  expect(expected.get("repeat alert")).toBe(1)
  const repeat = lived.posted.find(({ text }) => text.includes("3 missing episodes in 30 days"))
  if (repeat === undefined) throw new Error("nobody was told of the third time")
  const without = lived.posted.filter((message) => message !== repeat)
  expect(reckon({ ...lived, posted: without }).lost, "a third time that is not said").toHaveLength(1)
  const early = { ...repeat, at: Instant(repeat.at - 3_600_000) }
  expect(reckon({ ...lived, posted: [...without, early] }).uncalledFor, "said before").toHaveLength(1)
  for (const wrong of [
    { text: repeat.text.replace("3 missing episodes", "2 missing episodes") },
    { channel: lived.directOf.get(staffOf["team-manager"][0] ?? "") ?? "" }
  ]) {
    expect(reckon({ ...lived, posted: [...lived.posted, { ...repeat, ...wrong }] }).uncalledFor).toHaveLength(1)
  }
}, 480_000)

const twoDays = makePlan({ begins, days: 2, episodes: 2, restartsADay: 0, outages: 0, seed: 5 })

/** Administrators' counts are no part of the reckoning, and of what rings each hour the next takes the place of the last. */
const isReckoned = ({ key }: Delivery): boolean => !key.startsWith("counts:") && !key.includes(":again-")

test("a bot that forgets once that it has said something is found out, message by message", async () => {
  const forgotten = new Set<string>()
  const broken = withBroken((deliveries) => ({
    ...deliveries,
    claim: () => Effect.succeed({ _tag: "Won", before: undefined }),
    keep: (about, delivery) =>
      delivery._tag === "Sent" &&
      isReckoned(delivery) &&
      forgotten.size < forgotten.add(`${about} ${delivery.key}`).size
        ? Effect.void
        : deliveries.keep(about, delivery)
  }))
  const { twice } = reckon(await runMonth({ plan: twoDays, slackFails: 0, seed: 5, broken }))
  expect(forgotten.size).toBeGreaterThan(10)
  expect(twice).toHaveLength(forgotten.size)
}, 480_000)

test("a bot that takes for said what it did not say is found out, message by message", async () => {
  const withheld = new Map<string, Map<string, Delivery>>()
  const broken = withBroken((deliveries) => ({
    ...deliveries,
    of: (about) =>
      Effect.map(deliveries.of(about), (kept) => new Map([...kept, ...(withheld.get(about) ?? new Map())])),
    claim: (about, { claimedAt: at, key }) => {
      const by: Delivery = { _tag: "Superseded", key, by: "nothing", at }
      withheld.set(about, new Map([...(withheld.get(about) ?? []), [key, by]]))
      return Effect.succeed({ _tag: "Held", by })
    }
  }))
  const { expected, lost } = reckon(await runMonth({ plan: twoDays, slackFails: 0, seed: 5, broken }))
  const all = [...expected.values()].reduce((sum, count) => sum + count, 0)
  expect(all).toBeGreaterThan(10)
  expect(lost).toHaveLength(all)
}, 480_000)
