import { child, episodeId } from "@safe-return/casework/testing"
import { Option } from "effect"
import { expect, it } from "vitest"
import { CaseLink, decodeCaseLink, encodeCaseLink } from "../../src/blocks/caseLink.ts"

it("a link that is written is read as it was", () => {
  const link: CaseLink = { child, episodeId }
  const inForm: CaseLink = { ...link, seen: 3, warned: "U0INTERVIEWER 0" }
  const underAlert: CaseLink = { ...link, alert: 2 }
  for (const each of [link, inForm, underAlert]) expect(decodeCaseLink(encodeCaseLink(each))).toEqual(Option.some(each))
})

it("every field a link can have is written, and nothing else", () => {
  const whole = Object.fromEntries(Object.keys(CaseLink.fields).map((field) => [field, 1]))
  const more = { ...whole, note: "SECRET-REASON" } as unknown as CaseLink
  expect(JSON.parse(encodeCaseLink(more))).toEqual(whole)
})
