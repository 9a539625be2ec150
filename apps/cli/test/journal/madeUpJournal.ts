/** A journal on disk with three synthetic children, for the commands that look after records. */
import { cpSync, mkdtempSync } from "node:fs"
import { join } from "node:path"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, type PathwayEvent, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, Deliveries, Initials, Journal, Profiles } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"
import { folderOfTests, run } from "../run.ts"

const by = PersonId.make("U0MADEUP1")

export const opened = (episode: string, missingFrom: "home" | "care"): PathwayEvent => ({
  _tag: "EpisodeOpened",
  episodeId: EpisodeId.make(episode),
  absence: "missing",
  missingFrom,
  risk: "medium",
  missingAt: utc(2026, 11, 1, 18),
  reportedAt: utc(2026, 11, 1, 19),
  notifiedAt: utc(2026, 11, 1, 20),
  policy: rotherham
})

const cancelled = (episode: string): PathwayEvent => ({
  _tag: "EpisodeCancelled",
  episodeId: EpisodeId.make(episode),
  reason: "Was at a made-up aunt's"
})

export const record = (child: string, ...events: ReadonlyArray<PathwayEvent>) =>
  Effect.flatMap(Journal, (journal) =>
    journal.append(
      ChildReference.make(child),
      0,
      events.map((event, index) => ({
        id: EventId.make(`${child}-${index}`),
        recorded: { recordedAt: utc(2026, 11, 2, 9), recordedBy: by, event }
      }))
    )
  )

/** LCS-1 was in care and all is over; LCS-2 is missing from home; LCS-3 was from home, with nothing known besides. */
const fill = Effect.gen(function* () {
  yield* record("LCS-1", opened("E1", "care"), cancelled("E1"))
  yield* record("LCS-2", opened("E2", "home"))
  yield* record("LCS-3", opened("E3", "home"), cancelled("E3"))
  const profiles = yield* Profiles
  yield* profiles.bring({
    child: ChildReference.make("LCS-1"),
    bornOn: civilDay(2011, 2, 28),
    initials: Initials.make("ZZ"),
    allocatedWorker: by
  })
  yield* profiles.bring({ child: ChildReference.make("LCS-2"), caseStatus: "early-help" })
  yield* (yield* Deliveries).keep(ChildReference.make("LCS-1"), {
    _tag: "Sent",
    key: "card:E1",
    channel: "C0MISSING",
    ts: "1.2",
    fingerprint: "made-up",
    sentAt: utc(2026, 11, 2, 9)
  })
  yield* (yield* Audit).add({
    at: utc(2026, 11, 2, 10),
    by,
    act: "reveal-profile",
    child: ChildReference.make("LCS-1"),
    outcome: "allowed"
  })
})

const original = join(folderOfTests, "records")
let filled: Promise<void> | undefined

/** A fresh copy of it. */
export const madeUpJournal = async (): Promise<string> => {
  filled ??= Effect.runPromise(Effect.provide(fill, lowdbLayer({ directory: original })))
  await filled
  const directory = mkdtempSync(join(folderOfTests, "journal-"))
  cpSync(original, directory, { recursive: true })
  return directory
}

export const inJournal =
  (directory: string) =>
  (...args: ReadonlyArray<string>) =>
    run(["journal", ...args, "--data", directory])

interface Asked {
  readonly act: string
  readonly child: string | null
  readonly by: string
  readonly outcome: string
}

/** What the commands left in the audit. */
export const auditedIn = async (directory: string): Promise<ReadonlyArray<string>> => {
  const { stdout } = await inJournal(directory)("audit", "--json")
  return JSON.parse(stdout)
    .filter(({ act }: Asked) => act !== "reveal-profile")
    .map(({ act, child, outcome }: Asked) => `${act} ${child} ${outcome}`)
}
