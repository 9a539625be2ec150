import type { VideoBlock } from "@slack/types"
import { plainText } from "../objects/text.ts"
import { block, text } from "../Shape.ts"

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
