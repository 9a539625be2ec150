import type { KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"

/** Whether the workspace takes tables in messages: learnt from its answers, and asked again after a restart. */
export class TablesTaken {
  #standing: "unknown" | "taken" | "refused"

  /** @param isOff a setting says that none are sent */
  constructor(isOff = false) {
    this.#standing = isOff ? "refused" : "unknown"
  }

  /** The blocks to send now; true where they hold a table, which may be refused. */
  choose({ blocks, withTables }: MessageContent): readonly [ReadonlyArray<KnownBlock>, hasTable: boolean] {
    return withTables === undefined || this.#standing === "refused" ? [blocks, false] : [withTables, true]
  }

  /** The blocks of an answer that Slack takes or loses without a word: a table only where one was taken before. */
  chooseSurely({ blocks, withTables = blocks }: MessageContent): ReadonlyArray<KnownBlock> {
    return this.#standing === "taken" ? withTables : blocks
  }

  /** One was taken. */
  learn(): void {
    this.#standing = "taken"
  }

  /** So that no message is sent twice for it again. */
  refuse(): void {
    this.#standing = "refused"
  }

  /** It was not the table that was refused: the message was refused without it, too. */
  forget(): void {
    this.#standing = "unknown"
  }
}
