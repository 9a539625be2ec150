/** The limits of a message and of a view as wholes, each with the page it comes from. */
import type { HomeView, ModalView } from "@slack/types"
import { anyBlock } from "./blocks/index.ts"
import { flag, listOf, type Shape, type Surface, type Thing, text } from "./Shape.ts"
import { plainText } from "./text.ts"

const docs = "https://docs.slack.dev"

export interface NamedLimit {
  readonly of: string
  readonly limit: number
  readonly unit: string
  readonly page: string
}

const blocksPage = `${docs}/reference/block-kit/blocks`
const postMessage = `${docs}/reference/methods/chat.postMessage`

export const limits = {
  messageBlocks: { of: "message: blocks", limit: 50, unit: "items", page: blocksPage },
  viewBlocks: { of: "modal, home: blocks", limit: 100, unit: "items", page: blocksPage },
  messageText: { of: "message: text (cut off beyond)", limit: 40_000, unit: "characters", page: postMessage },
  updatedText: {
    of: "chat.update: text",
    limit: 4000,
    unit: "characters",
    page: `${docs}/reference/methods/chat.update`
  },
  attachments: { of: "message: attachments", limit: 100, unit: "items", page: postMessage },
  tables: { of: "message: table blocks", limit: 1, unit: "items", page: `${blocksPage}/table-block` },
  charts: {
    of: "message: data_visualization blocks",
    limit: 2,
    unit: "items",
    page: `${blocksPage}/data-visualization-block`
  },
  markdown: {
    of: "message: all markdown blocks together",
    limit: 12_000,
    unit: "characters",
    page: `${blocksPage}/markdown-block`
  },
  /** Slack publishes no number. Developers measured it, and Slack's own people confirmed that there is one. */
  blocksTogether: {
    of: "message: text of all blocks together (measured, not published)",
    limit: 13_200,
    unit: "characters",
    page: "https://github.com/slackapi/bolt-js/issues/2509"
  },
  viewBytes: {
    of: "modal, home: whole view",
    limit: 250_000,
    unit: "bytes",
    page: `${docs}/reference/methods/views.open`
  }
} as const satisfies Readonly<Record<string, NamedLimit>>

export const blocksOn = (surface: Surface): Shape =>
  listOf(anyBlock, { max: surface === "message" ? limits.messageBlocks.limit : limits.viewBlocks.limit })

const common = {
  private_metadata: text({ max: 3000 }),
  callback_id: text({ max: 255 }),
  external_id: text({ max: 255 })
}

const view = <T extends { readonly type: string }>(
  type: T["type"],
  page: string,
  required: ReadonlyArray<string>,
  fields: Thing["fields"]
): Thing => ({
  _tag: "Thing",
  name: `${type} view`,
  type,
  page: `${docs}/reference/views/${page}`,
  surfaces: [],
  required,
  fields
})

export const modalView = view<ModalView>("modal", "modal-views", ["title", "blocks"], {
  ...common,
  title: plainText(24),
  submit: plainText(24),
  close: plainText(24),
  blocks: blocksOn("modal"),
  clear_on_close: flag,
  notify_on_close: flag,
  submit_disabled: flag
})

export const homeView = view<HomeView>("home", "home-tab-views", ["blocks"], { ...common, blocks: blocksOn("home") })
