import { at, missing, returned, worker } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { type OwedMessage, once } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { withoutRepeats } from "../../src/owed/withoutRepeats.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")

const owedAs = (key: Parameters<typeof once>[0], hours: number, person = worker): OwedMessage =>
  once(key, { _tag: "Person", person }, () => ({ _tag: "OutsideNotice", sentence: key }), "task", at(hours))

const first = owedAs(`reminder:episode-1:24h:1:${worker}`, 1)
const second = owedAs(`reminder:episode-1:4h:1:${worker}`, 20)

it("an earlier message ends once a later one that asks for the same was sent, and not before", () => {
  const left = (...sent: ReadonlyArray<OwedMessage>) =>
    withoutRepeats([first, second], sentUnder(sent.map(({ key }) => key)))
  expect(left(first).owed).toEqual([first, second])
  expect(left(first, second)).toEqual({ owed: [second], repeated: new Set([first.key]) })
})

it("messages to other people, of other episodes or for something else stand beside it", () => {
  const others = [
    owedAs(`reminder:episode-1:24h:1:${coordinator}`, 1, coordinator),
    owedAs(`reminder:episode-2:24h:1:${worker}`, 1),
    owedAs(`reminder:episode-1:no-return-time:1:${worker}`, 1),
    owedAs(`considerations:episode-1:${worker}`, 1)
  ]
  const all = [...others, second]
  expect(withoutRepeats(all, sentUnder(all.map(({ key }) => key))).owed).toEqual(all)
})

it("a reminder that stands is the newest, and the one before says that it was said again", () => {
  const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } }
  const told = [missing(), returned(6)]
  const due = (hours: number, sent: ReadonlyArray<string>) =>
    owedMessages(caseSnapshot(told, { there, now: at(hours), delivered: sentUnder(sent) }))
  const reminderAt = (hours: number) =>
    due(hours, []).flatMap(({ key, place }) =>
      place._tag === "Person" && /^reminder:episode-1:\d+h:/.test(key) ? [key] : []
    )
  const [earlier, later] = [reminderAt(60), reminderAt(75)]
  expect([earlier.length, later.length]).toEqual([1, 1])
  const shown = due(75, [...earlier, ...later])
  const messages = [...earlier, ...later].map((key) => shown.find((one) => one.key === key)?.message())
  expect(messages).toMatchObject([{ _tag: "RequestOver", outcome: { _tag: "SaidLater" } }, { _tag: "InterviewDue" }])
})

it("a return asks the co-ordinator for an interviewer until a later message does", () => {
  const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } }
  const owedAt = (hours: number, sent: ReadonlyArray<string>) =>
    owedMessages(caseSnapshot([missing(), returned(6)], { there, now: at(hours), delivered: sentUnder(sent) })).filter(
      ({ place }) => place._tag === "Person" && place.person === coordinator
    )
  const back = owedAt(6, []).filter(({ key }) => key.startsWith("all-clear:"))
  const sent = back.map(({ key }) => key)
  expect(sent).toHaveLength(1)
  const shown = (more: ReadonlyArray<string>) =>
    owedAt(20, [...sent, ...more])
      .find(({ key }) => sent.includes(key))
      ?.message()
  expect(shown([])).not.toHaveProperty("isAskedLater")
  const asks = owedAt(20, sent).filter(({ key }) => key.includes(":no-interviewer:"))
  expect(asks).toHaveLength(1)
  expect(shown(asks.map(({ key }) => key))).toHaveProperty("isAskedLater", true)
})
