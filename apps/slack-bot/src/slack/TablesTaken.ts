import type { KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"

/** Whether the workspace takes tables in messages: learnt from its answers, and asked again after a restart. */
export class TablesTaken {
  #isRefused: boolean

  /** @param isOff a setting says that none are sent */
  constructor(isOff = false) {
    this.#isRefused = isOff
  }

  /** The blocks to send now; true where they hold a table, which may be refused. */
  choose({ blocks, withTables }: MessageContent): readonly [ReadonlyArray<KnownBlock>, hasTable: boolean] {
    return withTables === undefined || this.#isRefused ? [blocks, false] : [withTables, true]
  }

  /** So that no message is sent twice for it again. */
  refuse(): void {
    this.#isRefused = true
  }

  /** It was not the table that was refused: the message was refused without it, too. */
  allow(): void {
    this.#isRefused = false
  }
}
