/** Blocks that only show. */
import type {
  AlertBlock,
  ContextBlock,
  DividerBlock,
  FileBlock,
  HeaderBlock,
  ImageBlock,
  MarkdownBlock,
  VideoBlock
} from "@slack/types"
import { imageElement } from "../elements/image.ts"
import { imageFields, oneImage } from "../objects.ts"
import { block, byType, listOf, text, words } from "../Shape.ts"
import { eitherText, plainText, textObject } from "../text.ts"

export const divider = block<DividerBlock>("divider", { page: "divider-block", fields: {} })

export const header = block<HeaderBlock>("header", {
  page: "header-block",
  required: ["text"],
  fields: { text: plainText(150) }
})

export const markdown = block<MarkdownBlock>("markdown", {
  page: "markdown-block",
  surfaces: ["message"],
  required: ["text"],
  fields: { text: text({ min: 1, max: 12_000 }) }
})

const { emoji: _, ...markupFields } = textObject.fields
const { verbatim: __, ...plainFields } = textObject.fields

const elements = [
  imageElement,
  { ...textObject, type: "mrkdwn", fields: markupFields },
  { ...textObject, type: "plain_text", fields: plainFields }
]

export const context = block<ContextBlock>("context", {
  page: "context-block",
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => elements),
      { min: 1, max: 10 }
    )
  }
})

export const imageBlock = block<ImageBlock>("image", {
  page: "image-block",
  required: ["alt_text"],
  fields: { ...imageFields, alt_text: text({ min: 1, max: 2000 }), title: plainText(2000) },
  rule: oneImage
})

export const video = block<VideoBlock>("video", {
  page: "video-block",
  required: ["alt_text", "title", "thumbnail_url", "video_url"],
  fields: {
    alt_text: text(),
    // "Must be less than 200 characters."
    title: plainText(199),
    title_url: text(),
    thumbnail_url: text(),
    video_url: text(),
    // "Must be less than 50 characters."
    author_name: text({ max: 49 }),
    description: plainText(199),
    provider_name: text(),
    provider_icon_url: text()
  }
})

/** "You can't add this block to app surfaces directly": it comes with messages that are read, never with one sent. */
export const file = block<FileBlock>("file", {
  page: "file-block",
  surfaces: [],
  required: ["external_id", "source"],
  fields: { external_id: text(), source: words("remote") }
})

export const alert = block<AlertBlock>("alert", {
  page: "alert-block",
  surfaces: ["modal"],
  required: ["text"],
  fields: { text: eitherText(200), level: words("default", "info", "warning", "error", "success") }
})
