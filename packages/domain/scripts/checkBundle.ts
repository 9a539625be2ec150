/**
 * Bundles the built package as a web page would and holds it to two promises: it is small, and it runs where there
 * is no Node. Prints the size; ends with status 1 when a promise is broken.
 */
import { join } from "node:path"
import { createContext, runInContext } from "node:vm"
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"

/** Minified and gzipped, calendar data included and `effect` not. */
const MOST_KILOBYTES = 70

const root = join(import.meta.dirname, "..")
const { default: manifest } = await import("../package.json", { with: { type: "json" } })
const rooms = Object.values(manifest.publishConfig.exports).map((room) => join(root, room.default))

const bundle = async (format: "es" | "iife", external: ReadonlyArray<string>) => {
  const build = await rolldown({
    input: "rooms",
    external: [...external],
    platform: "browser",
    plugins: [
      {
        name: "rooms",
        resolveId: (id) => (id === "rooms" ? id : null),
        load: (id) =>
          id === "rooms"
            ? rooms.map((room, index) => `export * as room${index} from ${JSON.stringify(room)}`).join("\n")
            : null
      }
    ]
  })
  const { output } = await build.generate({ format, minify: true, name: "safeReturn" })
  return output[0].code
}

const kilobytes = gzipSync(await bundle("es", ["effect"])).length / 1024
console.log(`${kilobytes.toFixed(1)} KB minified and gzipped, without effect (at most ${MOST_KILOBYTES})`)

// Nothing but the language: no process, no require, no timers, no fetch.
const page = createContext({})
runInContext(await bundle("iife", []), page)
const shown: unknown = runInContext(
  `(() => {
    const rooms = Object.values(safeReturn)
    const find = (name) => rooms.find((room) => name in room)[name]
    const due = find("clocksFor")(find("utc")(2026, 12, 23, 20), find("rotherham"))
    return find("formatInstant")(due.elapsedClock.dueAt) + " " + find("formatCivilDay")(due.workingDayClock.dueDay)
  })()`,
  page
)
console.log(`In a page without Node: ${String(shown)}`)
if (kilobytes > MOST_KILOBYTES || shown !== "2026-12-26T20:00:00.000Z 2026-12-30") process.exitCode = 1
