/** How many messages four stories cost each person: what the published table says is what is owed. */
import { readFileSync } from "node:fs"
import {
  assigned,
  at,
  child,
  completed,
  entriesOf,
  episodeId,
  found,
  interviewer,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addHours, calendars, type Instant, utc } from "@safe-return/domain/calendar"
import { EpisodeId, fold, PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"

const [coordinator, head, duty] = [PersonId.make("U0COORDINATOR"), PersonId.make("U0HEAD"), PersonId.make("U0DUTY")]

const there: Roster = {
  ...emptyRoster,
  holders: {
    ...emptyRoster.holders,
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head],
    "out-of-hours-duty": [duty]
  }
}

const columns = { worker, interviewer, coordinator, manager, head, duty } as const

const STEP_MINUTES = 5

/** Looks every few minutes until the end, and counts what is new to each person: an edit shows on no phone. */
const newTo = (told: ReadonlyArray<Told>, until: Instant): Readonly<Record<keyof typeof columns, number>> => {
  const recorded = tell(told).recorded
  const delivered = new Map<DeliveryKey, Delivery>()
  const counts = new Map<PersonId, number>()
  const first = recorded[0]?.recordedAt ?? until
  for (let now = first; now <= until; now = addHours(now, STEP_MINUTES / 60)) {
    const known = recorded.filter(({ recordedAt }) => recordedAt <= now)
    const snapshot = {
      child,
      state: fold(known),
      entries: entriesOf(known),
      delivered,
      there,
      calendars,
      allocatedWorker: worker,
      announceFrom: at(-1_000),
      now
    }
    for (const { key, place, supersedes } of owedMessages(snapshot)) {
      if (delivered.has(key)) continue
      delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt: now })
      for (const other of supersedes) {
        if (!delivered.has(other)) delivered.set(other, { _tag: "Superseded", key: other, by: key, at: now })
      }
      if (place._tag === "Person") counts.set(place.person, (counts.get(place.person) ?? 0) + 1)
    }
  }
  return {
    worker: counts.get(worker) ?? 0,
    interviewer: counts.get(interviewer) ?? 0,
    coordinator: counts.get(coordinator) ?? 0,
    manager: counts.get(manager) ?? 0,
    head: counts.get(head) ?? 0,
    duty: counts.get(duty) ?? 0
  }
}

const acknowledged = (
  hours: number,
  by: PersonId,
  as: ReadonlyArray<"worker" | "missing-coordinator" | "head-of-service">
): Told => ({
  by,
  now: at(hours),
  command: { _tag: "AcknowledgeAlert", episodeId, by, as, alert: 1 }
})

const later = (told: Told, hours: number): Told => ({ ...told, now: addHours(told.now, hours) })

/** Hours from the made-up case's beginning to noon on Wednesday 23 December. */
const CHRISTMAS = (utc(2026, 12, 23, 12) - at(0)) / 3_600_000

const again = EpisodeId.make("episode-2")

const stories: Readonly<Record<string, { readonly told: ReadonlyArray<Told>; readonly until: Instant }>> = {
  "Back within two hours": {
    told: [missing(), acknowledged(1.1, worker, ["worker"]), found(2.4), returned(2.5)],
    until: at(4)
  },
  "Nobody answers for an hour at night, then back": {
    told: [missing(), acknowledged(2.1, head, ["head-of-service"]), returned(6)],
    until: at(8)
  },
  "Nobody has the interview over Christmas": {
    told: [missing(CHRISTMAS), acknowledged(CHRISTMAS + 1.1, worker, ["worker"]), returned(CHRISTMAS + 4)],
    until: at(CHRISTMAS + 7 * 24)
  },
  "Reported twice, and joined": {
    told: [
      missing(),
      acknowledged(1.1, worker, ["worker"]),
      later(missing(0.25, { id: again, reference: "SYP-2026-0000002" }), 0.5),
      {
        by: coordinator,
        now: at(3),
        command: { _tag: "MergeDuplicate", duplicateId: again, episodeId }
      },
      returned(5)
    ],
    until: at(7)
  },
  "Returned, interviewed in time": {
    told: [
      missing(),
      acknowledged(1.1, worker, ["worker"]),
      returned(6),
      assigned(15),
      offered(16, "accepted"),
      completed(24)
    ],
    until: at(40)
  }
}

/** The rows of the published table, by their first cell. */
const published = new Map(
  readFileSync(new URL("../../../../docs/messages-per-story.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", ...cells]) => [name, cells.slice(0, Object.keys(columns).length).map(Number)] as const)
)

it.each(Object.entries(stories))("%s: each person has as many messages as the table says", (name, { told, until }) => {
  expect(published.get(name)).toEqual(Object.values(newTo(told, until)))
})
