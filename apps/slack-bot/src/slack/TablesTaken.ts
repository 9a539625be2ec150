import type { MessageContent, ShownBlock } from "../blocks/blocks.ts"

/** What a workspace may refuse: charts, which stand beside tables, and tables alone. */
type Kind = "charts" | "tables"

/** One way to show a message, and the most that it has in it. */
export interface Choice {
  readonly shown: Kind | "plain"
  readonly blocks: ReadonlyArray<ShownBlock>
}

/** Whether the workspace takes tables and charts in messages: learnt from its answers, and asked again after a restart. */
export class TablesTaken {
  readonly #standing: Record<Kind, "unknown" | "taken" | "refused">

  /** @param isOff a setting says that none are sent */
  constructor(isOff = false) {
    const standing = isOff ? "refused" : "unknown"
    this.#standing = { charts: standing, tables: standing }
  }

  #all({ blocks, withTables, withCharts }: MessageContent): ReadonlyArray<Choice> {
    return [
      ...(withCharts === undefined ? [] : [{ shown: "charts", blocks: withCharts } as const]),
      ...(withTables === undefined ? [] : [{ shown: "tables", blocks: withTables } as const]),
      { shown: "plain", blocks }
    ]
  }

  /** The ways to show it, the fullest first and the plain one last; each may be refused but that one. */
  choices(content: MessageContent): ReadonlyArray<Choice> {
    return this.#all(content).filter(({ shown }) => shown === "plain" || this.#standing[shown] !== "refused")
  }

  /** The blocks of an answer that Slack takes or loses without a word: only what was taken before. */
  chooseSurely(content: MessageContent): ReadonlyArray<ShownBlock> {
    const sure = this.#all(content).find(({ shown }) => shown === "plain" || this.#standing[shown] === "taken")
    return sure?.blocks ?? content.blocks
  }

  /** Whether it has a chart, or a table that was asked for, and nothing is known of them yet. */
  isUntried({ withCharts, withTables, isTableAsked = false }: MessageContent): boolean {
    return (
      (withCharts !== undefined && this.#standing.charts === "unknown") ||
      (isTableAsked && withTables !== undefined && this.#standing.tables === "unknown")
    )
  }

  /** It was taken. */
  learn(shown: Choice["shown"]): void {
    if (shown !== "plain") this.#standing[shown] = "taken"
  }

  /** So that no message is sent twice for it again. */
  refuse(shown: Choice["shown"]): void {
    if (shown !== "plain") this.#standing[shown] = "refused"
  }

  /** It was not for these that it was refused: the message was refused without them, too. */
  forget(tried: ReadonlyArray<Choice>): void {
    for (const { shown } of tried) if (shown !== "plain") this.#standing[shown] = "unknown"
  }
}
