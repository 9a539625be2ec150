/** Schools' returns over the real server: what is answered, kept and told, and that no name is kept. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Council, councilOn, EducationCasework, educationCaseworkLayer, NewIds } from "@safe-return/casework"
import { educationCasesInMemory, movableClock, pupil } from "@safe-return/casework/testing"
import { calendars, utc } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import { parseReferencePattern } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, EducationCases, JournalUnavailable } from "@safe-return/journal"
import { Incidents, RecordStanding } from "@safe-return/outreach"
import { Effect, Layer, Logger, ManagedRuntime, Result, Stream } from "effect"
import { RateLimiter } from "effect/persistence"
import fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { HttpServer } from "../../src/http/server.ts"
import { intakeTroubleLayer } from "../../src/intake/IntakeTrouble.ts"
import { openIntake } from "../../src/intake/openIntake.ts"
import { jsonReply } from "../../src/intake/Problem.ts"
import { takeSchoolReturn } from "../../src/intake/takeSchoolReturn.ts"
import { configurationFor } from "../endToEnd/trainingCouncil.ts"

const SCHOOL = "synthetic-school-token-for-tests"
const REFERRER = "synthetic-referrer-token-for-tests"
const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
const sendersFile = join(directory, "senders.json")
writeFileSync(
  sendersFile,
  JSON.stringify([
    { name: "made-up-academy", token: SCHOOL, perMinute: 1_000 },
    { name: "referrer", token: REFERRER, kinds: ["referral"], perMinute: 1 }
  ])
)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const deletion = (more: Readonly<Record<string, unknown>> = {}) => ({
  kind: "deletion",
  schoolReference: "SCH-4001-17",
  sentAt: "2026-11-30T09:00:00Z",
  child: { reference: "EDU-10432" },
  ground: "i",
  from: "2026-11-27",
  ...more
})

const unwritable = Layer.succeed(
  EducationCases,
  EducationCases.of({
    append: () => Effect.fail(new JournalUnavailable({ path: "journal", reason: "no space left" })),
    read: (child) => Effect.succeed({ child, version: 0, entries: [] }),
    pupils: Effect.succeed([])
  })
)

const openServer = async (kept = educationCasesInMemory) => {
  const audit: Array<unknown> = []
  const council = {
    authority: "Made-up",
    policy: rotherham,
    educationReferences: [Result.getOrThrow(parseReferencePattern("EDU-#####"))] as const
  }
  const { intake, ...rest } = configurationFor("http://127.0.0.1:1")
  const configuration = { ...rest, intake: { ...intake, sendersFile } }
  const layer = Layer.mergeAll(intakeTroubleLayer, HttpServer.layer(configuration)).pipe(
    Layer.provideMerge(RecordStanding.layer),
    Layer.provideMerge(Incidents.layer),
    Layer.provideMerge(RateLimiter.layer.pipe(Layer.provide(RateLimiter.layerStoreMemory))),
    Layer.provideMerge(Layer.succeed(Council, councilOn(council, calendars))),
    Layer.provideMerge(
      Layer.succeed(
        Audit,
        Audit.of({
          add: ({ by, act, child, outcome }) => Effect.sync(() => void audit.push([by, act, child, outcome])),
          read: Stream.empty
        })
      )
    ),
    Layer.provideMerge(educationCaseworkLayer),
    Layer.provideMerge(Layer.mergeAll(kept, NewIds.layer)),
    Layer.provideMerge(movableClock(utc(2026, 12, 1, 9)).layer),
    Layer.provideMerge(Logger.layer([]))
  )
  const runtime = ManagedRuntime.make(layer)
  const opened = Promise.withResolvers<string>()
  const stop = Promise.withResolvers<void>()
  const serving = Effect.gen(function* () {
    const take = () => Effect.succeed(jsonReply(202, { took: "a notification" }))
    const taken = yield* openIntake(configuration, take, takeSchoolReturn)
    opened.resolve(yield* (yield* HttpServer).serve({ intake: taken }))
    yield* Effect.promise(() => stop.promise)
  })
  const ended = runtime.runPromise(Effect.scoped(serving))
  const url = await opened.promise
  const send = async (body: unknown, token = SCHOOL, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${url}/intake/education`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body)
    })
    return { status: response.status, type: response.headers.get("content-type"), said: await response.json() }
  }
  const run = <A, E>(effect: Effect.Effect<A, E, EducationCasework | Incidents>) => runtime.runPromise(effect)
  return {
    send,
    audit,
    incidents: () => run(Effect.flatMap(Incidents, ({ open }) => open)),
    stateOf: (child = pupil) =>
      run(
        Effect.map(
          Effect.flatMap(EducationCasework, ({ file }) => file(child)),
          ({ state }) => state
        )
      ),
    everything: () => run(Effect.flatMap(EducationCasework, ({ files }) => files)),
    [Symbol.asyncDispose]: async () => {
      stop.resolve()
      await ended
      await runtime.dispose()
    }
  }
}

describe("a school's return", () => {
  it("of a deletion refers the child, and is answered with the case once it is kept", async () => {
    await using server = await openServer()
    const { status, said } = await server.send(deletion())
    const { cases } = await server.stateOf()
    expect([status, said]).toEqual([202, { caseId: cases[0]?.id, status: "referred" }])
    expect(cases).toMatchObject([{ source: "school", ground: "i" }])
    expect(server.audit).toEqual([["made-up-academy-intake", "send-education-return", "EDU-10432", "allowed"]])
  })

  it("that comes again is answered 200 with the same case, and nothing is recorded twice", async () => {
    await using server = await openServer()
    const first = await server.send(deletion())
    const before = await server.everything()
    const again = await server.send(deletion({ child: { reference: "edu-10432" } }))
    expect([again.status, again.said]).toEqual([200, { caseId: first.said.caseId, status: "already recorded" }])
    expect(await server.everything()).toEqual(before)
  })

  it.each<[string, Record<string, unknown>]>([
    ["another ground", { ground: "g" }],
    ["another first day", { from: "2026-11-26" }],
    ["another child", { child: { reference: "EDU-10433" } }]
  ])("under a reference that is on record with %s is answered 409, and told to people", async (_, more) => {
    await using server = await openServer()
    await server.send(deletion())
    const { status, type, said } = await server.send(deletion(more))
    expect([status, type]).toEqual([409, "application/problem+json"])
    expect(said.errors).toMatchObject([{ field: "schoolReference" }])
    expect(await server.everything()).toHaveLength(1)
    expect(await server.incidents()).toMatchObject([{ kind: "return-refused", duty: { team: "education" } }])
  })

  it("about a child with an open case is kept on that case", async () => {
    await using server = await openServer()
    const first = await server.send(deletion())
    const second = await server.send(deletion({ kind: "referral", schoolReference: "SCH-4002-3", ground: undefined }))
    expect([second.status, second.said]).toEqual([202, { caseId: first.said.caseId, status: "kept on the open case" }])
    expect((await server.stateOf()).cases).toHaveLength(1)
  })

  it("of ten days' absence is kept for people to look at, and opens no case", async () => {
    await using server = await openServer()
    const { ground: _, ...absence } = deletion({ kind: "ten-day-absence", from: "2026-11-16", to: "2026-11-27" })
    const { status, said } = await server.send(absence)
    expect([status, said]).toEqual([202, { caseId: null, status: "kept for people to look at" }])
    expect(await server.stateOf()).toMatchObject({ cases: [], returns: [{ kind: "ten-day-absence" }] })
  })

  it.each<[string, unknown, ReadonlyArray<string>]>([
    ["that is no JSON", "{", ["body"]],
    ["that is nothing in JSON", "null", ["body"]],
    ["of a kind nobody knows", deletion({ kind: "absence" }), ["kind"]],
    [
      "without its reference and child",
      { ...deletion(), schoolReference: undefined, child: undefined },
      ["schoolReference", "child"]
    ],
    ["that ends before it begins", deletion({ to: "2026-11-01" }), ["to"]],
    ["of days that have not come", deletion({ from: "2026-12-03", to: "2026-12-02" }), ["from", "to", "to"]],
    ["of ground i claimed on a Sunday", deletion({ from: "2026-11-29" }), ["from"]],
    ["with a ground nobody knows", deletion({ ground: "z" }), ["ground"]],
    ["with a day in words", deletion({ from: "last week" }), ["from"]],
    ["with a date of birth", deletion({ bornOn: "2015-03-12" }), ["bornOn"]],
    ["with a name beside it", deletion({ name: "Zed Madeup" }), ["name"]],
    ["with a name for a field", deletion({ "Zed Madeup": true }), ["body"]],
    ["with a name in the child", deletion({ child: { reference: "EDU-10432", surname: "Madeup" } }), ["child.surname"]],
    ["with a name for a reference", deletion({ child: { reference: "Zed Madeup" } }), ["child.reference"]],
    ["with a name and a digit for a reference", deletion({ child: { reference: "Madeup2" } }), ["child.reference"]],
    ["with a name for its own reference", deletion({ schoolReference: "Madeup2011" }), ["schoolReference"]],
    ["with a name in its reason", deletion({ reason: "Zed Madeup moved" }), ["reason"]]
  ])("%s is answered by its fields, told to people, and not kept", async (_, body, fields) => {
    await using server = await openServer()
    const { status, type, said } = await server.send(body)
    expect([status, type]).toEqual([400, "application/problem+json"])
    expect(said.errors.map(({ field }: { field: string }) => field)).toEqual(fields)
    expect(await server.everything()).toEqual([])
    const incidents = await server.incidents()
    expect(incidents).toMatchObject([{ kind: "return-refused", duty: { team: "education" } }])
    expect(JSON.stringify([said, incidents, server.audit])).not.toMatch(/Zed|Madeup|2015-03/)
    expect(server.audit).toEqual([["made-up-academy-intake", "send-education-return", undefined, "refused"]])
  })

  it("that was refused is dealt with once it comes again and is taken", async () => {
    await using server = await openServer()
    await server.send(deletion({ ground: "z" }))
    expect(await server.incidents()).toHaveLength(1)
    await server.send(deletion())
    expect(await server.incidents()).toEqual([])
  })

  it("is answered 503 while nothing can be kept, and told to people", async () => {
    await using server = await openServer(unwritable)
    expect(await server.send(deletion())).toMatchObject({ status: 503, type: "application/problem+json" })
    expect(await server.incidents()).toMatchObject([{ kind: "return-refused" }])
  })

  it("that is no JSON by its type is answered 415, and told to the education team", async () => {
    await using server = await openServer()
    expect((await server.send(deletion(), SCHOOL, { "content-type": "text/plain" })).status).toBe(415)
    expect(await server.incidents()).toMatchObject([{ kind: "return-refused" }])
  })

  it("too large is answered 413", async () => {
    await using server = await openServer()
    expect((await server.send(" ".repeat(300_000))).status).toBe(413)
  })
})

describe("a sender of returns", () => {
  it("without a token that we know is answered 401", async () => {
    await using server = await openServer()
    expect((await server.send(deletion(), "a-synthetic-token-of-nobody")).status).toBe(401)
    expect(await server.everything()).toEqual([])
  })

  it("may send its own kinds alone, and beyond its rate is told when to send again", async () => {
    await using server = await openServer()
    expect((await server.send(deletion(), REFERRER)).status).toBe(403)
    const referral = (number: number) => {
      const { ground: _, ...rest } = deletion({ kind: "referral", schoolReference: `SCH-${number}` })
      return rest
    }
    expect((await server.send(referral(1), REFERRER)).status).toBe(202)
    expect((await server.send(referral(2), REFERRER)).status).toBe(429)
    expect((await server.incidents()).map(({ kind }) => kind)).toEqual(["return-refused", "sender-limited"])
  })
})

it("returns of several children come to the same in any order, however often each is sent", async () => {
  const all = [1, 2, 3].flatMap((child) =>
    ["deletion", "referral", "ten-day-absence"].map((kind, at) => ({
      kind,
      schoolReference: `SCH-${child}-${at}`,
      sentAt: `2026-11-${20 + at}T09:00:00Z`,
      child: { reference: `EDU-1043${child}` },
      from: `2026-11-${16 + at}`
    }))
  )
  const outcomeOf = async (returns: ReadonlyArray<unknown>) => {
    await using server = await openServer()
    for (const one of returns) expect((await server.send(one)).status).toBeLessThan(300)
    const files = (await server.everything()).toSorted((a, b) => (a.child < b.child ? -1 : 1))
    return files.map(({ child, state: { cases, returns: kept = [] } }) => [
      PupilReference.make(child),
      cases.map(({ id: _, ...one }) => one),
      kept.map(({ caseId, ...one }) => ({ ...one, isOnCase: caseId !== undefined }))
    ])
  }
  const usual = await outcomeOf(all)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), async (returns) => {
      expect(await outcomeOf(returns)).toEqual(usual)
    }),
    { numRuns: 8 }
  )
})
