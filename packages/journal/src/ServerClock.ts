import type { Instant } from "@safe-return/domain/calendar"
import { Context, type Effect } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

/** The clock of a server that keeps the records; absent where they are kept in a folder of this machine. */
export class ServerClock extends Context.Service<
  ServerClock,
  {
    readonly now: Effect.Effect<Instant, JournalUnavailable>
  }
>()("@safe-return/journal/ServerClock") {}
