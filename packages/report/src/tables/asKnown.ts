import type { Report } from "../report.ts"

/** Up to when facts were known, and the policy where one judged them. */
export const asKnown = ({ asOfInWords, policy }: Report): string =>
  policy === "" ? asOfInWords : `${asOfInWords}, by the policy ${policy}`
