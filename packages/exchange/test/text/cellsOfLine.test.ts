import { Effect, Stream } from "effect"
import { Csv } from "effect/encoding"
import fc from "fast-check"
import { expect, test } from "vitest"
import { cellsOfLine } from "../../src/text/cellsOfLine.ts"

const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', " ", "ß"), maxLength: 5 })

const read = (line: string) =>
  Effect.runSync(
    Effect.result(Stream.runCollect(Stream.succeed(line).pipe(Stream.pipeThroughChannelOrFail(Csv.decodeString()))))
  )

test("a line that is a row by itself has the cells that the reader of a whole text finds", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          cell,
          cell.map((text) => `"${text.replaceAll('"', '""')}"`)
        ),
        { minLength: 1, maxLength: 4 }
      ),
      (parts) => {
        const line = parts.join(",")
        const cells = cellsOfLine(line)
        if (cells !== undefined && line !== "") expect(read(line)).toMatchObject({ success: [cells] })
      }
    )
  )
})

test("a quoted cell may hold commas and quotes", () => {
  expect(cellsOfLine('1,"Wath, ""upon"" Dearne",')).toEqual(["1", 'Wath, "upon" Dearne', ""])
})

test.each(['1,"Wath', '1,"Wath" Dearne,', '1,Wa"th'])(
  "a line such as %s is left to the reader of the whole text",
  (line) => {
    expect(cellsOfLine(line)).toBeUndefined()
  }
)
