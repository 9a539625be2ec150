/** Bundles the built package as web pages would: it must be small, and run where there is no Node. Ends with status 1 if not. */
import { join } from "node:path"
import { createContext, runInContext } from "node:vm"
import { bundle, kilobytesOf } from "./bundle.ts"
import { bundledUses } from "./bundledUses.ts"

const root = join(import.meta.dirname, "..")
const { default: manifest } = await import("../package.json", { with: { type: "json" } })
const entries: Readonly<Record<string, { readonly default: string }>> = manifest.publishConfig.exports

const built = (specifier: string): string | undefined => {
  const entry = entries[specifier.replace("@safe-return/domain", ".")]
  return specifier.startsWith("@safe-return/domain") && entry !== undefined ? join(root, entry.default) : undefined
}

let isSmall = true
for (const { use, source, ours, withEffect } of bundledUses) {
  const alone = kilobytesOf(await bundle(source, { format: "es", withEffect: false }, built))
  const whole = kilobytesOf(await bundle(source, { format: "es", withEffect: true }, built))
  console.log(
    `${use}: ${alone.toFixed(1)} KB (at most ${ours}), with effect ${whole.toFixed(1)} (at most ${withEffect})`
  )
  isSmall &&= alone <= ours && whole <= withEffect
}

// Nothing but the language: no process, no require, no timers, no fetch.
const page = createContext({})
runInContext(await bundle(`export * from "@safe-return/domain"`, { format: "iife", withEffect: true }, built), page)
const shown: unknown = runInContext(
  `(() => {
    const due = safeReturn.clocksFor(safeReturn.utc(2026, 12, 23, 20), safeReturn.rotherham).success
    return safeReturn.formatInstant(due.elapsedClock.dueAt) + " " + safeReturn.formatCivilDay(due.workingDayClock.dueDay)
  })()`,
  page
)
console.log(`In a page without Node: ${String(shown)}`)
if (!isSmall || shown !== "2026-12-26T20:00:00.000Z 2026-12-30") process.exitCode = 1
