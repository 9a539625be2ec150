/** The few Block Kit blocks the bot's messages are built from. Limits: docs.slack.dev/reference/block-kit/blocks. */
import type { ActionsBlock, Button, ContextBlock, DividerBlock, HeaderBlock, SectionBlock } from "@slack/types"

export const header = (text: string): HeaderBlock => ({
  type: "header",
  text: { type: "plain_text", text, emoji: true }
})

export const section = (text: string): SectionBlock => ({ type: "section", text: { type: "mrkdwn", text } })

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
