/** A day of the simulated month, told of in a file: the proof that another channel needs no fork. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Casework, Notifications } from "@safe-return/casework"
import { isInOffice, makePlan, movableClock, type PlannedEpisode, staffOf } from "@safe-return/casework/testing"
import { type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, type Notification, PersonId, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { lowdbLayer } from "@safe-return/journal/files"
import { Outreach } from "@safe-return/outreach"
import { Effect, Layer, Option } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { consoleLayer } from "../src/consoleLayer.ts"
import { type Letter, readLetters } from "../src/LetterFile.ts"

const police = PersonId.make("police-intake")
const MINUTE = 60_000
const begins = utc(2026, 11, 10)
const ends = utc(2026, 11, 11, 6)

const plan = makePlan({ begins, days: 1, episodes: 12, restartsADay: 0, outages: 0, seed: 7 })

const named = ({ child, police: reference }: PlannedEpisode, sentAt: Instant) => ({
  policeReference: PoliceReference.make(reference),
  sentAt,
  child: { reference: ChildReference.make(child) }
})

const missingReport = (episode: PlannedEpisode): Notification => ({
  ...named(episode, episode.notifiedAt),
  kind: "missing",
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: episode.missingAt,
  reportedAt: episode.notifiedAt
})

const returnReport = (episode: PlannedEpisode): Notification => ({
  ...named(episode, episode.returnedAt),
  kind: "returned",
  returnedAt: episode.returnedAt
})

interface Step {
  readonly at: Instant
  readonly run: Effect.Effect<unknown, unknown, Casework | Notifications>
}

const receive = (notification: Notification) =>
  Effect.flatMap(Effect.service(Notifications), (notifications) => notifications.receive(notification, police))

/** By who answers at that hour. */
const acknowledge = ({ child, notifiedAt }: PlannedEpisode) =>
  Effect.gen(function* () {
    const role = isInOffice(notifiedAt) ? "missing-coordinator" : "out-of-hours-duty"
    const by = PersonId.make(staffOf[role][0] ?? "")
    const casework = yield* Casework
    const reference = ChildReference.make(child)
    const [episode] = (yield* casework.get(reference)).episodes
    if (episode === undefined) return
    yield* casework.execute(reference, { _tag: "AcknowledgeAlert", episodeId: episode.id, by, as: [role] }, by)
  })

const steps: ReadonlyArray<Step> = plan.episodes
  .flatMap(
    (episode): ReadonlyArray<Step> => [
      { at: episode.notifiedAt, run: receive(missingReport(episode)) },
      ...(episode.acknowledgedAt === undefined ? [] : [{ at: episode.acknowledgedAt, run: acknowledge(episode) }]),
      { at: episode.returnedAt, run: receive(returnReport(episode)) }
    ]
  )
  .filter(({ at }) => at < ends)
  .toSorted((one, other) => one.at - other.at)

let directory = ""
let letters: ReadonlyArray<Letter> = []

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "safe-return-console-"))
  const clock = movableClock(begins)
  const layer = consoleLayer({
    authority: "Made-up Council",
    policy: rotherham,
    roles: staffOf,
    letters: join(directory, "letters.ndjson")
  }).pipe(Layer.provide(lowdbLayer({ directory: join(directory, "records") })), Layer.provideMerge(clock.layer))
  const day = Effect.gen(function* () {
    const outreach = yield* Outreach
    /** Looks at each moment at which something falls due, as time would. */
    const passTimeTo = Effect.fnUntraced(function* (until: Instant) {
      for (;;) {
        const due = Option.getOrElse(yield* outreach.nextDue, () => ends)
        if (due >= until) break
        clock.moveTo(due)
        yield* outreach.catchUp
      }
      clock.moveTo(until)
    })
    yield* outreach.sweep
    for (const { at, run } of steps) {
      yield* passTimeTo(at)
      yield* run
      yield* outreach.sweep
    }
    yield* passTimeTo(ends)
  })
  await Effect.runPromise(Effect.scoped(Effect.provide(day, layer)))
  letters = readLetters(join(directory, "letters.ndjson"))
})

afterAll(() => rmSync(directory, { recursive: true }))

const about = ({ child }: PlannedEpisode, to: string) => letters.filter((one) => one.about === child && one.to === to)

/** Told on the rung's minute, and not where the alert was answered before. */
const expectClimb = (
  episode: PlannedEpisode,
  role: "team-manager" | "head-of-service",
  minutes: number,
  unansweredFor: number
) => {
  for (const each of staffOf[role]) {
    const [letter] = about(episode, each).filter(({ key }) => key.startsWith("ladder:"))
    const after = letter === undefined ? undefined : (letter.at - episode.notifiedAt) / MINUTE
    const what = `${each} hears of ${episode.child} after ${minutes} minutes`
    if (unansweredFor < minutes * MINUTE) expect(after, what).toBeUndefined()
    else if (unansweredFor > minutes * MINUTE) expect(after, what).toBe(minutes)
  }
}

describe("a day of the simulated month in a file of letters", () => {
  it("tells each person who must know of a child, once, in time and in plain words", () => {
    const reported = plan.episodes.filter(({ notifiedAt }) => notifiedAt < ends)
    expect(reported.length).toBeGreaterThan(5)
    for (const episode of reported) {
      const [card] = about(episode, "everybody")
      expect(card?.at, `${episode.child} is told of at once`).toBe(episode.notifiedAt)
      expect(card?.lines.join("\n")).toContain(episode.child)
      for (const each of staffOf["missing-coordinator"]) {
        expect(about(episode, each)[0]?.at, `${each} hears of ${episode.child} at once`).toBe(episode.notifiedAt)
      }
      const unansweredFor = Math.min(episode.acknowledgedAt ?? ends, episode.returnedAt) - episode.notifiedAt
      expectClimb(episode, "team-manager", 30, unansweredFor)
      expectClimb(episode, "head-of-service", 60, unansweredFor)
    }
    const firsts = letters.filter(({ number }, index) => letters.findIndex((one) => one.number === number) === index)
    const names = firsts.map(({ to, about: child, key }) => `${to} ${child} ${key}`)
    expect(new Set(names).size, "nothing is told twice").toBe(names.length)
    for (const { subject, lines } of letters)
      expect([subject, ...lines].join("\n")).not.toMatch(/<[@!#]|:[a-z_]+:|\*\w/)
  })
})
