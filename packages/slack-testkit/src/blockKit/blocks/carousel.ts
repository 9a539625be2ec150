import type { CarouselBlock } from "@slack/types"
import { block, byType, listOf } from "../Shape.ts"
import { card } from "./card.ts"

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
