import { Effect } from "effect"
import { expect, test } from "vitest"
import { openingSize } from "../../src/workspace/openingCaseload.ts"

const asked = (size?: string) => openingSize(size === undefined ? {} : { SAFE_RETURN_TRAINING_SIZE: size })

test("a workspace opens on Rotherham's year unless another size is asked for", () => {
  const sizes = [undefined, " ", "rotherham", "yorkshire-and-the-humber", "12", "1200"]
  expect(sizes.map((size) => Effect.runSync(asked(size)))).toEqual([
    "rotherham",
    "rotherham",
    "rotherham",
    "yorkshire-and-the-humber",
    12,
    1_200
  ])
})

test.each(["england", "1201", "11", "large"])("%s is refused in a sentence that says what is possible", (size) => {
  expect(Effect.runSync(Effect.flip(asked(size))).message).toContain("a number of children from 12 to 1200")
})
