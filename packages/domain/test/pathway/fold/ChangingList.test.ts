import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ChangingList } from "../../../src/pathway/fold/ChangingList.ts"

interface Item {
  readonly key: string | undefined
  readonly value: number
}

const keys = fc.constantFrom("a", "b", "c", "d")
const items = fc.record({ key: fc.option(keys, { nil: undefined }), value: fc.nat() })
const operations = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant("add" as const), item: items }),
    fc.record({ what: fc.constant("change" as const), key: keys, loses: fc.constantFrom("all", "none", "even") }),
    fc.record({ what: fc.constant("find" as const), key: keys })
  ),
  { maxLength: 60, size: "max" }
)

describe("a changing list", () => {
  it("holds and finds what a plain array would, before and after its index is built", () => {
    fc.assert(
      fc.property(fc.array(items), operations, (start, steps) => {
        const original = [...start]
        const list = new ChangingList<Item>(start, ({ key }) => key)
        let naive: ReadonlyArray<Item> = start
        for (const step of steps) {
          if (step.what === "add") {
            list.add(step.item)
            naive = [...naive, step.item]
          } else if (step.what === "change") {
            const changed = ({ key, value }: Item): Item => ({
              key: step.loses === "all" || (step.loses === "even" && value % 2 === 0) ? undefined : key,
              value: value + 1
            })
            list.change(step.key, changed)
            naive = naive.map((item) => (item.key === step.key ? changed(item) : item))
          } else {
            expect(list.find(step.key)).toEqual(naive.find(({ key }) => key === step.key))
            expect(list.has(step.key)).toBe(naive.some(({ key }) => key === step.key))
          }
          expect(list.items).toEqual(naive)
        }
        expect(start).toEqual(original)
      }),
      { numRuns: 500 }
    )
  })

  it("is the very array it was made from until something changes", () => {
    const start: ReadonlyArray<Item> = [{ key: "a", value: 1 }]
    const list = new ChangingList<Item>(start, ({ key }) => key)
    list.change("b", (item) => item)
    expect(list.items).toBe(start)
    list.change("a", (item) => item)
    expect(list.items).not.toBe(start)
  })
})
