/** Cards, plans and what holds other blocks. */
import type { CardBlock, CarouselBlock, ContainerBlock, PlanBlock, TaskCardBlock, URLSourceElement } from "@slack/types"
import { button } from "../elements/buttons.ts"
import { imageElement } from "../elements/image.ts"
import { anything, block, byType, flag, listOf, stillElement, text, words } from "../Shape.ts"
import { eitherText, markup, plainText } from "../text.ts"
import { needs, oneOfThese } from "../words.ts"
import { table } from "./data.ts"
import { actions, input, section } from "./interactive.ts"
import { richText } from "./richText.ts"
import { context, divider, header, imageBlock, video } from "./shown.ts"

const urlSource = stillElement<URLSourceElement>("url", {
  page: "url-source-element",
  surfaces: ["message"],
  required: ["url", "text"],
  fields: { url: text(), text: text() }
})

export const card = block<CardBlock>("card", {
  page: "card-block",
  fields: {
    hero_image: byType(() => [imageElement]),
    icon: byType(() => [imageElement]),
    title: markup(150),
    subtitle: markup(150),
    body: markup(200),
    // Slack documents these two; @slack/types 3.2 does not know them yet.
    slack_icon: anything,
    subtext: eitherText(),
    actions: listOf(byType(() => [button]))
  },
  rule: (written) =>
    ["hero_image", "title", "actions", "body"].some((field) => written[field] !== undefined)
      ? []
      : [{ at: "", words: needs("hero_image`, `title`, `actions` or `body") }]
})

export const carousel = block<CarouselBlock>("carousel", {
  page: "carousel-block",
  surfaces: ["message", "home"],
  required: ["elements"],
  fields: {
    elements: listOf(
      byType(() => [card]),
      { min: 1, max: 10 }
    )
  }
})

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

export const taskCard = block<TaskCardBlock>("task_card", {
  page: "task-card-block",
  surfaces: ["message"],
  required: ["task_id", "title"],
  fields: {
    task_id: text(),
    title: text(),
    details: byType(() => [richText]),
    output: byType(() => [richText]),
    sources: listOf(byType(() => [urlSource])),
    status: words("pending", "in_progress", "complete", "error")
  }
})

export const plan = block<PlanBlock>("plan", {
  page: "plan-block",
  surfaces: ["message"],
  required: ["title"],
  // Slack's own example leaves out the type of the tasks.
  fields: { title: text(), tasks: listOf(taskCard) }
})
