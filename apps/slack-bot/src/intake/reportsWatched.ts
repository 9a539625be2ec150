/** A report that cannot be recorded is told at once to people who can ring the police, and counted while that lasts. */

import { Notifications } from "@safe-return/casework"
import { Audit } from "@safe-return/journal"
import { Incidents } from "@safe-return/outreach"
import { Context, Effect } from "effect"

const RING = "A report could not be recorded: ring the police."

/** Nothing of the report is said: it may be about any child, and was checked by nobody. */
export const reportNotRecorded = (incidents: Incidents["Service"]): Effect.Effect<void> =>
  Effect.gen(function* () {
    const open = (yield* incidents.open).find(({ kind }) => kind === "report-not-recorded")
    const times = (open?.times ?? 0) + 1
    const many = times === 1 ? "A report" : `${times} reports`
    yield* incidents.raise({
      kind: "report-not-recorded",
      what: `${many} could not be recorded. The sender was told so, and people on duty were asked to ring the police.`,
      remedy: "Mend what keeps the journal from being written: it is said in a message of its own.",
      duty: {
        sentence: `${times === 1 ? RING : `${many} could not be recorded: ring the police.`} Ask which children were reported missing since, and who looks for them: Safe Return knows nothing of it and alerts nobody.`,
        ringsAgain: true,
        inChannel: true,
        outsideSlack: RING
      }
    })
  })

const reportRecorded = (incidents: Incidents["Service"]): Effect.Effect<void> =>
  incidents.end(
    "report-not-recorded",
    "Reports are recorded again. What was refused is on record only once it was sent again: ask the police."
  )

/** What is asked for when a report is made, in Slack or from outside. */
const isReport = (act: string): boolean => act === "send-notification" || act === "report-missing"

/** The two through which every report goes, from any sender. */
export const reportsWatched = Effect.gen(function* () {
  const incidents = yield* Incidents
  const audit = yield* Audit
  const notifications = yield* Notifications
  const notRecorded = reportNotRecorded(incidents)
  return Context.make(
    Audit,
    Audit.of({
      ...audit,
      add: (entry) =>
        Effect.tapError(audit.add(entry), () =>
          isReport(entry.act) && entry.outcome === "allowed" ? notRecorded : Effect.void
        )
    })
  ).pipe(
    Context.add(
      Notifications,
      Notifications.of({
        ...notifications,
        receive: (notification, by) =>
          notifications.receive(notification, by).pipe(
            Effect.tap(() => reportRecorded(incidents)),
            Effect.tapErrorTag("JournalUnavailable", () => notRecorded),
            Effect.tapDefect(() => notRecorded)
          )
      })
    )
  )
})
