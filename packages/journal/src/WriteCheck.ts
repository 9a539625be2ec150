/** Whether anything could be recorded now: a full disk is noticed before the next report comes. */
import { Context, type Effect } from "effect"
import type { JournalUnavailable } from "./Journal.ts"

export class WriteCheck extends Context.Service<
  WriteCheck,
  {
    /** Fails as a write would fail; writes as much as a document holds, durably, and leaves nothing. */
    readonly run: Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/journal/WriteCheck") {}
