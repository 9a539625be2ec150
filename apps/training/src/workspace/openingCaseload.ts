/** Fills a new journal with the caseload the workspace opens on: a year of synthetic children, and those missing education. */

import { access, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { EducationCases, Journal, Profiles } from "@safe-return/journal"
import { Effect, Schema } from "effect"
import { type PupilHistory, pupilHistories } from "../caseload/education/pupilHistories.ts"
import { trainingCases } from "../caseload/education/trainingCases.ts"
import { type CaseloadSize, FEWEST_CHILDREN, parseSize } from "../caseload/figures/caseloadSize.ts"
import type { WorkerLabel } from "../caseload/people.ts"
import { type CaseloadChild, syntheticCaseload } from "../caseload/syntheticCaseload.ts"
import { people } from "./personas.ts"
import { type TrainingCouncil, usualCouncil } from "./TrainingCouncil.ts"

const VARIABLE = "SAFE_RETURN_TRAINING_SIZE"

/** A region's worth. Every child is two files made durable before the workspace opens, and people are waiting. */
const MOST_TO_OPEN_WITH = 1_200

class NoSuchSize extends Schema.TaggedError<NoSuchSize>()("NoSuchSize", {}) {
  override get message() {
    return `${VARIABLE} must be rotherham, yorkshire-and-the-humber or a number of children from ${FEWEST_CHILDREN} to ${MOST_TO_OPEN_WITH}. Leave it out for Rotherham's.`
  }
}

/** How large a new training workspace opens, from the environment: Rotherham's year unless it says otherwise. */
export const openingSize = (
  environment: Readonly<Record<string, string | undefined>>
): Effect.Effect<CaseloadSize, NoSuchSize> => {
  const asked = (environment[VARIABLE] ?? "").trim()
  if (asked === "") return Effect.succeed("rotherham")
  const size = parseSize(asked)
  return size === undefined || size === "england" || (typeof size === "number" && size > MOST_TO_OPEN_WITH)
    ? Effect.fail(new NoSuchSize())
    : Effect.succeed(size)
}

const seed = 2024

/** So many wait for the disk together, not one after another. */
const CHILDREN_AT_ONCE = 8

/** How a new workspace begins. */
export interface Opening {
  readonly at: Instant
  readonly caseload: "empty" | "a-year"
  /** How large the year's caseload is: Rotherham's unless asked for. */
  readonly size?: CaseloadSize
  /** Whose policy it works by: Rotherham's unless asked for. */
  readonly council?: TrainingCouncil
}

const workers: Readonly<Record<WorkerLabel, PersonId>> = {
  "worker-one": PersonId.make(people.workerOne.id),
  "worker-two": PersonId.make(people.workerTwo.id)
}

const recordedBy = {
  intake: PersonId.make("police-intake"),
  coordinator: PersonId.make(people.coordinator.id),
  educationOfficer: PersonId.make(people.educationOfficer.id),
  interviewers: { 0: PersonId.make(people.interviewerOne.id), 1: PersonId.make(people.interviewerTwo.id) },
  workers
}

const isThere = (path: string) =>
  Effect.promise(() =>
    access(path).then(
      () => true,
      () => false
    )
  )

/** Whether the workspace is new; killed half way, it starts again and passes over children whose events are there. */
export const openWithCaseload = Effect.fn("openWithCaseload")(function* (
  folder: string,
  { at, caseload, size = "rotherham", council: { policy } = usualCouncil }: Opening
) {
  const done = join(folder, "caseload-opened")
  if (yield* isThere(done)) return false
  const journal = yield* Journal
  const profiles = yield* Profiles
  const histories =
    caseload === "empty"
      ? []
      : syntheticCaseload({
          size,
          seed,
          endsAt: at,
          policy,
          open: "one-of-each-task",
          isPastClosed: true,
          people: recordedBy
        })
  const keep = Effect.fnUntraced(function* ({ child, allocatedWorker, events }: CaseloadChild) {
    yield* Effect.catchTag(journal.append(child, 0, events), ["EventIdUsed", "StreamMoved"], () => Effect.void)
    if (allocatedWorker !== undefined) yield* profiles.bring({ child, allocatedWorker: workers[allocatedWorker] })
  })
  yield* Effect.forEach(histories, keep, { concurrency: CHILDREN_AT_ONCE, discard: true })
  const cases = yield* EducationCases
  const ofPupils =
    caseload === "empty"
      ? []
      : pupilHistories(trainingCases(seed, londonDayOf(at)), { by: recordedBy.educationOfficer, opensAt: at })
  const keepPupil = ({ child, entries }: PupilHistory) =>
    Effect.catchTag(cases.append(child, 0, entries), ["EventIdUsed", "StreamMoved"], () => Effect.void)
  yield* Effect.forEach(ofPupils, keepPupil, { concurrency: CHILDREN_AT_ONCE, discard: true })
  yield* Effect.promise(async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(done, "The training caseload is in the journal.\n")
  })
  return true
})
