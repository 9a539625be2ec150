/** One long move of the clock is the same messages as many short ones, whatever falls due on the way. */

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addHours, formatInstant, Instant, utc } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import fc from "fast-check"
import { expect, test, vi } from "vitest"
import { playForward } from "../../src/clock/playForward.ts"
import { everybody } from "../../src/workspace/personas.ts"
import { openTraining, type Training } from "../../src/workspace/Training.ts"

vi.setConfig({ testTimeout: 240_000 })

/** Everything here falls due on a quarter of an hour, or a millisecond after one. */
const STEP = 15 * 60_000

interface Reported {
  readonly missingFor: number
  readonly isBack: boolean
}

interface Jump {
  readonly startsAt: Instant
  readonly hours: number
  readonly children: ReadonlyArray<Reported>
}

const jumps: fc.Arbitrary<Jump> = fc.record({
  // From a Thursday to a Tuesday: a night or a weekend lies in between.
  startsAt: fc.integer({ min: 0, max: 120 }).map((hours) => addHours(utc(2026, 11, 19, 7), hours)),
  hours: fc.integer({ min: 16, max: 30 }),
  children: fc.array(fc.record({ missingFor: fc.integer({ min: 1, max: 30 }), isBack: fc.boolean() }), {
    minLength: 1,
    maxLength: 3
  })
})

/** From Friday night into Monday. */
const overAWeekend: Jump = {
  startsAt: utc(2026, 11, 20, 20),
  hours: 62,
  children: [
    { missingFor: 4, isBack: false },
    { missingFor: 9, isBack: true }
  ]
}

const notify = ({ bot, intakeToken }: Training, body: Record<string, unknown>) =>
  Effect.promise(async () => {
    const { status } = await fetch(`${bot.url}/intake/notifications`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${intakeToken}` },
      body: JSON.stringify(body)
    })
    expect(status).toBe(202)
  })

const reportEach = Effect.fnUntraced(function* (training: Training, { startsAt, children }: Jump) {
  for (const [nth, { missingFor, isBack }] of children.entries()) {
    const child = { reference: `LCS-1070${nth}` }
    const common = { policeReference: `SYP-2026-T00070${nth}`, sentAt: formatInstant(startsAt), child }
    yield* notify(training, {
      ...common,
      kind: "missing",
      absence: "missing",
      missingFrom: "home",
      risk: "medium",
      missingAt: formatInstant(addHours(startsAt, -missingFor)),
      reportedAt: formatInstant(addHours(startsAt, -missingFor))
    })
    if (!isBack) continue
    // Who was alerted hears of the return: whether the alert went out before it must not hang on the machine's speed.
    yield* training.bot.sweep
    yield* notify(training, { ...common, kind: "returned", returnedAt: formatInstant(startsAt) })
  }
})

/** What everybody has been sent, by when, rounded up to a step. */
const sentTo = ({ workspace }: Training) =>
  Effect.promise(async () => {
    const lines: Array<string> = []
    for (const { id } of everybody) {
      const person = workspace.person(id)
      for (const { id: channel, is_im: isDirect } of await person.conversations()) {
        for (const { ts, text } of await person.messages(String(channel))) {
          const at = Instant(Math.ceil(Math.floor(Number(ts) * 1000) / STEP) * STEP)
          lines.push(`${isDirect === true ? id : channel} ${formatInstant(at)} ${text}`)
        }
      }
    }
    return [...new Set(lines)].toSorted()
  })

const afterMoving = (jump: Jump, move: (training: Training, until: Instant) => Effect.Effect<void, unknown>) =>
  Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "safe-return-jump-"))),
      (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
    )
    const training = yield* openTraining(join(folder, "training"), { at: jump.startsAt, caseload: "empty" })
    const { clock } = training
    const moved = Effect.gen(function* () {
      yield* clock.moveTo(Instant(Math.ceil(clock.now() / STEP) * STEP))
      yield* reportEach(training, { ...jump, startsAt: clock.now() })
      yield* training.bot.sweep
      yield* move(training, addHours(clock.now(), jump.hours))
      return yield* sentTo(training)
    })
    return yield* clock.standingStill(moved).pipe(Effect.provideService(Clock.Clock, clock.clock))
  }).pipe(Effect.scoped, Effect.runPromise)

const inOneJump = (jump: Jump) => afterMoving(jump, ({ clock, bot }, until) => playForward(clock, bot, until))

const inShortSteps = (jump: Jump) =>
  afterMoving(jump, ({ clock, bot }, until) =>
    Effect.gen(function* () {
      while (clock.now() < until) {
        yield* clock.moveTo(Instant(clock.now() + STEP))
        yield* bot.sweep
      }
    })
  )

test("a jump over nights and weekends sends what many short steps send, each at its time", async () => {
  let mornings = 0
  await fc.assert(
    fc.asyncProperty(jumps, async (jump) => {
      const jumped = await inOneJump(jump)
      expect(jumped).toEqual(await inShortSteps(jump))
      mornings += jumped.filter((line) => line.includes("T08:30:00.000Z This morning")).length
    }),
    { numRuns: 2, examples: [[overAWeekend]] }
  )
  // The property looks at something: mornings lie within the jumps.
  expect(mornings).toBeGreaterThan(0)
})
