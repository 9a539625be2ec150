/** What a sender is answered, and what people are told of it: nobody's report is refused in silence. */

import { Council, councilOn, Notifications, PersonalReference, PoliceReferenceElsewhere } from "@safe-return/casework"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, calendars, formatInstant, utc } from "@safe-return/domain/calendar"
import {
  AmbiguousReference,
  ChildReference,
  decide,
  EpisodeId,
  emptyChildState,
  PersonId
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit } from "@safe-return/journal"
import { Incidents } from "@safe-return/outreach"
import { Clock, Effect, Layer, Logger, ManagedRuntime, Option, Result, Stream } from "effect"
import { RateLimiter } from "effect/persistence"
import { describe, expect, it } from "vitest"
import { IntakeTrouble, intakeTroubleLayer } from "../../src/intake/IntakeTrouble.ts"
import type { Sender } from "../../src/intake/SenderBook.ts"
import { takeNotification } from "../../src/intake/takeNotification.ts"

const morning = utc(2026, 11, 27, 10)
const MINUTE = 1 / 60

const notification = (more: Record<string, unknown> = {}) => ({
  kind: "missing",
  policeReference: "SYP-2026-0001234",
  sentAt: formatInstant(morning),
  child: { reference: "LCS-10432" },
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: formatInstant(addHours(morning, -2)),
  reportedAt: formatInstant(addHours(morning, -1)),
  ...more
})

const found = () => ({
  kind: "found",
  policeReference: "SYP-2026-0001234",
  sentAt: formatInstant(morning),
  child: { reference: "LCS-10432" },
  foundAt: formatInstant(morning)
})

const police: Sender = { name: "police", by: PersonId.make("police-intake"), perMinute: 3 }

type Receive = Notifications["Service"]["receive"]
const taken: Receive = () =>
  Effect.succeed({ events: [{ _tag: "ChildDied" } as never], state: emptyChildState, episode: Option.none() })

const openIntake = (
  receive: Receive = taken,
  missing: ReadonlyArray<string> = [],
  resolveReferences: Notifications["Service"]["resolveReferences"] = Effect.succeed
) => {
  const clock = movableClock(morning)
  const audit: Array<unknown> = []
  const layer = intakeTroubleLayer.pipe(
    Layer.provideMerge(Incidents.layer),
    Layer.provideMerge(RateLimiter.layer.pipe(Layer.provide(RateLimiter.layerStoreMemory))),
    Layer.provideMerge(Layer.succeed(Council, councilOn({ authority: "Made-up", policy: rotherham }, calendars))),
    Layer.provideMerge(
      Layer.succeed(
        Audit,
        Audit.of({ add: ({ by, outcome }) => Effect.sync(() => void audit.push([by, outcome])), read: Stream.empty })
      )
    ),
    Layer.provideMerge(
      Layer.succeed(
        Notifications,
        Notifications.of({
          resolveReferences,
          isMissing: (child) => Effect.succeed(missing.includes(child)),
          receive,
          turnAway: () => Effect.void,
          moveToChild: () => Effect.die("nobody moves anything here")
        })
      )
    ),
    Layer.provideMerge(
      Layer.succeed(Clock.Clock, {
        ...clock.clock,
        monotonicTimeNanosUnsafe: clock.clock.currentTimeNanosUnsafe,
        monotonicTimeNanos: clock.clock.currentTimeNanos
      })
    ),
    Layer.provideMerge(Logger.layer([]))
  )
  const runtime = ManagedRuntime.make(layer)
  const send = (body: unknown, sender: Sender = police) =>
    runtime.runPromise(takeNotification(sender, Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))))
  const incidents = () => runtime.runPromise(Effect.flatMap(Incidents, ({ open }) => open))
  const unknown = (looksLikeReport: boolean) =>
    runtime.runPromise(Effect.flatMap(IntakeTrouble, ({ unknownSender }) => unknownSender(looksLikeReport)))
  const answer = (by: string) =>
    runtime.runPromise(
      Effect.flatMap(Incidents, ({ answer, open }) =>
        Effect.flatMap(open, (all) =>
          Effect.forEach(all, (one) => answer(one, "The police were rung.", PersonId.make(by)))
        )
      )
    )
  const reported = (child: string, isHighRisk = false) =>
    runtime.runPromise(
      Effect.flatMap(IntakeTrouble, (trouble) =>
        trouble.reported("police", { child: ChildReference.make(child), isHighRisk })
      )
    )
  return { send, incidents, unknown, reported, answer, clock, audit, [Symbol.asyncDispose]: () => runtime.dispose() }
}

