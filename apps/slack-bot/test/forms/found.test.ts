import { at, child, episodeId } from "@safe-return/casework/testing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { CaseLink } from "../../src/blocks/caseLink.ts"
import { readFound } from "../../src/forms/found/foundView.ts"
import { readReturned } from "../../src/forms/returned/returnedView.ts"
import { fieldsOf, noTime, time } from "./enteredValues.ts"

const link: CaseLink = { child, episodeId }

describe("found, returned", () => {
  it("reads the time", () => {
    expect(readFound(link, { foundAt: time(5) })).toEqual(
      Result.succeed({ _tag: "RecordFound", episodeId, foundAt: at(5) })
    )
    expect(readReturned(link, { returnedAt: time(6) })).toEqual(
      Result.succeed({ _tag: "RecordReturned", episodeId, returnedAt: at(6) })
    )
  })

  it("asks for a time that is missing, or that is none", () => {
    expect(fieldsOf(readFound(link, { foundAt: noTime }))).toEqual(["foundAt"])
    expect(fieldsOf(readFound(link, { foundAt: { value: { selected_date_time: "soon" } } }))).toEqual(["foundAt"])
    expect(fieldsOf(readReturned(link, {}))).toEqual(["returnedAt"])
  })
})
