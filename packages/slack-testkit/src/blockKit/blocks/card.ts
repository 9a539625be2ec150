import type { CardBlock } from "@slack/types"
import { button } from "../elements/button.ts"
import { imageElement } from "../elements/image.ts"
import { eitherText, markup } from "../objects/text.ts"
import { anything, block, byType, listOf } from "../Shape.ts"
import { needs } from "../words.ts"

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
