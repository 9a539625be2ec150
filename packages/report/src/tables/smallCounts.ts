import type { Report } from "../report.ts"

/** Whether small counts may be read in a report, said on everything that leaves the council. */
export const smallCountsInWords = ({ isSuppressed }: Report): string =>
  isSuppressed
    ? "Small counts are withheld, with what would give them back."
    : "Small counts are shown: only for those who may see the children's records."
