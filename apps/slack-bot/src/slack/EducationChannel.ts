import { Context, type Effect } from "effect"

/** The private channel of the team that follows children missing education, for as long as it is private. */
export class EducationChannel extends Context.Service<
  EducationChannel,
  {
    readonly id: string
    /** Whether education references may be posted there now. Slack is asked again every few seconds. */
    readonly mayPost: Effect.Effect<boolean>
  }
>()("@safe-return/slack-bot/EducationChannel") {}
