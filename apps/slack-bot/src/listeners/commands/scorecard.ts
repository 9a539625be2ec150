import { episodesOnRecord } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { addMonths, type Month, monthInWords, startOfMonth } from "@safe-return/domain/scorecard"
import { monthAt, monthReport, scorecardNotice } from "@safe-return/outreach"
import { Clock, Effect, Option } from "effect"
import { context, type MessageContent, plainly } from "../../blocks/blocks.ts"
import type { CommandHandler, CommandRequest } from "../../handlers/Handler.ts"
import { attempt, type HandlerServices, type Outcome } from "../../handlers/Handler.ts"
import { episodeList } from "../../messages/episodeList.ts"
import { noticeContent } from "../../messages/noticeContent.ts"
import { slackStyle } from "../../messages/slackStyle.ts"
import { type Help, helpOn } from "./helpOn.ts"
import { parseScorecard, type ScorecardCommand } from "./parseScorecard.ts"
import type { Misunderstood } from "./typed.ts"

const present = Effect.map(Clock.currentTimeMillis, Instant)

const notOver = (month: Month, now: Instant): string | undefined =>
  now < startOfMonth(addMonths(month, 1)) ? `${monthInWords(month)} is not over.` : undefined

const answer = Effect.fn("scorecard")(function* (month: Month, isSuppressed: boolean) {
  const asOf = yield* present
  const report = yield* monthReport({ month, asOf, isSuppressed })
  const unfinished = notOver(month, asOf)
  return Option.some(
    noticeContent(
      scorecardNotice(report, slackStyle),
      unfinished === undefined ? {} : { afterFirst: [context(unfinished)] }
    )
  )
})

/** A month that is not published is refused in a sentence. */
const answerOrRefuse = (month: Month) =>
  Effect.catchTag(answer(month, true), "InputFault", ({ message }) => Effect.succeed(Option.some(plainly(message))))

/** `/scorecard [month]`: as it may be shown to anybody. */
const suppressed: CommandHandler<Month> = {
  permission: "see-scorecard",
  handle: ({ command }) => answerOrRefuse(command)
}

/** `/scorecard [month] whole`: every count. That they looked is in the audit before it comes to this. */
const whole: CommandHandler<Month> = {
  permission: "see-whole-scorecard",
  // With every count no month is refused.
  handle: ({ command }) => Effect.orDie(answer(command, false))
}

/** `/scorecard episodes [month] [from N]`: to those who may see every count, and in no file that erasure could not reach. */
const episodes: CommandHandler<Extract<ScorecardCommand, { readonly _tag: "Episodes" }>> = {
  permission: "see-whole-scorecard",
  handle: Effect.fn("scorecardEpisodes")(function* ({ command }) {
    return Option.some(episodeList(yield* episodesOnRecord(), command, yield* present))
  })
}

const HELP: Help = {
  command: "/scorecard",
  title: "*The month in figures*",
  lines: [
    [
      "see-scorecard",
      "`/scorecard`, `/scorecard October`, `/scorecard 2026-10` – the last whole month, or another: only you see it, and small counts are withheld."
    ],
    ["see-whole-scorecard", "`/scorecard October whole` – every count. Do not pass it on; each look is audited."],
    [
      "see-whole-scorecard",
      "`/scorecard episodes`, `/scorecard episodes October` – the episodes of this month, or of another, by reference. Each look is audited."
    ]
  ],
  small: "What each figure counts is in the page of the scorecard: docs/scorecard.md.",
  least: "see-scorecard",
  permissionOf: () => undefined
}

const help: CommandHandler<void> = {
  permission: "anyone",
  handle: ({ person }) => Effect.map(helpOn(HELP, person, undefined), Option.some)
}

const explainUsage: CommandHandler<Misunderstood> = {
  permission: "anyone",
  handle: ({ command }) => Effect.succeed(Option.some(plainly(command.sentence)))
}

/** `/scorecard …`: each word has its own handler and its own permission. */
export const scorecard = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> =>
  Effect.flatMap(present, (now) => {
    const command = parseScorecard(request.command, monthAt(now))
    switch (command._tag) {
      case "Month":
        return attempt(suppressed, { ...request, command: command.month })
      case "Whole":
        return attempt(whole, { ...request, command: command.month })
      case "Episodes":
        return attempt(episodes, { ...request, command })
      case "Help":
        return attempt(help, { ...request, command: undefined })
      case "Misunderstood":
        return attempt(explainUsage, { ...request, command })
    }
  })