describe("a refused report", () => {
  const bytes = (text: string) => Buffer.from(text)
  it.each<[string, unknown, number, string]>([
    ["with a grade nobody knows", notification({ risk: "extreme" }), 400, "risk"],
    ["that is no JSON", bytes("{"), 400, "body"],
    ["that is nothing in JSON", bytes("null"), 400, "body"],
    ["that is a number in JSON", bytes("5"), 400, "body"],
    ["in UTF-16", Buffer.from(`\uFEFF${JSON.stringify(notification())}`, "utf16le"), 400, "body"],
    ["in UTF-16 without a mark", Buffer.from(JSON.stringify(notification()), "utf16le"), 400, "body"],
    ["in another encoding", Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]), 400, "body"],
    ["of a year of five digits", notification({ missingAt: "12026-11-26T07:00:00Z" }), 400, "missingAt"],
    ["of a kind nobody knows", notification({ kind: "vanished" }), 400, "kind"],
    ["without a kind", notification({ kind: undefined }), 400, "kind"],
    ["that is news of a risk, with a grade nobody knows", notification({ kind: "updated", risk: "x" }), 400, "risk"]
  ])("%s is answered by its field, and people are told to ring the police", async (_, body, status, field) => {
    await using intake = openIntake()
    const reply = await intake.send(body)
    expect(reply).toMatchObject({ status, body: { errors: [{ field }] } })
    const [incident, ...more] = await intake.incidents()
    expect(more).toEqual([])
    expect(incident).toMatchObject({
      kind: "report-refused",
      place: "police 2026-11-27T10:00:00.000Z",
      duty: { inChannel: true }
    })
    expect(incident?.duty?.sentence).toContain("A report could not be taken: ring the police.")
    expect(JSON.stringify(incident)).not.toMatch(/LCS|SYP|extreme|vanished/)
  })

  it("is told whatever it is refused for, as where it has a name for a reference", async () => {
    const nothing = { _tag: "RecordFound", episodeId: EpisodeId.make("none"), foundAt: morning } as const
    const refused = Result.getOrThrow(Result.flip(decide(emptyChildState, nothing, { now: morning })))
    for (const refusal of [refused, new PersonalReference({ looksLike: "name" })]) {
      await using intake = openIntake(() => Effect.fail(refusal))
      expect((await intake.send(notification({ risk: "high" }))).status).toBeGreaterThanOrEqual(400)
      expect(await intake.incidents()).toMatchObject([{ kind: "report-refused" }])
    }
  })

  it("is told where it is news of the risk, which may say that a child is missing", async () => {
    await using intake = openIntake(() => Effect.fail(new PersonalReference({ looksLike: "name" })))
    const { policeReference, sentAt, child } = notification()
    expect((await intake.send({ kind: "updated", policeReference, sentAt, child, risk: "high" })).status).toBe(400)
    expect(await intake.incidents()).toMatchObject([{ kind: "report-refused" }])
  })

  it("is told where two children on record could be meant", async () => {
    const refuse = () => Effect.fail(AmbiguousReference({ references: ["LCS-1", "lcs-1"] }))
    await using intake = openIntake(taken, [], refuse)
    expect((await intake.send(notification())).status).toBe(409)
    const incidents = await intake.incidents()
    expect(incidents).toMatchObject([{ kind: "report-refused" }])
    expect(JSON.stringify(incidents)).not.toMatch(/lcs/i)
  })

  it("rings until a person answers where it came under another child's police reference", async () => {
    await using intake = openIntake(() => Effect.fail(new PoliceReferenceElsewhere()))
    expect((await intake.send(notification())).status).toBe(409)
    expect((await intake.send({ ...found(), child: { reference: "LCS-60001" } })).status).toBe(409)
    intake.clock.moveTo(addHours(morning, 24))
    await intake.send(found())
    expect(await intake.incidents()).toMatchObject([
      {
        kind: "news-elsewhere",
        what: expect.not.stringContaining("LCS"),
        duty: { sentence: expect.stringContaining("news of LCS-10432, LCS-60001"), untilAnswered: true }
      }
    ])
  })

  it("is told of a sender in one message with a count, which rings again with what comes later", async () => {
    await using intake = openIntake()
    for (let sent = 0; sent < 3; sent += 1) {
      await intake.send(notification({ risk: "extreme" }))
      intake.clock.moveTo(addHours(intake.clock.now(), MINUTE))
    }
    expect(await intake.incidents()).toMatchObject([{ what: expect.stringContaining("3 reports"), times: 3 }])
    intake.clock.moveTo(addHours(morning, 10 * MINUTE))
    await intake.send(notification({ risk: "extreme" }))
    expect(await intake.incidents()).toMatchObject([
      {
        place: "police 2026-11-27T10:00:00.000Z",
        what: expect.stringMatching(/^4 reports/),
        duty: { ringsAgain: true }
      }
    ])
  })

  it("is not over by time alone, nor by another report, but once it comes again and is taken", async () => {
    await using intake = openIntake()
    const other = notification({ child: { reference: "LCS-20002" }, policeReference: "SYP-2026-0000002" })
    await intake.send(notification({ missingAt: formatInstant(addHours(morning, 1)), risk: "extreme" }))
    intake.clock.moveTo(addHours(morning, MINUTE))
    await intake.send({ ...other, risk: "extreme" })
    intake.clock.moveTo(addHours(morning, 24))
    const waits = async () => (await intake.incidents()).map(({ what }) => what.slice(0, 9))
    expect(await waits()).toEqual(["2 reports"])
    await intake.send(notification({ child: { reference: "LCS-30003" }, policeReference: "SYP-2026-0000003" }))
    expect(await waits()).toEqual(["2 reports"])
    await intake.send(notification())
    expect(await waits()).toEqual(["1 report "])
    await intake.send(other)
    expect(await waits()).toEqual([])
  })

  it("that nobody can read stands until a person answers it, and what comes after is news", async () => {
    await using intake = openIntake()
    await intake.send(bytes("{"))
    await intake.send(notification())
    expect(await intake.incidents()).toHaveLength(1)
    await intake.answer("U0MASH")
    expect(await intake.incidents()).toEqual([])
    intake.clock.moveTo(addHours(morning, MINUTE))
    await intake.send(bytes("{"))
    expect(await intake.incidents()).toMatchObject([{ what: expect.stringMatching(/^1 report /), times: 1 }])
  })

  it("is told of with a new count once in five seconds, however many come", async () => {
    await using intake = openIntake()
    const refused = notification({ risk: "extreme" })
    await intake.send(refused)
    await intake.send(refused)
    expect(await intake.incidents()).toMatchObject([{ what: expect.stringContaining("1 report "), times: 1 }])
    intake.clock.moveTo(addHours(morning, MINUTE))
    await intake.send(refused)
    expect(await intake.incidents()).toMatchObject([{ what: expect.stringContaining("3 reports "), times: 2 }])
  })

  it("is told of a find that cannot be, until the find itself is sent rightly", async () => {
    await using intake = openIntake()
    await intake.send(notification())
    expect((await intake.send({ ...found(), foundAt: "soon" })).status).toBe(400)
    expect(await intake.incidents()).toMatchObject([
      {
        kind: "report-refused",
        duty: { sentence: expect.stringContaining("is missing, or who was found, and is not") }
      }
    ])
    await intake.send(notification({ risk: "high" }))
    expect(await intake.incidents()).toHaveLength(1)
    await intake.send(found())
    expect(await intake.incidents()).toEqual([])
  })

  it("is not told of a cancellation: the child is looked for until it is sent rightly", async () => {
    await using intake = openIntake()
    const { foundAt: _, ...named } = found()
    expect((await intake.send({ ...named, kind: "cancelled", sentAt: "soon" })).status).toBe(400)
    expect(await intake.incidents()).toEqual([])
  })
})

