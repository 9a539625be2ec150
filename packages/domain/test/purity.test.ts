import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { impuritiesOf } from "./impurities.ts"

const root = fileURLToPath(new URL("../src", import.meta.url))

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
  .sort()

describe("the domain package", () => {
  it("is read whole", () => {
    expect(files.length).toBeGreaterThan(30)
    expect(files).toEqual(expect.arrayContaining(["pathway/decide.ts", "calendar/londonTime.ts"]))
    expect(files.filter((file) => !file.endsWith(".ts"))).toEqual([])
  })

  it.each(files)("%s imports only pure effect and its own files, and no clock, zone, host or chance", (file) => {
    expect(impuritiesOf(file, readFileSync(path.join(root, file), "utf8"))).toEqual([])
  })
})

describe("the reading itself", () => {
  it.each([
    ["const now = Date.now()", "Date"],
    ["const now = new  Date()", "Date"],
    [`const text = \`\${Date.now()}\``, "Date"],
    ["const chance = Math\n  .random()", "Math.random"],
    ["new Intl.DateTimeFormat()", "Intl"],
    ["process.env", "process"],
    ["console.log(1)", "console"],
    ["(5).toLocaleString()", "a format of the host's locale"],
    ['globalThis["Da" + "te"]', "globalThis"],
    ['await import("effect")', "import(), require or import.meta"],
    ["yield* Clock.currentTimeMillis", "a service of effect that acts"],
    ["Effect.runSync(program)", "running an effect"],
    ['import fs from "node:fs"', "import of node:fs"],
    ['import { addDays } from "date-fns"', "import of date-fns"],
    ['import { Schema } from "effect"', "import of effect"],
    ['import * as Clock from "effect/Clock"', "import of effect/Clock"],
    ['import type { A } from "@safe-return/journal"', "import of @safe-return/journal"],
    ["export * from 'lowdb'", "import of lowdb"],
    ['import "./../../outside.ts"', "import of ./../../outside.ts"],
    ['const quiet = "//"; new Date()', "Date"]
  ])("sees what is wrong in %s", (source, wrong) => {
    expect(impuritiesOf("calendar/example.ts", source)).toContain(wrong)
  })

  it.each([
    ["a comment that speaks of Date", "// not `Date`, which knows the host's zone\nconst day = 1"],
    ["a comment over several lines", "/**\n * Date, process and console\n */\nconst day = 1"],
    ["a text that speaks of a date", 'const text = "Date or process"'],
    ["effect and files beside it", 'import * as Option from "effect/Option"\nimport { a } from "../pathway/state.ts"']
  ])("lets %s pass", (_, source) => {
    expect(impuritiesOf("calendar/example.ts", source)).toEqual([])
  })
})
