/** How often one piece of news asks for an interviewer. */
import { at, episodeId, found, missing, type Told, worker } from "@safe-return/casework/testing"
import { addHours } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")
const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator] } }

/** Christmas Eve at 22:00, and the next morning at 10:00: no office opens before the interview is due. */
const [eve, christmas] = [747, 760]

const toCoordinator = (told: ReadonlyArray<Told>, delivered: ReadonlyArray<string>) =>
  owedMessages(
    caseSnapshot(told, {
      there,
      allocatedWorker: worker,
      now: addHours(at(christmas), 0.1),
      delivered: sentUnder(delivered as never)
    })
  ).filter(({ place }) => place._tag === "Person" && place.person === coordinator)

const news = `all-clear:3:${episodeId}:${coordinator}`
const alerted = `coordinator-alert:${episodeId}:${coordinator}`

it("news of a find and that nobody has the interview ring once for the co-ordinator", () => {
  const owed = toCoordinator([missing(eve), found(christmas)], [alerted])
  const fresh = owed.filter(({ key }) => key !== alerted)
  expect(fresh.map(({ key }) => key)).toEqual([news])
  expect(fresh[0]?.supersedes.map((key) => key.split(":")[2])).toEqual(["no-interviewer"])
})

it("that nobody has the interview rings by itself once the find was told", () => {
  const owed = toCoordinator([missing(eve), found(christmas)], [alerted, news])
  expect(owed.map(({ key }) => key.split(":").slice(0, 3).join(":"))).toContain(`reminder:${episodeId}:no-interviewer`)
})
