import { at, child, episodeId, manager, missing, returned, type Told, worker } from "@safe-return/casework/testing"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const next = PersonId.make("U0NEXT")
const cover = PersonId.make("U0COVER")
const plain = makePlainTextRenderer((person) => person)

const by = (hours: number, command: Told["command"], person = manager): Told => ({
  by: person,
  now: at(hours),
  command
})
const allocated = (hours: number, to: PersonId, person = manager): Told =>
  by(hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: to } }, person)
const acknowledged = (hours: number, person: PersonId): Told =>
  by(hours, { _tag: "AcknowledgeAlert", episodeId, by: person, as: ["worker"] }, person)

const alert = `worker-alert:episode-1:${worker}`

const owedTo = (person: PersonId, told: ReadonlyArray<Told>, more: Partial<CaseSnapshot> = {}, sent = [alert]) =>
  owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), allocatedWorker: next, now: at(9), ...more })).filter(
    ({ place }) => place._tag === "Person" && place.person === person
  )

const newsTo = (...given: Parameters<typeof owedTo>) =>
  owedTo(...given).filter(({ key }) => key.startsWith("worker-replaced:"))

const theirs = [missing(), allocated(1.5, worker)]

describe("a worker who was replaced", () => {
  it("is told so in a message of its own, with who sees to the child now", () => {
    for (const told of [
      [...theirs, allocated(4, next)],
      [...theirs, returned(3), allocated(4, next)]
    ]) {
      const [news, ...more] = newsTo(worker, told)
      expect(more).toEqual([])
      expect(news?.message()).toMatchObject({
        _tag: "RequestOver",
        child,
        outcome: { _tag: "WithOthers", people: [next] }
      })
    }
  })

  it("is told so where only the profile had named them, and reads nothing more of the case", () => {
    const told = [missing(), allocated(2, next), returned(3)]
    expect(
      owedTo(worker, told)
        .map(({ key }) => key)
        .toSorted()
    ).toEqual([alert, `worker-replaced:3:episode-1:${worker}`])
  })

  it("is told so of an episode that had them from the one before it", () => {
    const second = EpisodeId.make("episode-2")
    const again = missing(60, { id: second, reference: "SYP-2026-0000002" })
    const to = by(63, { _tag: "RecordAllocation", episodeId: second, allocated: { to: "social-worker", worker: next } })
    const sent = [`worker-alert:episode-2:${worker}`, `worker-alert:episode-2:${next}`]
    const keys = newsTo(worker, [...theirs, returned(3), again, to], { now: at(64) }, sent).map(({ key }) => key)
    expect(keys).toEqual([`worker-replaced:7:episode-2:${worker}`])
  })

  it("is no cover of a worker who has the child still", () => {
    const told = [missing(), allocated(2, next)]
    const sent = [`worker-alert:episode-1:${next}`, `worker-alert:episode-1:${cover}`]
    expect(newsTo(cover, told, {}, sent)).toEqual([])
  })

  it("is not told what they recorded themselves, what is days old, or what they never knew of", () => {
    expect(newsTo(worker, [...theirs, allocated(4, next, worker)])).toEqual([])
    expect(newsTo(worker, [...theirs, allocated(4, next)], { now: at(4 + 72) })).toEqual([])
    expect(newsTo(worker, [...theirs, allocated(4, next)], {}, [])).toEqual([])
  })

  it("is alerted once more when the child is theirs again", () => {
    const back = [...theirs, allocated(4, next), allocated(5, worker)]
    const sent = [alert, `worker-replaced:4:episode-1:${worker}`]
    const owed = owedTo(worker, back, { allocatedWorker: worker }, sent)
    expect(owed.map(({ key }) => key)).toContain(`worker-alert:episode-1:5:${worker}`)
    for (const { key, message } of owed.filter((one) => sent.includes(one.key))) {
      expect([key, message()]).toMatchObject([key, { _tag: "RequestOver", outcome: { _tag: "SaidLater" } }])
    }
  })
})

describe("a worker who has the child since", () => {
  const there = {
    ...emptyRoster,
    beside: { mash: [], worker: [worker, next], interviewer: [] }
  }

  it("is asked to acknowledge the alert where nobody has, and reads who has otherwise", () => {
    const [open] = owedTo(next, [...theirs, allocated(4, next)], { there })
    expect(open?.message()).toMatchObject({ _tag: "MissingAlert", isAnswered: false })
    const [answered] = owedTo(next, [...theirs, acknowledged(2, worker), allocated(4, next)], { there })
    expect(answered && plain.render(answered.message()).lines.join("\n")).toContain(`Alert acknowledged by ${worker}`)
  })
})
