/** What is behind a message, by the delivery key it carries, or behind the latest that happened. */
import type { ChildReference } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import type { JsonObject } from "@safe-return/slack-testkit"
import { inCouncilWords } from "@safe-return/wording"
import { Effect } from "effect"
import type { MomentExplanation } from "../../api.ts"
import { educationMessage, happenedIn } from "../../happened/happened.ts"
import { latestMoment } from "../../happened/latestMoment.ts"
import { latestOfEducation } from "../../happened/latestOfEducation.ts"
import { type CaseRecord, momentOfDelivery } from "../../happened/moment.ts"
import { EXPLANATION } from "../../tour/Reads.ts"
import { educationTeam } from "../../workspace/personas.ts"
import { app } from "../../workspace/place.ts"
import type { Training } from "../../workspace/Training.ts"
import { authorName } from "../authors.ts"
import type { Requester } from "../Requester.ts"

const nothing = (title: string, why: string): MomentExplanation => ({
  title,
  why,
  events: [],
  triggers: [],
  delivered: []
})

const noKey = nothing(
  "A reply at the keyboard",
  "This message is an answer to one person and no delivery is owed for it: Slack does not keep it for anybody else. What was recorded, if anything was, is under the latest."
)

const caseRecords = Effect.fnUntraced(function* ({ journal, deliveries }: Training) {
  const entriesOf = new Map<ChildReference, Array<JournalEntry>>()
  for (const entry of yield* journal.readAll) {
    const ofChild = entriesOf.get(entry.child)
    if (ofChild === undefined) entriesOf.set(entry.child, [entry])
    else ofChild.push(entry)
  }
  return yield* Effect.forEach([...entriesOf], ([child, entries]) =>
    Effect.map(deliveries.of(child), (delivered): CaseRecord => ({ child, entries, delivered }))
  )
})

/** The name of every conversation the app is in: a channel's, or the other person's. */
const conversationNames = Effect.fnUntraced(function* ({ workspace }: Training) {
  const conversations = yield* Effect.promise(() => workspace.person(app.botUserId).conversations())
  const nameOf = (conversation: JsonObject) =>
    conversation["is_im"] === true
      ? authorName(workspace, String(conversation["user"]))
      : `# ${String(conversation["name"])}`
  const names = new Map(conversations.map((conversation) => [String(conversation["id"]), nameOf(conversation)]))
  return (channel: string) => names.get(channel) ?? channel
})

const keyOf = (message: JsonObject | undefined): string | undefined => {
  const metadata = message?.["metadata"] as { readonly event_payload?: { readonly key?: unknown } } | undefined
  const key = metadata?.event_payload?.key
  return typeof key === "string" ? key : undefined
}

/** Every text of an explanation, in the council's words. */
const inWords = (said: unknown, say: (text: string) => string): unknown => {
  if (typeof said === "string") return say(said)
  if (Array.isArray(said)) return said.map((one) => inWords(one, say))
  if (typeof said !== "object" || said === null) return said
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, inWords(one, say)]))
}

/** `about` is a message, `<channel>:<ts>`. */
export const readHappened = Effect.fnUntraced(function* (asking: Requester, about = "") {
  const explanation = yield* explain(asking, about)
  return inWords(explanation, inCouncilWords(asking.training.council.policy)) as MomentExplanation
})

const streamsOfPupils = Effect.fnUntraced(function* ({ educationCases }: Training) {
  const pupils = yield* educationCases.pupils
  return yield* Effect.forEach(pupils, ({ child }) => educationCases.read(child))
})

const explain = Effect.fnUntraced(function* ({ training, me, person }: Requester, about: string) {
  const askedAt = training.clock.now()
  const records = yield* caseRecords(training)
  const nameOf = yield* conversationNames(training)
  training.tour.reads.looked(person.id, EXPLANATION, askedAt)
  const [channel, ts] = about.split(":")
  if (!channel || !ts) {
    const ofTeam = educationTeam.includes(me) ? latestOfEducation(yield* streamsOfPupils(training)) : undefined
    if (ofTeam !== undefined) return ofTeam
    const latest = latestMoment(records)
    return latest === undefined ? nothing("Nothing yet", "Nothing has been recorded.") : happenedIn(latest, nameOf)
  }
  const asked = { channel, ts, include_all_metadata: true }
  const { messages } = yield* Effect.promise(() => person.call("conversations.replies", asked))
  const found = Array.isArray(messages) ? (messages as ReadonlyArray<JsonObject>) : []
  const key = keyOf(found.find((message) => message["ts"] === ts))
  const ofEducation = key === undefined ? undefined : educationMessage(key)
  if (ofEducation !== undefined) return ofEducation
  const record = key === undefined ? undefined : records.find(({ delivered }) => delivered.has(key))
  const delivery = key === undefined ? undefined : record?.delivered.get(key)
  const moment = record === undefined || delivery === undefined ? undefined : momentOfDelivery(record, delivery)
  return moment === undefined ? noKey : happenedIn(moment, nameOf)
})
