import { Context, type Effect } from "effect"

/** Tells the team and its managers what waits, once every working morning. */
export class MorningDigest extends Context.Service<
  MorningDigest,
  {
    /**
     * Sends this morning's summary to whoever has not had it, where one is due. Never fails: what could not be sent is
     * tried again at the next look, until it is too late for it.
     */
    readonly send: Effect.Effect<void>
  }
>()("@safe-return/slack-bot/MorningDigest") {}
