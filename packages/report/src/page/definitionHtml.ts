import type { Definition } from "@safe-return/domain/scorecard"
import { escaped } from "../pictures/escaped.ts"

/** What is counted, with names of fields and codes set apart, and where the measure is from. */
export const definitionHtml = ({ counts, source }: Definition): string =>
  `${escaped(counts).replaceAll(/`([^`]+)`/g, "<code>$1</code>")} <em>${escaped(source)}.</em>`
