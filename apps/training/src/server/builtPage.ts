/** The page, built by Vite at the first start and after a change of its sources; later starts find it built. */
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { access, glob, mkdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { Effect, Schema } from "effect"

const run = promisify(execFile)

const application = fileURLToPath(new URL("../../", import.meta.url))
const cache = join(application, "node_modules", ".cache", "training-page")

/** Vite could not build the page. */
class PageNotBuilt extends Schema.TaggedError<PageNotBuilt>()("PageNotBuilt", { reason: Schema.String }) {
  override get message() {
    return `The training page could not be built: ${this.reason}`
  }
}

/** Everything the built page depends on: its sources, what they say to the server, how and with what it is built. */
const digestOfSources = async (): Promise<string> => {
  const sources: Array<string> = []
  for await (const path of glob(["src/page/**/*.*", "src/address/*.ts"], { cwd: application })) sources.push(path)
  const others = ["src/api.ts", "src/server/buildPage.ts", "vite.config.ts", "package.json", "../../pnpm-lock.yaml"]
  const digest = createHash("sha256")
  for (const path of [...sources.sort(), ...others]) {
    digest.update(`${path}\0`).update(await readFile(join(application, path)))
  }
  return digest.digest("hex").slice(0, 16)
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  )

const build = async (): Promise<string> => {
  const wanted = join(cache, await digestOfSources())
  if (await isThere(wanted)) return wanted
  const inProgress = `${wanted}.${process.pid}`
  await mkdir(cache, { recursive: true })
  // Under a test runner, say, Vite would build a page with React's slow checks, kept for everybody who starts later.
  const env = { ...process.env, NODE_ENV: "production" }
  await run(process.execPath, [join(import.meta.dirname, "buildPage.ts"), inProgress], { env })
  await rename(inProgress, wanted).catch(async (cause) => {
    // Another start may have built the same in the meantime.
    await rm(inProgress, { recursive: true, force: true })
    if (!(await isThere(wanted))) throw cause
  })
  return wanted
}

/** The folder the built page is in. */
export const builtPage: Effect.Effect<string, PageNotBuilt> = Effect.tryPromise({
  try: build,
  catch: (cause) => new PageNotBuilt({ reason: cause instanceof Error ? cause.message : String(cause) })
})
