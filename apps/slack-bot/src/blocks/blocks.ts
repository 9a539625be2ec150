/** The few Block Kit blocks the bot's messages are built from. Limits: docs.slack.dev/reference/block-kit/blocks. */
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  SectionBlock
} from "@slack/types"
import type { ChartBlock } from "./chart.ts"

/** Text made safe inside mrkdwn: `<!channel>` typed into a command would come back as a mention of everybody. */
export const escapeSlack = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** A block of Slack, those that its types do not know yet among them. */
export type ShownBlock = KnownBlock | ChartBlock

/** What is posted; a lock screen shows `text`: the case reference, what to do by when, and no name. */
export interface MessageContent {
  readonly text: string
  readonly blocks: ReadonlyArray<KnownBlock>
  /** The same with tables in it, for a workspace that takes them. */
  readonly withTables?: ReadonlyArray<KnownBlock>
  /** It is a table above all, so Slack is asked whether it takes tables where nothing is known. */
  readonly isTableAsked?: boolean
  /** The same with tables and charts in it. */
  readonly withCharts?: ReadonlyArray<ShownBlock>
}

/** A sentence or two in mrkdwn and nothing else. */
export const plainly = (text: string): MessageContent => ({ text, blocks: [section(text)] })

export const header = (text: string): HeaderBlock => ({
  type: "header",
  text: { type: "plain_text", text, emoji: true }
})

export const section = (text: string): SectionBlock => ({ type: "section", text: { type: "mrkdwn", text } })

/** As much as a section holds. */
const MOST_CHARACTERS = 3000

/** Lines under each other, in as few sections as hold them. */
export const linesInSections = (lines: ReadonlyArray<string>): ReadonlyArray<KnownBlock> => {
  const texts: Array<string> = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last === undefined || last.length + 1 + line.length > MOST_CHARACTERS) texts.push(line)
    else texts[texts.length - 1] = `${last}\n${line}`
  }
  return texts.map((text) => section(text))
}

/** A section with a button at its right. */
export const sectionWith = (text: string, accessory: Button): SectionBlock => ({ ...section(text), accessory })

/** Short facts in two columns, at most ten: label and what it is. */
export const facts = (pairs: ReadonlyArray<readonly [label: string, value: string]>): SectionBlock => ({
  type: "section",
  fields: pairs.map(([label, value]) => ({ type: "mrkdwn", text: `*${label}*\n${value}` }))
})

/** Small print. */
export const context = (text: string): ContextBlock => ({ type: "context", elements: [{ type: "mrkdwn", text }] })

export const divider: DividerBlock = { type: "divider" }

export const actions = (blockId: string, buttons: ReadonlyArray<Button>): ActionsBlock => ({
  type: "actions",
  block_id: blockId,
  elements: [...buttons]
})
