/** What a sender reads of a notification that cannot be read. */
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { parseNotification } from "../../src/intake/parseNotification.ts"

const reports = rotherham.reports
const refusing: Policy = {
  ...rotherham,
  ...(reports?.words === undefined
    ? {}
    : {
        reports: {
          ...reports,
          words: { ...reports.words, value: [{ field: "absence", word: "absent", refused: "Send missing." }] }
        }
      })
}

const problemOf = (body: unknown, policy: Policy = rotherham) =>
  Effect.runPromise(Effect.map(Effect.flip(parseNotification(JSON.stringify(body), policy)), ({ problem }) => problem))

it("each field that is missing is named, with what to do", async () => {
  const { detail, errors } = await problemOf({ kind: "found", child: {} })
  expect(detail).toBe("Nothing was recorded. Mend the fields named here and send it again.")
  expect(errors).toEqual(
    ["policeReference", "sentAt", "child.reference", "foundAt"].map((field) => ({ field, detail: "is required" }))
  )
})

it("a word that the policy refuses is answered with the policy's own sentence", async () => {
  const { errors } = await problemOf({ kind: "missing", absence: "Absent" }, refusing)
  expect(errors).toEqual([{ field: "absence", detail: "Send missing." }])
})
