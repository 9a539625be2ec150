/** A registry on this machine that gives npm what the workspace has installed: no network, and the pinned versions. */
import { execFile } from "node:child_process"
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"

const STORE = join(import.meta.dirname, "../../../../node_modules/.pnpm")

interface Manifest {
  readonly name: string
  readonly version: string
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))

/** Where each installed version of a package lies. */
const installed = (name: string): ReadonlyMap<string, string> => {
  const start = `${name.replace("/", "+")}@`
  const folders = readdirSync(STORE)
    .filter((entry) => entry.startsWith(start))
    .map((entry) => join(STORE, entry, "node_modules", name))
    .filter((folder) => existsSync(join(folder, "package.json")))
  return new Map(folders.map((folder) => [manifestIn(folder).version, realpathSync(folder)]))
}

/** What a package needs to be installed and used: its scripts stay out, as nothing is built at the other end. */
const packument = (name: string, address: string) => {
  const versions = [...installed(name)].map(([version, folder]) => {
    const { scripts: _, devDependencies: __, ...manifest } = manifestIn(folder) as Manifest & Record<string, unknown>
    return [
      version,
      { ...manifest, dist: { tarball: `${address}/-/${encodeURIComponent(name)}/${version}.tgz` } }
    ] as const
  })
  const newest = versions
    .map(([version]) => version)
    .sort((one, other) => other.localeCompare(one, "en", { numeric: true }))
  return { name, "dist-tags": { latest: newest[0] }, versions: Object.fromEntries(versions) }
}

const packed = (folder: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parameters = ["-czf", "-", "--exclude=./node_modules", "-C", folder, "."]
    execFile("tar", parameters, { encoding: "buffer", maxBuffer: 2 ** 28 }, (cause, bytes) =>
      cause === null ? resolve(bytes) : reject(cause)
    )
  })

const TARBALL = /^\/-\/([^/]+)\/([^/]+)\.tgz$/

/** Closed by `await using`. */
export const startLocalRegistry = async () => {
  const asked: Array<string> = []
  const server = createServer(async ({ url = "/" }, response) => {
    const [, name, version] = TARBALL.exec(url) ?? []
    const folder = name === undefined ? undefined : installed(decodeURIComponent(name)).get(version ?? "")
    if (folder !== undefined) {
      response.end(await packed(folder))
      return
    }
    const found = packument(decodeURIComponent(url.slice(1)), address)
    asked.push(found.name)
    response.statusCode = found["dist-tags"].latest === undefined ? 404 : 200
    response.setHeader("content-type", "application/json").end(JSON.stringify(found))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
