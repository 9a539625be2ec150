import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as stranger from "../../../domain/scripts/stranger.ts"
import { startLocalRegistry } from "./localRegistry.ts"

const run = promisify(execFile)

const PACKAGES = join(import.meta.dirname, "../../..")

/** The pnpm that runs this suite, or the one that the README names. */
const pnpm = ((): ReadonlyArray<string> => {
  const { npm_execpath: path = "" } = process.env
  if (!/pnpm[^/\\]*$/.test(path)) return ["npx", "-y", "pnpm@12"]
  return /js$/.test(path) ? [process.execPath, path] : [path]
})()

const packing = (name: string): ReadonlyArray<string> => ["--filter", `@safe-return/${name}`, "pack", "--out"]

let place: string
let folder: string

/** As its README says and a newcomer's clone does it: nothing was built before. */
const pack = async (name: string): Promise<string> => {
  rmSync(join(PACKAGES, name, "dist"), { recursive: true, force: true })
  const tarball = join(place, `${name}.tgz`)
  const [command = "", ...parameters] = pnpm
  await run(command, [...parameters, ...packing(name), tarball], { cwd: PACKAGES })
  return tarball
}

const listed = async (tarball: string): Promise<ReadonlyArray<string>> =>
  (await run("tar", ["-tzf", tarball])).stdout
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""))

/** What a program prints in the folder both were installed into, where no file of it is left. */
const printed = async (source: string): Promise<string> =>
  (await run(process.execPath, ["--input-type=module", "--eval", source], { cwd: folder })).stdout

describe("both packages, packed and installed with npm in an empty folder", () => {
  const tarballs: Array<string> = []

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "safe-return-packed-"))
    folder = mkdtempSync(join(tmpdir(), "safe-return-installed-"))
    for (const name of ["domain", "slack-testkit"]) tarballs.push(await pack(name))
    await using registry = await startLocalRegistry()
    const own = ["--registry", registry.address, "--cache", join(place, "cache")]
    const parameters = ["install", ...tarballs, ...own, "--no-audit", "--no-fund", "--ignore-scripts"]
    await run("npm", parameters, { cwd: folder })
  })

  afterAll(() => {
    for (const made of [place, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 3 })
  })

  it.each([
    ["domain", 0, "dist/calendar/index.js"],
    ["slack-testkit", 1, "dist/index.js"]
  ])("hold the built code of the %s and its types, and no tarball", async (_, index, entry) => {
    const names = await listed(tarballs[index] ?? "")
    expect(names).toEqual(expect.arrayContaining([entry, entry.replace(/js$/, "d.ts"), "LICENSE", "README.md"]))
    expect(names.filter((name) => /\.tgz$|^(?:src|test)\//.test(name))).toEqual([])
  })

  it.each(["domain", "slack-testkit"])("were packed as the README of the %s says", (name) => {
    const readme = readFileSync(join(PACKAGES, name, "README.md"), "utf8")
    const tarball = `"$HOME/safe-return-${name}.tgz"`
    expect(readme).toContain(`npx -y pnpm@12 ${packing(name).join(" ")} ${tarball}\nnpm install ${tarball}\n`)
  })

  it("came without anything of the workspace, each with every file that its exports name", () => {
    for (const name of ["domain", "slack-testkit"]) {
      const root = join(folder, "node_modules/@safe-return", name)
      const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
      expect(JSON.stringify(manifest)).not.toMatch(/catalog:|workspace:|\.\/src\//)
      const targets = Object.values<Record<string, string>>(manifest.exports).flatMap((room) => Object.values(room))
      expect(targets.length).toBeGreaterThan(1)
      for (const target of targets) expect(readFileSync(join(root, target), "utf8")).not.toBe("")
    }
    expect(readdirSync(folder).toSorted()).toEqual(["node_modules", "package-lock.json", "package.json"])
  })

  it("compute the deadlines of the README's return", async () => {
    const shown = await printed(
      `import { formatInstant, parseInstant } from "@safe-return/domain/calendar"
import { clocksFor, isWithinElapsedClock } from "@safe-return/domain/deadlines"
import { rotherham } from "@safe-return/domain/policy"
import { Option, Result } from "effect"

const returnedAt = Option.getOrThrow(parseInstant("2026-03-27T23:30:00Z"))
const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(returnedAt, rotherham))
console.log(formatInstant(elapsedClock.dueAt), formatInstant(workingDayClock.dueAt))
console.log(isWithinElapsedClock(elapsedClock, Option.getOrThrow(parseInstant("2026-03-31T00:30:00+01:00"))))
`
    )
    expect(shown).toBe("2026-03-30T23:30:00.000Z 2026-04-01T23:00:00.000Z\ntrue\n")
  })

  // Every compiler and every Node: `pnpm --filter @safe-return/domain check-installed`.
  it.each(stranger.modules)("give a stranger the types they need: %s", async (module) => {
    const compiler = join(PACKAGES, "../node_modules/typescript/bin/tsc")
    const program = mkdtempSync(join(folder, "program-"))
    writeFileSync(join(program, "stranger.mts"), stranger.program)
    writeFileSync(join(program, "stranger.cts"), stranger.typedCommonJs)
    writeFileSync(join(program, "tsconfig.json"), JSON.stringify(stranger.compilerOptions(module)))
    const { stdout } = await run(process.execPath, [compiler, "-p", program])
    expect(stdout).toBe("")
    rmSync(program, { recursive: true })
  })

  it("run where a stranger imports or requires them", async () => {
    expect(await printed(stranger.programWithoutTypes)).toBe(stranger.printedByProgram)
    const required = ["--input-type=commonjs", "--eval", stranger.commonJs]
    expect((await run(process.execPath, required, { cwd: folder })).stdout).toBe(stranger.printedByCommonJs)
  })

  it("bring the examples of the domain, which the README links to", () => {
    const root = join(folder, "node_modules/@safe-return/domain")
    const linked = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/\]\(([^)#]+)/g)].map(
      ([, path = ""]) => path
    )
    const shipped = linked.filter((path) => !path.startsWith("https://"))
    expect(shipped.length).toBeGreaterThan(3)
    for (const path of shipped) expect(existsSync(join(root, path)), path).toBe(true)
  })

  it("start a workspace in which a person says something", async () => {
    const shown = await printed(
      `import { startSlackWorkspace } from "@safe-return/slack-testkit"

const workspace = await startSlackWorkspace({
  members: [{ id: "U0ADA", name: "ada", realName: "Ada Test" }],
  channels: [{ id: "C0TEAM", name: "team", members: ["U0BOT", "U0ADA"] }],
  app: {
    id: "A0APP",
    name: "todo",
    botId: "B0APP",
    botUserId: "U0BOT",
    botToken: "xoxb-test",
    signingSecret: "test-secret",
    appToken: "xapp-test"
  }
})
const ada = workspace.person("U0ADA")
await ada.say("C0TEAM", "Cut the hedge")
console.log((await ada.messages("C0TEAM")).map(({ text }) => text).join())
await workspace.close()
`
    )
    expect(shown).toBe("Cut the hedge\n")
  })
})
