/** That a notification was sent is in the audit before anything of it is recorded. */

import { Council, councilOn, Notifications } from "@safe-return/casework"
import { calendars, utc } from "@safe-return/domain/calendar"
import { AmbiguousReference, ChildReference, emptyChildState, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, type AuditEntry, JournalUnavailable, NotAudited } from "@safe-return/journal"
import { Effect, Logger, Option, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { receiveNotification } from "../../src/intake/receiveNotification.ts"

const notification = {
  kind: "missing",
  policeReference: "SYP-2026-0001234",
  sentAt: "2026-11-26T09:00:00Z",
  child: { reference: "LCS-10432" },
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: "2026-11-26T07:00:00Z",
  reportedAt: "2026-11-26T08:00:00Z"
}

type Resolve = Notifications["Service"]["resolveReferences"]
type Received = Effect.Success<ReturnType<Notifications["Service"]["receive"]>>

const nothingNew: Received = { events: [], state: emptyChildState, episode: Option.none() }

const receive = async (
  body: unknown,
  add: (entry: AuditEntry) => Effect.Effect<void, NotAudited>,
  resolveReferences: Resolve = Effect.succeed,
  answer: Effect.Effect<Received, JournalUnavailable> = Effect.succeed(nothingNew)
) => {
  const recorded: Array<unknown> = []
  const reply = await Effect.runPromise(
    receiveNotification(JSON.stringify(body), PersonId.make("police-intake")).pipe(
      Effect.provideService(Council, councilOn({ authority: "Made-up Council", policy: rotherham }, calendars)),
      Effect.provideService(Audit, Audit.of({ add, read: Stream.empty })),
      Effect.provideService(
        Notifications,
        Notifications.of({
          receive: (received) => Effect.tap(answer, () => Effect.sync(() => void recorded.push(received))),
          resolveReferences,
          isMissing: () => Effect.succeed(false),
          turnAway: () => Effect.void,
          moveToChild: () => Effect.die("nobody moves anything here")
        })
      ),
      Effect.provide(Logger.layer([]))
    )
  )
  return { status: reply.status, recorded, said: reply.body }
}

const heard = async (body: unknown) => {
  const entries: Array<AuditEntry> = []
  const { status } = await receive(body, (entry) => Effect.sync(() => void entries.push(entry)))
  return { status, entries: entries.map(({ at, ...entry }) => ({ ...entry, isNow: at > utc(2026, 1, 1) })) }
}

const sent = { by: "police-intake", act: "send-notification", isNow: true }

describe("the intake", () => {
  const taken = () => Effect.void

  it("reads a sender's own word as the policy says, and never as a child who is not missing", async () => {
    const { status, recorded } = await receive({ ...notification, absence: "Absent" }, taken)
    expect([status, recorded]).toMatchObject([200, [{ absence: "missing" }]])
    expect((await receive({ ...notification, absence: "gone" }, taken)).status).toBe(400)
  })

  it("answers as what a report was read that says a child is away from home", async () => {
    const { said, recorded } = await receive({ ...notification, absence: "away", missingFrom: "home" }, taken)
    expect(said).toMatchObject({ readAs: { absence: "missing" } })
    expect(recorded).toMatchObject([{ absence: "away" }])
    expect((await receive(notification, taken)).said).not.toHaveProperty("readAs")
  })

  it("writes down each notification that can be read, with the child it is about", async () => {
    expect(await heard(notification)).toEqual({
      status: 200,
      entries: [{ ...sent, child: "LCS-10432", outcome: "allowed" }]
    })
  })

  it("records the child on record, in whichever spelling the notification was sent", async () => {
    const onRecord = { reference: ChildReference.make("LCS-10432") }
    const entries: Array<AuditEntry> = []
    const { recorded } = await receive(
      { ...notification, child: { reference: "lcs\u201110432 " } },
      (entry) => Effect.sync(() => void entries.push(entry)),
      (sent) => Effect.succeed(sent.child.reference === "lcs-10432" ? { ...sent, child: onRecord } : sent)
    )
    expect(entries).toMatchObject([{ child: "LCS-10432", outcome: "allowed" }])
    expect(recorded).toMatchObject([{ child: { reference: "LCS-10432" } }])
  })

  it("records nothing where two children on record could be meant, and names both", async () => {
    const references = ["LCS-10432", "lcs-10432"]
    const refuse = () => Effect.fail(AmbiguousReference({ references }))
    const { status, recorded, said } = await receive(notification, taken, refuse)
    expect([status, recorded]).toEqual([409, []])
    expect(said).toMatchObject({ errors: [{ field: "child.reference" }] })
    expect(JSON.stringify(said)).toContain("Nothing was recorded. LCS-10432 and lcs-10432 are each on record")
  })

  it("writes down one that cannot be read as refused, and nothing of what stood in it", async () => {
    expect(await heard({ ...notification, child: { reference: "Zed Made-Up" } })).toEqual({
      status: 400,
      entries: [{ ...sent, outcome: "refused" }]
    })
  })

  it("records nothing and asks for it again when that cannot be written down", async () => {
    const full = () => Effect.fail(new NotAudited({ path: "/srv/audit", reason: "the disk is full" }))
    expect(await receive(notification, full)).toMatchObject({ status: 503, recorded: [] })
  })

  it("asks for a report again while the journal cannot be written", async () => {
    const away = Effect.fail(new JournalUnavailable({ path: "journal", reason: "no space left" }))
    const { status, recorded, said } = await receive(notification, taken, Effect.succeed, away)
    expect([status, recorded]).toEqual([503, []])
    expect(JSON.stringify(said)).toContain("Nothing was recorded, because our journal cannot be written. Send it again")
  })

  it("answers that news is kept for its report, or shown to people where the child has died", async () => {
    const news = { ...nothingNew, events: [{ _tag: "ChildDied" } as never] }
    const died = { ...news, state: { ...emptyChildState, death: {} as never } }
    const statusOf = async (received: Received) =>
      (await receive(notification, taken, Effect.succeed, Effect.succeed(received))).said
    expect(await statusOf(nothingNew)).toMatchObject({ status: "already recorded" })
    expect(await statusOf(news)).toMatchObject({ status: "kept until its missing notification" })
    expect(await statusOf(died)).toMatchObject({ status: "kept, and shown to people" })
  })
})
