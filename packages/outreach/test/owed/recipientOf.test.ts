import { Instant } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { claimedOver, claimOf, Deliveries, type Delivery } from "@safe-return/journal"
import { type Transport, Transports } from "@safe-return/outreach"
import { KnownDeliveries, makeSender, once, Revisions, StartBacklog } from "@safe-return/outreach/testing"
import { Effect, Option } from "effect"
import { expect, it } from "vitest"
import { includeExistingRecipients } from "../../src/owed/OwedMessage.ts"
import { recipientOf } from "../../src/owed/recipientOf.ts"

const CHILD = ChildReference.make("LCS-1")
const KEY = "alert:episode-1:1"
const [inSlack, byMail] = [PersonId.make("U0WORKER"), PersonId.make("worker@council.example")]

/** What is on record after an alert was sent to the person. */
const sentTo = (person: PersonId): ReadonlyMap<string, Delivery> => {
  const delivered = new Map<string, Delivery>()
  const transport: Transport = {
    name: "either",
    addressOf: () => Effect.succeed({ channel: "C1" }),
    find: () => Effect.undefined,
    post: () => Effect.succeed("1"),
    change: () => Effect.void,
    fingerprintOf: () => "words"
  }
  const deliveries = Deliveries.of({
    of: () => Effect.succeed(delivered),
    claim: (_, asked) =>
      Effect.sync(() => {
        const before = delivered.get(asked.key)
        delivered.set(asked.key, claimedOver(before, asked))
        return claimOf(before, asked)
      }),
    keep: (_, delivery) => Effect.sync(() => void delivered.set(delivery.key, delivery)),
    undelivered: Effect.succeed([]),
    announceFrom: Effect.succeed,
    shadows: Effect.succeed([]),
    changeShadows: () => Effect.succeed([]),
    shadowedSince: () => Effect.succeed([])
  })
  const carriers = Transports.of({ of: () => transport })
  const sender = makeSender({ deliveries, carriers, instance: "us", atStart: new StartBacklog(Instant(0), []) })
  const owed = once(`${KEY}:${person}`, { _tag: "Person", person }, () => ({ _tag: "WithheldAlert" }), "alert")
  Effect.runSync(sender.send(owed, new KnownDeliveries(CHILD, new Map(), new Revisions())))
  return delivered
}

it.each([inSlack, byMail])("an alert that was sent to %s is seen as theirs", (person) => {
  const delivered = sentTo(person)
  expect(includeExistingRecipients({ delivered }, KEY, [])).toEqual([person])
  expect(includeExistingRecipients({ delivered }, "alert:episode-1:2", [])).toEqual([])
})

it("a record of Slack is kept as earlier versions read it", () => {
  const [slack, mail] = [inSlack, byMail].map((person) => Option.fromNullishOr(sentTo(person).get(`${KEY}:${person}`)))
  expect(Option.getOrThrow(slack ?? Option.none())).not.toHaveProperty("recipient")
  expect(Option.getOrThrow(mail ?? Option.none())).toMatchObject({ recipient: byMail })
})

it("a message to no single person, or that was not sent, has no recipient", () => {
  const sent = { _tag: "Sent", channel: "C1", ts: "1", fingerprint: "", sentAt: Instant(0) } as const
  expect(recipientOf({ ...sent, key: "card:episode-1" })).toBeUndefined()
  expect(recipientOf({ _tag: "Superseded", key: `${KEY}:${inSlack}`, by: "another", at: Instant(0) })).toBeUndefined()
})
