/** Who is told that two records are one disappearance. */

import {
  assigned,
  at,
  entriesOf,
  episodeId,
  interviewer,
  manager,
  missing,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { EpisodeId } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { joinedNews } from "../../src/owed/joinedOwed.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const second = EpisodeId.make("episode-2")
const merge = (hours: number, duplicateId: EpisodeId, kept: EpisodeId): Told => ({
  by: manager,
  now: at(hours),
  command: { _tag: "MergeDuplicate", duplicateId, episodeId: kept }
})
const story = [
  missing(),
  missing(1, { id: second, reference: "SYP-2026-0000002" }),
  returned(6, second),
  merge(7, second, episodeId)
]

const newsTo = (told: ReadonlyArray<Told>, sent: ReadonlyArray<DeliveryKey>, announceFrom = at(-100)) =>
  joinedNews(caseSnapshot(told, { delivered: sentUnder(sent), announceFrom, now: at(10) })).map(({ place }) =>
    place._tag === "Person" ? place.person : place._tag
  )

it("those who were sent something about the record that no longer counts are told, each once", () => {
  const sent = [`worker-alert:${second}:${worker}`, `ladder:${second}:1:team-manager:${worker}`]
  expect(newsTo(story, sent)).toEqual([worker])
  expect(newsTo(story, [`worker-alert:${episodeId}:${worker}`, `card:${second}`])).toEqual([])
})

it("who joined the records, or has messages of the one that goes on, gets no message of it", () => {
  const sent = [`ladder:${second}:1:team-manager:${manager}`, `worker-alert:${second}:${worker}`]
  expect(newsTo(story, sent)).toEqual([worker])
  expect(newsTo(story, [...sent, `worker-alert:${episodeId}:${worker}`])).toEqual([])
})

it("a person who was given the interview of that record before is told too", () => {
  const given: Told = { ...assigned(6.5), command: { ...assigned(6.5).command, episodeId: second } as never }
  const told = [...story.slice(0, 3), given, ...story.slice(3)]
  const entries = entriesOf(tell(told).recorded)
  const version = entries.find(({ recorded: { event } }) => event._tag === "InterviewAssigned")?.version
  expect(version).toBeDefined()
  expect(newsTo(told, [`interviewer-alert:${version}`])).toEqual([interviewer])
})

it("a joining from before people were told of anything is history", () => {
  expect(newsTo(story, [`worker-alert:${second}:${worker}`], at(8))).toEqual([])
})

it("what they were told of it follows the record that goes on", () => {
  const [news] = joinedNews(
    caseSnapshot(story, {
      delivered: sentUnder([`worker-alert:${second}:${worker}`]),
      announceFrom: at(-100),
      now: at(10)
    })
  )
  expect(news?.keptCurrent).toBe(true)
})
