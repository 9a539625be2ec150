/** Who reads that a message could not be delivered, and what each of them may read of it. */

import { at, child, missing, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import type { Place } from "@safe-return/outreach"
import {
  caseSnapshot,
  channel,
  type OwedMessage,
  once,
  undeliveredNews,
  undeliveredOver,
  wordsOf
} from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { inPlainText, madeUpMessage } from "../messages/rendered.ts"

const [manager, administrator, both] = ["U0MANAGER", "U0ADMIN", "U0BOTH"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const who = { administrators: [administrator, both], managers: [manager, both] }

const newsOf = (place: Place, urgency: OwedMessage["urgency"], reason: string, told = who) => {
  const key = "alert:message"
  const undelivered: Delivery = { _tag: "Undelivered", key, reason, since: at(1), at: at(2) }
  const facts = caseSnapshot([missing()], { delivered: new Map([[key, undelivered]]), now: at(2) })
  return undeliveredNews(facts, [once(key, place, () => madeUpMessage(""), urgency)], told)
}

const toPerson = (person: PersonId): Place => ({ _tag: "Person", person })
const readers = (news: ReadonlyArray<OwedMessage>) =>
  news.map(({ place }) => (place._tag === "Person" ? place.person : place._tag))

it("a manager reads which child an undelivered message is about, and an administrator does not", () => {
  const news = newsOf(channel, "alert", "is_archived")
  expect(readers(news)).toEqual([manager, both, administrator])
  expect(news.map(({ message }) => message()._tag)).toEqual([
    "UndeliveredNotice",
    "UndeliveredNotice",
    "UndeliveredFault"
  ])
  const [toManager, toBoth, toAdministrator] = news.map(({ message }) => wordsOf(inPlainText(message())))
  expect(toManager).toContain(child)
  expect(toBoth).toContain(child)
  expect(toAdministrator).not.toContain(child)
  expect(toAdministrator).toContain("the channel is archived")
})

it("an alert that did not reach its person goes to the channel, and never back to that person", () => {
  const news = newsOf(toPerson(manager), "high-risk", "channel_not_found")
  expect(readers(news)).toEqual(["MissingChannel", both, administrator])
  expect(news.every(({ urgency }) => urgency === "alert")).toBe(true)
  expect(news[0]?.message()).toMatchObject({ _tag: "UndeliveredAlert", child, person: manager })
})

it("an undelivered task is no news for the channel and no alert", () => {
  const news = newsOf(toPerson(worker), "task", "channel_not_found")
  expect(readers(news)).toEqual([manager, both, administrator])
  expect(new Set(news.map(({ urgency }) => urgency))).toEqual(new Set(["task"]))
})

it("an account that takes no messages is told to the channel alone, by alert", () => {
  expect(readers(newsOf(toPerson(worker), "alert", "user_disabled"))).toEqual(["MissingChannel"])
  expect(newsOf(toPerson(worker), "task", "user_disabled")).toEqual([])
})

it("managers are told of an alert that only waits, but not of each other message", () => {
  expect(readers(newsOf(toPerson(worker), "alert", "ratelimited"))).toEqual(["MissingChannel", manager, both])
  expect(newsOf(toPerson(worker), "statutory", "ratelimited")).toEqual([])
  expect(newsOf(toPerson(worker), "alert", "carrier-away")).toEqual([])
})

it("a reader of it reads that it arrived or is needed no more, and not who it was about", () => {
  const told = `undelivered:alert:message:${at(1)}:${administrator}`
  const sent = (key: string): readonly [string, Delivery] => [
    key,
    { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: at(2) }
  ]
  const failed: Delivery = { _tag: "Undelivered", key: "alert:message", reason: "is_archived", since: at(1), at: at(2) }
  const alert = once("alert:message", channel, () => madeUpMessage(""), "alert")
  const over = (owed: ReadonlyArray<OwedMessage>, ...kept: ReadonlyArray<readonly [string, Delivery]>) =>
    undeliveredOver(caseSnapshot([missing()], { delivered: new Map([sent(told), ...kept]), now: at(3) }), owed)
  expect(over([alert], ["alert:message", failed])).toEqual([])
  const [arrived] = over([alert], sent("alert:message"))
  expect(arrived).toMatchObject({ key: told, place: { _tag: "Person", person: administrator }, keptCurrent: true })
  expect(arrived?.message()).toEqual({ _tag: "RequestOver", outcome: { _tag: "Delivered", hasArrived: true } })
  const [needless] = over([], ["alert:message", failed])
  expect(needless?.message()).toMatchObject({ outcome: { hasArrived: false } })
  for (const one of [arrived, needless]) expect(wordsOf(one && inPlainText(one.message()))).not.toContain(child)
})
