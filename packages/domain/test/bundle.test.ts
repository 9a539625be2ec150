import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { default as manifest } from "../package.json" with { type: "json" }
import { bundle, kilobytesOf } from "../scripts/bundle.ts"
import { bundledUses } from "../scripts/bundledUses.ts"

const entries: Readonly<Record<string, string>> = manifest.exports

const source = (specifier: string): string | undefined => {
  const entry = entries[specifier.replace("@safe-return/domain", ".")]
  return entry === undefined ? undefined : join(import.meta.dirname, "..", entry)
}

describe("what a web page loads", () => {
  it.each(bundledUses)("for $use stays as small as it is", async ({ source: used, ours, withEffect }) => {
    const alone = kilobytesOf(await bundle(used, { format: "es", withEffect: false }, source))
    const whole = kilobytesOf(await bundle(used, { format: "es", withEffect: true }, source))
    expect(alone).toBeLessThanOrEqual(ours)
    expect(whole).toBeLessThanOrEqual(withEffect)
    expect(alone).toBeGreaterThan(1)
  })

  it("for a deadline holds no Schema", async () => {
    const [deadline] = bundledUses
    const code = await bundle(deadline?.source ?? "", { format: "es", withEffect: false }, source)
    expect(code).not.toMatch(/effect\/Schema/)
  })
})
