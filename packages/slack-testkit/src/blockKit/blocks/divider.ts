import type { DividerBlock } from "@slack/types"
import { block } from "../Shape.ts"

export const divider = block<DividerBlock>("divider", { page: "divider-block", fields: {} })
