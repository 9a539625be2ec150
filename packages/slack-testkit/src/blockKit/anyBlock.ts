import { blocks } from "./blocks/index.ts"
import type { Shape } from "./Shape.ts"

/** Any block there is, told by its type; which surface takes it stands with the block. */
export const anyBlock = { _tag: "ByType", kinds: () => blocks } as const satisfies Shape
