/** Tells people when a failover of the database lost what the bot had heard of, and what became of it. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Journal, type WentBack } from "@safe-return/journal"
import { Duration, Effect, Stream } from "effect"
import { Incidents } from "./Incidents.ts"

const KIND = "records-went-back"

/** How long administrators are shown what needs nobody's decision, or what cannot be brought back. */
const SHOWN_FOR = Duration.hours(24)

const REMEDY =
  "Set synchronous_commit and synchronous_standby_names as docs/postgresql.md says, so that the next failover loses nothing."

const events = (count: number): string => (count === 1 ? "1 event" : `${count} events`)

const whatOf = ({ written, differ, differing, lost }: WentBack): string => {
  const parts = [
    ...(written === 0 ? [] : [`${events(written)} written again`]),
    ...(differ === 0
      ? []
      : [
          `${events(differ)} about ${differing.length === 1 ? "1 child" : `${differing.length} children`} stand otherwise`
        ]),
    ...(lost === 0 ? [] : [`${events(lost)} lost, which this instance does not hold`])
  ]
  const found = parts.length === 0 ? "everything is there, written again by another instance" : parts.join("; ")
  return `The database has less than was recorded, as after a failover: ${found}.`
}

const dutyOf = ({ differing, lost }: WentBack): string => {
  const named =
    differing.length === 0
      ? []
      : [
          `What was recorded last about ${differing.join(", ")} was lost in the database, and something else was recorded since: look at each, and record again what is missing. They stay in the lists as they were until then.`
        ]
  const unknown =
    lost === 0 ? [] : [`${events(lost)} recorded last cannot be brought back: ask the police what they reported last.`]
  return [...named, ...unknown].join(" ")
}

/** Runs for as long as the bot does. */
export const recordsWentBack = Effect.gen(function* () {
  const journal = yield* Journal
  const incidents = yield* Incidents
  const undecided = new Set<ChildReference>()
  let lost = 0
  const found = yield* journal.wentBack
  const recorded = yield* journal.subscribe

  const raise = (report: WentBack) =>
    Effect.suspend(() => {
      for (const child of report.differing) undecided.add(child)
      lost += report.lost
      const sentence = dutyOf({ ...report, lost, differing: [...undecided] })
      return incidents.raise({
        kind: KIND,
        what: whatOf(report),
        remedy: REMEDY,
        ...(sentence === "" ? {} : { duty: { sentence, ...(lost === 0 ? {} : { untilAnswered: true as const }) } }),
        ...(undecided.size === 0 ? { lasts: SHOWN_FOR } : {})
      })
    })

  const settle = (child: ChildReference) =>
    Effect.suspend(() =>
      // What is lost hangs on no child that is known: a person says that they asked.
      undecided.delete(child) && undecided.size === 0 && lost === 0
        ? incidents.end(KIND, "Something has been recorded since about every child whose records differed.")
        : Effect.void
    )

  yield* Effect.forkScoped(Stream.runForEach(found, raise))
  yield* Effect.forkScoped(Stream.runForEach(recorded, ({ child }) => settle(child)))
})
