import type { ContainerBlock } from "@slack/types"
import { imageElement } from "../elements/image.ts"
import { eitherText, plainText } from "../objects/text.ts"
import { block, byType, flag, listOf, words } from "../Shape.ts"
import { needs, oneOfThese } from "../words.ts"
import { actions } from "./actions.ts"
import { context } from "./context.ts"
import { divider } from "./divider.ts"
import { header } from "./header.ts"
import { imageBlock } from "./image.ts"
import { input } from "./input.ts"
import { richText } from "./richText.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"
import { video } from "./video.ts"

const children = [actions, context, divider, header, imageBlock, input, richText, section, table, video]

export const container = block<ContainerBlock>("container", {
  page: "container-block",
  surfaces: ["message"],
  required: ["child_blocks"],
  fields: {
    title: plainText(150),
    rich_text_title: byType(() => [richText]),
    subtitle: eitherText(150),
    child_blocks: listOf(
      byType(() => children),
      { max: 10 }
    ),
    width: words("narrow", "standard", "wide", "full"),
    icon: byType(() => [imageElement]),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag
  },
  rule: ({ title, rich_text_title, default_collapsed, is_collapsible }) => [
    ...(title === undefined && rich_text_title === undefined
      ? [{ at: "", words: oneOfThese("title", "rich_text_title") }]
      : []),
    ...(default_collapsed === true && is_collapsible !== true
      ? [{ at: "/default_collapsed", words: needs("is_collapsible") }]
      : [])
  ]
})
