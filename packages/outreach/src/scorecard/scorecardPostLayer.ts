/** The scorecard of the month before, to the managers' channel, from the first working day of a month on. */
import { type Casework, Council } from "@safe-return/casework"
import { addHours, Instant } from "@safe-return/domain/calendar"
import { formatMonth } from "@safe-return/domain/scorecard"
import type { Profiles } from "@safe-return/journal"
import type { PicturedReport } from "@safe-return/report/tables"
import { Clock, Effect, Layer } from "effect"
import type { TeamFacts } from "../look/TeamSource.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { once } from "../owed/OwedMessage.ts"
import { Outreach } from "../sending/Outreach.ts"
import { Shadow } from "../shadow/Shadow.ts"
import { ManagersChannel } from "./ManagersChannel.ts"
import { monthReport, publishedReport } from "./monthReport.ts"
import { nextScorecardAt, scorecardDue } from "./scorecardDue.ts"

/** Until it is tried again where it could not be counted: it reads every child. */
const HOURS_UNTIL_AGAIN = 1

const make = Effect.gen(function* () {
  const id = yield* ManagersChannel
  if (id === undefined) return
  const rules = yield* Council
  const outreach = yield* Outreach
  const announceFrom = yield* announcementCutoff
  const scope = yield* Effect.scope
  const { isOn: isShadow } = yield* Shadow
  const services = yield* Effect.context<Casework | Council | Profiles>()
  let made: { readonly key: MessageKey; readonly report: PicturedReport } | undefined
  let isCounting = false
  let notBefore = Instant(0)

  /** Beside what is sent, because it takes seconds and an alert must not wait for it. */
  const count = (key: MessageKey, { month, at }: ReturnType<typeof scorecardDue>) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      // In shadow it is posted nowhere, so nothing was published.
      isShadow
        ? monthReport({ month, asOf: at, isSuppressed: true })
        : publishedReport({ month, asOf: at }, Instant(now))
    ).pipe(
      Effect.provide(services),
      Effect.tap((report) =>
        Effect.sync(() => {
          made = { key, report }
        })
      ),
      Effect.andThen(outreach.deliver("team")),
      Effect.catchCause((cause) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          notBefore = addHours(Instant(now), HOURS_UNTIL_AGAIN)
          return Effect.logError("The scorecard of the month could not be counted", cause)
        })
      ),
      Effect.ensuring(
        Effect.sync(() => {
          isCounting = false
        })
      )
    )

  const read = Effect.fn("ScorecardPost.read")(function* ({ delivered, now }: TeamFacts) {
    const due = scorecardDue(rules, now)
    const key: MessageKey = `scorecard:${formatMonth(due.month)}`
    if (now < due.at || due.at < announceFrom(now)) return []
    if (delivered.get(key)?._tag === "Sent") {
      made = undefined
      return []
    }
    if (made?.key !== key) {
      if (isCounting || now < notBefore) return []
      isCounting = true
      yield* Effect.forkIn(count(key, due), scope)
      return []
    }
    const { report } = made
    const message = { _tag: "ScorecardPost", report } as const
    return [once(key, { _tag: "Channel", id }, () => message, "record", due.at)]
  })

  yield* outreach.addTeamSource({
    name: "The scorecard of the month",
    read,
    nextAt: (now) => nextScorecardAt(rules, now)
  })
})

export const scorecardPostLayer = Layer.effectDiscard(make)