describe("a report that is taken", () => {
  it("may begin with a byte order mark", async () => {
    await using intake = openIntake()
    expect((await intake.send(Buffer.from(`\uFEFF${JSON.stringify(notification())}`))).status).toBe(202)
    expect(await intake.incidents()).toEqual([])
  })

  it("is in the audit under its sender's name", async () => {
    await using intake = openIntake()
    await intake.send(notification(), { ...police, name: "mash", by: PersonId.make("mash-intake") })
    expect(intake.audit).toEqual([["mash-intake", "allowed"]])
  })
})

describe("a sender", () => {
  it("without the right to send a kind is answered 403, but a missing child is still told of", async () => {
    await using intake = openIntake()
    const caseSystem: Sender = { ...police, name: "case-system", kinds: ["returned"] }
    expect((await intake.send(found(), caseSystem)).status).toBe(403)
    expect(await intake.incidents()).toEqual([])
    expect((await intake.send(notification(), caseSystem)).status).toBe(403)
    expect(await intake.incidents()).toMatchObject([
      { kind: "report-refused", place: "case-system 2026-11-27T10:00:00.000Z" }
    ])
  })

  it("beyond its rate is told when to send news again, and administrators hear of it", async () => {
    await using intake = openIntake()
    for (let sent = 0; sent < 3; sent += 1) expect((await intake.send(found())).status).toBe(202)
    const reply = await intake.send(found())
    expect(reply).toMatchObject({ status: 429, retryAfterSeconds: 20 })
    const [limited, ...more] = await intake.incidents()
    expect(more).toEqual([])
    expect(limited).toMatchObject({ kind: "sender-limited", place: expect.stringMatching(/^police 2026/) })
    expect(limited?.what).toContain(
      "The sender police sends more than its 3 notifications a minute: 1 notification beyond it"
    )
    expect(limited?.remedy).toContain("New reports of missing children are taken all the same")
    const mash = { ...police, name: "mash" }
    expect((await intake.send(found(), mash)).status).toBe(202)
    intake.clock.moveTo(addHours(morning, MINUTE))
    expect((await intake.send(found())).status).toBe(202)
  })

  it("beyond its rate still reports every child who is not on record as missing", async () => {
    await using intake = openIntake(taken, ["LCS-1"])
    for (let sent = 0; sent < 3; sent += 1) await intake.send(found())
    expect((await intake.send(notification())).status).toBe(202)
    expect((await intake.send(notification({ child: { reference: "LCS-1" } }))).status).toBe(429)
  })

  it("that reports many children within a minute brings one list, those at high risk first", async () => {
    await using intake = openIntake()
    for (let child = 1; child <= 5; child += 1) {
      await intake.send(notification({ child: { reference: `LCS-${child}` } }))
    }
    expect((await intake.incidents()).filter(({ kind }) => kind === "many-reported")).toEqual([])
    await intake.send(notification({ child: { reference: "LCS-6" }, risk: "high" }))
    const [burst] = (await intake.incidents()).filter(({ kind }) => kind === "many-reported")
    expect(burst?.what).not.toContain("LCS")
    expect(burst?.duty).toMatchObject({ inChannel: true })
    expect(burst?.duty?.sentence).toContain("6 children were reported missing by the sender police")
    expect(burst?.duty?.sentence).toContain("LCS-6 (high risk), LCS-1, LCS-2")
  })

  it("that goes on after many children has each in the list for ten minutes, then no list of one", async () => {
    await using intake = openIntake()
    const lists = async () => (await intake.incidents()).filter(({ kind }) => kind === "many-reported")
    for (let child = 1; child <= 6; child += 1) await intake.reported(`LCS-${child}`)
    intake.clock.moveTo(addHours(morning, 2 * MINUTE))
    await intake.reported("LCS-7")
    expect((await lists())[0]?.duty?.sentence).toContain("LCS-6, LCS-7.")
    intake.clock.moveTo(addHours(morning, 10 * MINUTE))
    await intake.reported("LCS-8")
    expect(await lists()).toHaveLength(1)
    expect((await lists())[0]?.what).toContain("7 children")
  })

  it("that reports more children than a message holds has a list that says how many more", async () => {
    await using intake = openIntake()
    for (let child = 100; child < 400; child += 1) await intake.reported(`LCS-10${child}`)
    intake.clock.moveTo(addHours(morning, MINUTE))
    await intake.reported("LCS-10400", true)
    const [list] = (await intake.incidents()).filter(({ kind }) => kind === "many-reported")
    expect(list?.duty?.sentence).toMatch(/: LCS-10400 \(high risk\), LCS-10100, .* and 121 more\./)
    expect(list?.duty?.sentence.length).toBeLessThan(3_000)
  })

  it("that reports children one by one over minutes brings no list", async () => {
    await using intake = openIntake()
    for (let child = 1; child <= 12; child += 1) {
      await intake.send(notification({ child: { reference: `LCS-${child}` } }))
      intake.clock.moveTo(addHours(intake.clock.now(), MINUTE))
    }
    expect(await intake.incidents()).toEqual([])
  })

  it("whose request names no secret is told of at the tenth time, never to the channel", async () => {
    await using intake = openIntake()
    for (let sent = 0; sent < 9; sent += 1) await intake.unknown(false)
    expect(await intake.incidents()).toEqual([])
    await intake.unknown(false)
    const [incident] = await intake.incidents()
    expect(incident).toMatchObject({ kind: "sender-limited", what: expect.stringContaining("10 requests") })
    expect(incident?.duty).toBeUndefined()
  })

  it("whose report has a wrong token is told of at once to administrators, never to the channel", async () => {
    await using intake = openIntake()
    await intake.unknown(true)
    const [incident] = await intake.incidents()
    expect(incident).toMatchObject({ kind: "sender-limited", what: expect.stringContaining("1 request to the intake") })
    expect(incident?.duty).toBeUndefined()
  })
})
